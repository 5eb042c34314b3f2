using BlogKit.AspNetCore.Internal;
using Microsoft.AspNetCore.Antiforgery;

namespace BlogKit.AspNetCore;

/// <summary>Replies that the thread's page left out.</summary>
/// <param name="Frame">The frame of the page.</param>
/// <param name="Post">The post.</param>
/// <param name="Replies">The replies.</param>
public sealed record RepliesModel(PageFrame Frame, ReaderPost Post, RepliesPage Replies) : IPageModel<RepliesModel>
{
    /// <summary>The name of the writer of the comment they are below; null when it is not shown.</summary>
    public string? Name { get; init; }

    /// <summary>Whether the viewer may reply.</summary>
    public bool CanReply { get; init; }

    /// <summary>Whether readers may report comments.</summary>
    public bool CanFlag { get; init; }

    /// <summary>The source of pictures.</summary>
    public AvatarSource Avatars { get; init; }

    /// <summary>The comment that is to stand out; null for none.</summary>
    public CommentId? Highlighted { get; init; }

    /// <summary>A sentence about what the viewer just did with it; null for none.</summary>
    public string? Notice { get; init; }

    /// <summary>The proof that votes are sent from this site's page; null leaves the field out.</summary>
    public AntiforgeryTokenSet? Antiforgery { get; init; }

    RepliesModel IPageModel<RepliesModel>.With(ImmutableArray<PostLink> pages) => this with { Frame = Frame with { Pages = pages } };
}
