using BlogKit.AspNetCore.Internal;

namespace BlogKit.AspNetCore;

/// <summary>A page that tells why there is no other content: not found, gone, refused.</summary>
/// <param name="Frame">The frame of the page.</param>
/// <param name="Text">The message, in a sentence or two.</param>
public sealed record MessageModel(PageFrame Frame, string Text) : IPageModel<MessageModel>
{
    /// <summary>The address of the next page to go to; null for the blog's first page.</summary>
    public string? BackUrl { get; init; }

    /// <summary>The label of the link to <see cref="BackUrl"/>; null for a link to the first page.</summary>
    public string? BackLabel { get; init; }

    /// <summary>The newest posts, to go on from; empty where they are no help.</summary>
    public ImmutableArray<ReaderPostSummary> Newest { get; init; } = [];

    /// <summary>The text that was typed and refused, to copy; null for none.</summary>
    public string? RefusedText { get; init; }

    MessageModel IPageModel<MessageModel>.With(ImmutableArray<PostLink> pages) => this with { Frame = Frame with { Pages = pages } };
}
