using BlogKit.AspNetCore.Internal;
using BlogKit.Moderation;
using Microsoft.AspNetCore.Antiforgery;

namespace BlogKit.AspNetCore;

/// <summary>Lets the writer of a comment change it or take it back, and tells its status.</summary>
/// <param name="Frame">The frame of the page.</param>
/// <param name="CommentId">The comment.</param>
/// <param name="Version">The version that was read; sent back with the change.</param>
/// <param name="Body">The content of the field.</param>
/// <param name="Antiforgery">The proof that the form is this site's.</param>
public sealed record EditCommentModel(PageFrame Frame, CommentId CommentId, long Version, string Body, AntiforgeryTokenSet Antiforgery)
    : IPageModel<EditCommentModel>
{
    /// <summary>The error of the change; null for none.</summary>
    public string? Error { get; init; }

    /// <summary>The time for which it can still be changed; null when it cannot any more.</summary>
    public TimeSpan? TimeLeft { get; init; }

    /// <summary>The status of the comment; null when nothing is to be told, because it is shown.</summary>
    public OwnCommentState? State { get; init; }

    /// <summary>A sentence about what the writer just did; null for none.</summary>
    public string? Notice { get; init; }

    /// <summary>The text of an appeal that was typed; null for none.</summary>
    public string? AppealText { get; init; }

    /// <summary>The error of that appeal; null for none.</summary>
    public string? AppealError { get; init; }

    EditCommentModel IPageModel<EditCommentModel>.With(ImmutableArray<PostLink> pages) =>
        this with { Frame = Frame with { Pages = pages } };
}
