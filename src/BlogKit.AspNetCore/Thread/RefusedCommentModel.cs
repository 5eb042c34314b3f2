using BlogKit.AspNetCore.Internal;

namespace BlogKit.AspNetCore;

/// <summary>
/// A comment that was not taken, given back without the thread: whoever sends what is refused is not shown fifty comments each time.
/// </summary>
/// <param name="Frame">The frame of the page.</param>
/// <param name="Post">The post that the comment is about.</param>
public sealed record RefusedCommentModel(PageFrame Frame, ReaderPost Post) : IPageModel<RefusedCommentModel>
{
    /// <summary>The address of the page with the thread.</summary>
    public required string ThreadUrl { get; init; }

    /// <summary>
    /// The form with everything that was typed, and with the reason of the refusal among its errors; null where nobody like the viewer can
    /// comment.
    /// </summary>
    public CommentFormModel? Form { get; init; }

    /// <summary>The reason why there is no form, in a sentence; null when there is one.</summary>
    public string? WhyNoForm { get; init; }

    /// <summary>The sign-in page, when signing in is what is missing; else null.</summary>
    public string? SignInUrl { get; init; }

    /// <summary>The text that was typed, to be copied where there is no form; null for none.</summary>
    public string? RefusedText { get; init; }

    RefusedCommentModel IPageModel<RefusedCommentModel>.With(ImmutableArray<PostLink> pages) =>
        this with { Frame = Frame with { Pages = pages } };
}
