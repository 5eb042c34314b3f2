using BlogKit.AspNetCore.Internal;

namespace BlogKit.AspNetCore;

/// <summary>The hits of a search.</summary>
/// <param name="Frame">The frame of the page.</param>
/// <param name="Text">The text that was searched for; empty for none yet.</param>
/// <param name="Hits">The hits, best first.</param>
public sealed record SearchModel(PageFrame Frame, string Text, ImmutableArray<SearchHit> Hits) : IPageModel<SearchModel>
{
    /// <summary>The reason why the search failed; null when it did not.</summary>
    public string? Error { get; init; }

    /// <summary>The scope of the search. Default everything. Default everywhere.</summary>
    public SearchScope Scope { get; init; }

    /// <summary>The address of the hits before; null for none.</summary>
    public string? PreviousUrl { get; init; }

    /// <summary>The address of further hits; null for none.</summary>
    public string? NextUrl { get; init; }

    SearchModel IPageModel<SearchModel>.With(ImmutableArray<PostLink> pages) => this with { Frame = Frame with { Pages = pages } };
}
