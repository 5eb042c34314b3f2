using BlogKit.AspNetCore.Internal;
using Microsoft.AspNetCore.Antiforgery;

namespace BlogKit.AspNetCore;

/// <summary>Lets a signed-in user, whose account has no name that may be shown, change the name they chose.</summary>
/// <param name="Frame">The frame of the page.</param>
/// <param name="Name">The content of the field <c>displayName</c>.</param>
/// <param name="ReturnTo">The path on this host to go back to, sent in the field <c>returnTo</c>.</param>
/// <param name="Antiforgery">The proof that the form is this site's.</param>
public sealed record DisplayNameModel(PageFrame Frame, string? Name, string ReturnTo, AntiforgeryTokenSet Antiforgery)
    : IPageModel<DisplayNameModel>
{
    /// <summary>The word under which they appear without a name.</summary>
    public required string NeutralName { get; init; }

    /// <summary>Whether a name is kept, which the button <c>forget</c> forgets.</summary>
    public bool IsKept { get; init; }

    /// <summary>The errors of what was typed; empty for none.</summary>
    public ImmutableArray<CommentFormError> Errors { get; init; } = [];

    DisplayNameModel IPageModel<DisplayNameModel>.With(ImmutableArray<PostLink> pages) =>
        this with { Frame = Frame with { Pages = pages } };
}
