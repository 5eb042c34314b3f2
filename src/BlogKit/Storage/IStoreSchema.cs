namespace BlogKit.Storage;

/// <summary>Prepares a store. Called by the host (<c>PrepareBlogKitAsync</c>), never on first use.</summary>
public interface IStoreSchema
{
    /// <summary>
    /// Creates what is missing and brings an older schema forward, in one transaction; nothing to do is a success. Two hosts may call it at
    /// once.
    /// </summary>
    /// <exception cref="InvalidOperationException">The store was written by a newer version; the message names both versions.</exception>
    Task ApplyAsync(CancellationToken cancellationToken);

    /// <summary>Throws what is wrong when the store cannot be read; for health checks.</summary>
    Task CheckAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Throws what is wrong when the store cannot be written, such as a full disk or a missing right; for the start and for health checks.
    /// Leaves nothing behind. A store that has no say of its own passes.
    /// </summary>
    Task CheckWritingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
