namespace BlogKit;

public sealed partial class CommentService
{
    /// <summary>
    /// Stores a page elsewhere that links to a post as a comment of its kind. The policies judge it like any comment; it is held unless
    /// <see cref="NewMention.MayBeShown"/>. The same source again is the same comment: its changed text is judged again, one that was taken
    /// back comes back to be judged, one a moderator removed stays removed. The caller has checked that the source links to the post.
    /// Errors: <see cref="ErrorCodes.InvalidUrl"/>, and those of <see cref="SubmitAsync"/> about the post, its thread and the policies.
    /// </summary>
    /// <param name="input">The mention as it was found.</param>
    /// <param name="cancellationToken">Honoured until the comment is handed to the store.</param>
    public Task<Result<SubmittedComment>> SubmitMentionAsync(NewMention input, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        return _mentions.SubmitAsync(input, cancellationToken);
    }

    /// <summary>
    /// Withdraws the mention of a post by a page that is gone or no longer links to it; a moderator can restore it. Without such a mention
    /// nothing happens.
    /// </summary>
    /// <param name="blogId">The blog.</param>
    /// <param name="postId">The post.</param>
    /// <param name="source">The page, as it was submitted.</param>
    /// <param name="cancellationToken">Honoured until the change is handed to the store.</param>
    /// <returns>Whether a mention was taken back.</returns>
    public Task<bool> WithdrawMentionAsync(BlogId blogId, PostId postId, Uri source, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        return _mentions.WithdrawAsync(blogId, postId, source, cancellationToken);
    }
}
