using BlogKit.AspNetCore.Endpoints;

namespace BlogKit.AspNetCore.Internal;

/// <summary>What of a post's page was asked for.</summary>
internal sealed record PostPageQuery
{
    public string? Cursor { get; init; }

    public ThreadSort? Sort { get; init; }

    public CommentId? Holding { get; init; }

    public CommentId? Held { get; init; }

    public CommentId? ReplyTo { get; init; }

    public CommentInput? Input { get; init; }

    public ImmutableArray<CommentFormError> Errors { get; init; } = [];

    public string? PreviewHtml { get; init; }

    public string? RefusedText { get; init; }

    /// <summary>Why a refused comment is not given back in a form: nobody like its writer can comment. Null where it is.</summary>
    public string? WhyNoForm { get; init; }

    public string? ReturnTo { get; init; }

    public string? ShownToken { get; init; }

    /// <summary>What the viewer just did, in words.</summary>
    public string? Notice { get; init; }

    /// <summary>Whether a preview was asked for, not a comment sent.</summary>
    public bool IsPreview { get; init; }

    /// <summary>What the address asks for.</summary>
    public static PostPageQuery Of(BlogRequest request) => new()
    {
        Cursor = request.FindQueryValue("comments"),
        Sort = PageText.TryReadSort(request.FindQueryValue("sort"), out var sort) ? sort : null,
        Holding = BlogRequest.CommentFrom(request.FindQueryValue("comment")),
        Held = BlogRequest.CommentFrom(request.FindQueryValue("held")),
        ReplyTo = BlogRequest.CommentFrom(request.FindQueryValue("replyTo")),
    };
}
