namespace BlogKit;

/// <summary>
/// The values about one comment that Akismet is told; the names of the protocol are in brackets. Null and empty values are not sent. A
/// report must have the same values as the check it corrects.
/// </summary>
public sealed record AkismetSubmission
{
    /// <summary>The front page of the blog, absolute (<c>blog</c>).</summary>
    public required Uri Blog { get; init; }

    /// <summary>The address the comment came from (<c>user_ip</c>); null sends <c>0.0.0.0</c>, because Akismet requires one.</summary>
    public string? RemoteAddress { get; init; }

    /// <summary>The browser of the commenter (<c>user_agent</c>).</summary>
    public string? UserAgent { get; init; }

    /// <summary>The post the comment is under (<c>permalink</c>).</summary>
    public Uri? Permalink { get; init; }

    /// <summary>The type: <c>comment</c>, <c>reply</c>, <c>pingback</c> … (<c>comment_type</c>). Default <c>comment</c>.</summary>
    public string Type { get; init; } = "comment";

    /// <summary>The name of the commenter (<c>comment_author</c>).</summary>
    public string? Author { get; init; }

    /// <summary>The e-mail address of the commenter (<c>comment_author_email</c>).</summary>
    public string? AuthorEmail { get; init; }

    /// <summary>The site the commenter typed (<c>comment_author_url</c>).</summary>
    public Uri? AuthorUrl { get; init; }

    /// <summary>The text as written (<c>comment_content</c>); the first 50,000 characters are sent.</summary>
    public required string Content { get; init; }

    /// <summary>When it was written (<c>comment_date_gmt</c>).</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the post was published (<c>comment_post_modified_gmt</c>).</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>The language of the blog as a BCP 47 tag (<c>blog_lang</c>).</summary>
    public string? Language { get; init; }

    /// <summary>
    /// The role of a person who writes in the blog (<c>user_role</c>); null for everybody else. Akismet never takes an
    /// <c>administrator</c>'s comment for spam.
    /// </summary>
    public string? Role { get; init; }

    /// <summary>The reason why a comment is checked again, such as <c>edit</c> (<c>recheck_reason</c>); null the first time.</summary>
    public string? RecheckReason { get; init; }
}
