using BlogKit.Moderation;
using Microsoft.AspNetCore.Antiforgery;

namespace BlogKit.AspNetCore;

/// <summary>The comment form, empty or with what was typed.</summary>
/// <param name="Action">The address it is sent to.</param>
public sealed record CommentFormModel(string Action)
{
    /// <summary>The texts, in the blog's language.</summary>
    public BlogText Text { get; init; } = BlogText.English;

    /// <summary>
    /// Makes a second sending of the same form harmless; made fresh for every form. Null on a page that is made for everybody: the script
    /// adds one.
    /// </summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>
    /// Tells when the form was shown: a token of <see cref="IFormTokens"/>. The form sends it back in the field <c>shown</c>, and has a
    /// field <c>subject</c> that people do not see.
    /// </summary>
    public required string ShownToken { get; init; }

    /// <summary>The proof that the form is this site's; null on a page that is made for everybody, and then no field is written.</summary>
    public AntiforgeryTokenSet? Antiforgery { get; init; }

    /// <summary>The address to which the form is sent for a preview; null leaves the button out.</summary>
    public string? PreviewUrl { get; init; }

    /// <summary>The preview of the text, safe HTML; null when none was asked for.</summary>
    public string? PreviewHtml { get; init; }

    /// <summary>
    /// The path of the blog's first page, against which relative addresses in <see cref="Policies"/> are read. Default <c>/</c>.
    /// </summary>
    public string HomePath { get; init; } = "/";

    /// <summary>
    /// The path on this host to come back to after sending, sent in the field <c>returnTo</c>; null for the post's own page.
    /// Set where a thread stands on a page of the application's.
    /// </summary>
    public string? ReturnTo { get; init; }

    /// <summary>The comment it answers; null for a new root.</summary>
    public CommentId? ParentId { get; init; }

    /// <summary>The name of the writer of that comment; null for a new root.</summary>
    public string? ParentName { get; init; }

    /// <summary>
    /// The text of that comment, safe HTML, where the form stands without the thread; null where the thread shows it, and for a new root.
    /// </summary>
    public string? AnsweredHtml { get; init; }

    /// <summary>The address of the form without the comment answered.</summary>
    public required string CancelUrl { get; init; }

    /// <summary>The name under which a signed-in user comments; null for guests, who type one.</summary>
    public string? SignedInAs { get; init; }

    /// <summary>
    /// The word under which a signed-in user appears whose account has no name that may be shown and who has not chosen one: the form asks
    /// for a name in the field <c>displayName</c>, which may stay empty. Null for everybody else.
    /// </summary>
    public string? NeutralName { get; init; }

    /// <summary>The address where a signed-in user changes the name they chose; null for everybody else.</summary>
    public string? ChangeNameUrl { get; init; }

    /// <summary>Whether guests must give a name.</summary>
    public bool RequireName { get; init; }

    /// <summary>Whether guests must give an e-mail address.</summary>
    public bool RequireEmail { get; init; }

    /// <summary>The content of the fields.</summary>
    public CommentInput Input { get; init; } = CommentInput.Empty;

    /// <summary>The errors of the fields; empty for a new form.</summary>
    public ImmutableArray<CommentFormError> Errors { get; init; } = [];

    /// <summary>Whether the errors kept the text from being previewed, not from being saved. Default false.</summary>
    public bool IsPreview { get; init; }

    /// <summary>The blocks that state the rules of the discussion.</summary>
    public ImmutableArray<ReaderFooter> Policies { get; init; } = [];

    /// <summary>
    /// The path and query of the page the form is on, with which links to its fields begin. Empty, the default, where the page has no
    /// <c>base</c> element.
    /// </summary>
    public string PageUrl { get; init; } = "";
}
