using System.Collections.Immutable;
using BlogKit.AspNetCore.Internal;
using BlogKit.Moderation;
using Microsoft.AspNetCore.Antiforgery;

namespace BlogKit.AspNetCore;

/// <summary>Lets the writer of a comment change it or take it back, and tells what has become of it.</summary>
/// <param name="Frame">What is around it.</param>
/// <param name="CommentId">The comment.</param>
/// <param name="Version">The version that was read; sent back with the change.</param>
/// <param name="Body">What stands in the field.</param>
/// <param name="Antiforgery">The proof that the form is this site's.</param>
public sealed record EditCommentModel(PageFrame Frame, CommentId CommentId, long Version, string Body, AntiforgeryTokenSet Antiforgery)
    : IPageModel
{
    /// <summary>What is wrong with the change; null for nothing.</summary>
    public string? Error { get; init; }

    /// <summary>How long it can still be changed; null when it cannot any more.</summary>
    public TimeSpan? TimeLeft { get; init; }

    /// <summary>What has become of the comment; null when nothing is to be said, because it is shown.</summary>
    public OwnCommentState? State { get; init; }

    /// <summary>What the writer just did, in words; null for nothing.</summary>
    public string? Notice { get; init; }

    /// <summary>What was typed as an answer to the moderators; null for nothing.</summary>
    public string? AppealText { get; init; }

    /// <summary>What is wrong with that answer; null for nothing.</summary>
    public string? AppealError { get; init; }

    IPageModel IPageModel.With(ImmutableArray<PostLink> pages) => this with { Frame = Frame with { Pages = pages } };
}
