using System.Collections.Immutable;
using BlogKit.AspNetCore.Internal;

namespace BlogKit.AspNetCore;

/// <summary>A page that says why there is nothing else: not found, gone, refused.</summary>
/// <param name="Frame">What is around it.</param>
/// <param name="Text">The message, in a sentence or two.</param>
public sealed record MessageModel(PageFrame Frame, string Text) : IPageModel
{
    /// <summary>Where to go from here; null for the blog's first page.</summary>
    public string? BackUrl { get; init; }

    /// <summary>What the link to <see cref="BackUrl"/> says; null for a link to the first page.</summary>
    public string? BackLabel { get; init; }

    /// <summary>The newest posts, to go on from; empty where they are no help.</summary>
    public ImmutableArray<ReaderPostSummary> Newest { get; init; } = [];

    /// <summary>What was typed and could not be taken, to copy; null for nothing.</summary>
    public string? RefusedText { get; init; }

    IPageModel IPageModel.With(ImmutableArray<PostLink> pages) => this with { Frame = Frame with { Pages = pages } };
}
