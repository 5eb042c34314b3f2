namespace BlogKit.Storage;

/// <summary>A post or page as an item of a copy.</summary>
/// <param name="Post">The post, with its version, its texts and their rendering.</param>
public sealed record TransferredPost(Post Post) : TransferItem
{
    /// <inheritdoc/>
    public override TransferKind Kind => TransferKind.Post;

    /// <inheritdoc/>
    public override int Size => SizeOf(
        Post.Markdown, Post.Rendered.Html, Post.Rendered.PlainText, Post.Rendered.ExcerptHtml, Post.Rendered.ExcerptText, Post.Excerpt);
}
