namespace BlogKit.Storage;

/// <summary>The blog itself as an item of its copy.</summary>
/// <param name="Blog">The blog, with its version.</param>
public sealed record TransferredBlog(Blog Blog) : TransferItem
{
    /// <inheritdoc/>
    public override TransferKind Kind => TransferKind.Blog;

    /// <inheritdoc/>
    public override int Size => SizeOf(Blog.Description);
}
