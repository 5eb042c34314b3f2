using BlogKit.Moderation;

namespace BlogKit;

/// <summary>A comment to be submitted. Nothing in it is trusted.</summary>
/// <param name="BlogId">The blog; a post of another is not found.</param>
/// <param name="PostId">The post.</param>
/// <param name="Markdown">The text.</param>
public sealed record NewComment(BlogId BlogId, PostId PostId, string Markdown)
{
    /// <summary>The comment it answers; null for a new root.</summary>
    public CommentId? ParentId { get; init; }

    /// <summary>A guest's name; ignored for users and authors.</summary>
    public string? Name { get; init; }

    /// <summary>A guest's e-mail address; ignored for users and authors.</summary>
    public string? Email { get; init; }

    /// <summary>A guest's site; ignored for users and authors.</summary>
    public string? Url { get; init; }

    /// <summary>
    /// The name that a signed-in user wants to be shown by: kept for them when the application gives them none that may be shown
    /// (<see cref="Actor.NameSource"/>) and none is kept yet; ignored otherwise. Without one such a user appears under a neutral word, and
    /// can be asked again.
    /// </summary>
    public string? DisplayName { get; init; }

    /// <summary>
    /// Makes a repeated submission harmless: the same key by the same writer under the same post is the same comment.
    /// 1 to 200 characters; null = every submission is a new comment.
    /// </summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>
    /// The facts that the comment form told, as <see cref="IFormTokens"/> read them; null when the comment does not come by a form.
    /// </summary>
    public FormFacts? Form { get; init; }

    /// <summary>The network address it comes from, as the host knows it; null when unknown.</summary>
    public string? RemoteAddress { get; init; }

    /// <summary>The user agent it comes from; cut to <see cref="CommentOptions.MaximumUserAgentLength"/>.</summary>
    public string? UserAgent { get; init; }
}
