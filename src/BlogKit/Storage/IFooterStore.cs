namespace BlogKit.Storage;

/// <summary>Keeps footer blocks. Every method is one transaction; safe for concurrent use.</summary>
/// <remarks>
/// Every call says its blog. A block of another blog is one that does not exist, for saving too.
/// Texts that cannot be stored are refused with <see cref="ArgumentException"/> before anything is written (<see cref="StorableText"/>).
/// </remarks>
public interface IFooterStore
{
    /// <summary>Returns every block of the blog, by <see cref="FooterBlock.Position"/>, then identity.</summary>
    Task<ImmutableArray<FooterBlock>> ListAllAsync(BlogId blogId, CancellationToken cancellationToken);

    /// <summary>Inserts (version 0) or replaces when the stored version is the given one.</summary>
    Task<SaveOutcome> SaveAsync(FooterBlock block, CancellationToken cancellationToken);

    /// <summary>Deletes the block; posts that name it lose it.</summary>
    Task<SaveOutcome> DeleteAsync(BlogId blogId, FooterBlockId id, long version, CancellationToken cancellationToken);
}
