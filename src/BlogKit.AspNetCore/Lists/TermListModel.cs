using BlogKit.AspNetCore.Internal;

namespace BlogKit.AspNetCore;

/// <summary>All tags or all categories of a blog.</summary>
/// <param name="Frame">The frame of the page.</param>
/// <param name="Terms">The tags, most used first, or the categories at the top of the tree by name.</param>
public sealed record TermListModel(PageFrame Frame, ImmutableArray<TermLink> Terms) : IPageModel<TermListModel>
{
    /// <summary>The sentence that is shown when there are none.</summary>
    public required string EmptyText { get; init; }

    TermListModel IPageModel<TermListModel>.With(ImmutableArray<PostLink> pages) => this with { Frame = Frame with { Pages = pages } };
}
