using BlogKit.AspNetCore.Internal;

namespace BlogKit.AspNetCore;

/// <summary>A list of posts: the blog's first page, and those of tags, categories, authors, series, years and months.</summary>
/// <param name="Frame">The frame of the page.</param>
/// <param name="Posts">The posts, newest first.</param>
public sealed record PostListModel(PageFrame Frame, ImmutableArray<ReaderPostSummary> Posts) : IPageModel<PostListModel>
{
    /// <summary>The kind of list, such as <c>Tag</c>; null on the first page.</summary>
    public string? Kind { get; init; }

    /// <summary>The name of the tag, category, author, series, year or month; null on the first page.</summary>
    public string? Name { get; init; }

    /// <summary>The address of <see cref="Kind"/>: the list of all tags, of all categories, or the archive; null for none.</summary>
    public string? KindUrl { get; init; }

    /// <summary>The description, plain text; empty for none.</summary>
    public string Description { get; init; } = "";

    /// <summary>The author, on an author's page; else null.</summary>
    public ReaderAuthor? Author { get; init; }

    /// <summary>The authors of the posts.</summary>
    public ImmutableArray<ReaderAuthor> Authors { get; init; } = [];

    /// <summary>The address of the newer posts; null on the first page.</summary>
    public string? NewerUrl { get; init; }

    /// <summary>The address of the older posts; null on the last page.</summary>
    public string? OlderUrl { get; init; }

    PostListModel IPageModel<PostListModel>.With(ImmutableArray<PostLink> pages) => this with { Frame = Frame with { Pages = pages } };
}
