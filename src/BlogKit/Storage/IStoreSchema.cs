namespace BlogKit.Storage;

/// <summary>Prepares a store. Called by the host (<c>PrepareBlogKitAsync</c>), never on first use.</summary>
public interface IStoreSchema
{
    /// <summary>
    /// Creates what is missing and updates an older schema, in one transaction; nothing to do is a success. Two hosts may call it at once.
    /// </summary>
    /// <exception cref="InvalidOperationException">The store was written by a newer version; the message names both versions.</exception>
    Task ApplyAsync(CancellationToken cancellationToken);

    /// <summary>Throws when the store cannot be read, and says why; for health checks.</summary>
    Task CheckAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Throws when the store cannot be written, such as for a full disk or a missing right, and says why; for the start and for health
    /// checks. Leaves nothing behind. The default does nothing.
    /// </summary>
    Task CheckWritingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
