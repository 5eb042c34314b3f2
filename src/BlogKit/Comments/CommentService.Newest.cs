using System.Collections.Immutable;

namespace BlogKit;

public sealed partial class CommentService
{
    private const int MostNewest = 200;

    /// <summary>The newest shown comments on one post, newest first, without nesting; for feeds. Whether the post may be read is decided before. One command.</summary>
    /// <param name="blogId">The blog.</param>
    /// <param name="postId">The post; an unknown one has none.</param>
    /// <param name="size">At most so many; 1 to 200.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<ImmutableArray<NewestComment>> ListNewestAsync(BlogId blogId, PostId postId, int size = 20, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, MostNewest);
        var slice = await _comments.ListAsync(
            new CommentQuery { BlogId = blogId, PostId = postId, Status = CommentStatus.Approved, Size = size }, cancellationToken).ConfigureAwait(false);
        return
        [
            .. slice.Items.Select(static listed => new NewestComment(
                listed.Comment.Id, listed.Post, listed.Comment.By.Name, listed.Comment.Html, listed.Comment.PlainText, listed.Comment.CreatedAt)),
        ];
    }
}
