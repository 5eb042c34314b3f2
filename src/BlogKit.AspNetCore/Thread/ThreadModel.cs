using Microsoft.AspNetCore.Antiforgery;

namespace BlogKit.AspNetCore;

/// <summary>A page of a post's discussion.</summary>
/// <param name="Links">The blog's addresses.</param>
/// <param name="Slug">The post.</param>
/// <param name="Page">The page.</param>
public sealed record ThreadModel(BlogLinks Links, Slug Slug, ThreadPage Page)
{
    /// <summary>The post's title, plain text.</summary>
    public required string Title { get; init; }

    /// <summary>The language of dates, a BCP 47 tag.</summary>
    public required string Language { get; init; }

    /// <summary>The texts, in the blog's language.</summary>
    public BlogText Text { get; init; } = BlogText.English;

    /// <summary>The blog; generated pictures are drawn from it and the name.</summary>
    public BlogId BlogId { get; init; }

    /// <summary>The source of pictures.</summary>
    public AvatarSource Avatars { get; init; }

    /// <summary>The reactions readers may choose from, in order; empty when there are none.</summary>
    public ImmutableArray<ReactionKind> Reactions { get; init; } = [];

    /// <summary>Whether the viewer may reply.</summary>
    public bool CanReply { get; init; }

    /// <summary>Whether readers may report comments.</summary>
    public bool CanFlag { get; init; }

    /// <summary>
    /// Whether the page becomes a file that a plain static host serves: votes and reactions are counted there, not taken. Default false.
    /// </summary>
    public bool IsStatic { get; init; }

    /// <summary>
    /// The proof that votes are sent from this site's page; null on a page that is made for everybody, and then no field is written.
    /// </summary>
    public AntiforgeryTokenSet? Antiforgery { get; init; }

    /// <summary>
    /// The page the thread stands on, a path with or without a query, to which links to its form, its orders and its further pages lead
    /// back; null, the default, is the post's own page. Empty for the page that is shown, where it has no <c>base</c> element.
    /// </summary>
    public string? PageUrl { get; init; }

    /// <summary>The stream that tells of new comments; null for none.</summary>
    public string? LiveUrl { get; init; }

    /// <summary>The comment that is to stand out; null for none.</summary>
    public CommentId? Highlighted { get; init; }

    /// <summary>A sentence about what the viewer just did with the comment that stands out; null for none.</summary>
    public string? Notice { get; init; }

    /// <summary>The order that was asked for in the address; null for the usual one.</summary>
    public ThreadSort? Sort { get; init; }

    /// <summary>The markup of comments that was made before the page; null for none, and the view makes it.</summary>
    internal Internal.MadeComments? Made { get; init; }

    /// <summary>The page in an order, or from a cursor on.</summary>
    internal string UrlOf(ThreadSort? sort, string? cursor) =>
        BlogLinks.WithQuery(
            BlogLinks.WithQuery(Here, "sort", sort is { } one ? Internal.PageText.SortName(one) : null), "comments", cursor) + "#comments";

    /// <summary>The page the thread stands on.</summary>
    internal string Here => PageUrl ?? Links.Post(Slug);
}
