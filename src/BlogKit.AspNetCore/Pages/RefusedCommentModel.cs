using BlogKit.AspNetCore.Internal;

namespace BlogKit.AspNetCore;

/// <summary>The form of a comment that is one too many, alone: whoever floods a blog is not shown the thread each time.</summary>
/// <param name="Frame">The frame of the page.</param>
/// <param name="Post">The post that the comment is about.</param>
/// <param name="Form">The form with everything that was typed, and with the reason of the refusal among its errors.</param>
public sealed record RefusedCommentModel(PageFrame Frame, ReaderPost Post, CommentFormModel Form) : IPageModel
{
    IPageModel IPageModel.With(ImmutableArray<PostLink> pages) => this with { Frame = Frame with { Pages = pages } };
}
