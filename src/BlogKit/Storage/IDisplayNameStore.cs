namespace BlogKit.Storage;

/// <summary>
/// Keeps the names that users chose, one name per blog and user. Every method is one transaction; safe for concurrent use. User keys are
/// compared ordinally. <see cref="ICommentIntakeStore.AddAsync"/> keeps a name with the first comment,
/// <see cref="ICommentIntakeStore.ReadIntakeAsync"/> tells the one that is kept, and <see cref="ICommentChangeStore.PurgeAsync"/> of the
/// only unpurged comment of a user in a blog takes their name along.
/// </summary>
/// <remarks>
/// Texts that cannot be stored are refused with <see cref="ArgumentException"/> before anything is written (<see cref="StorableText"/>).
/// </remarks>
public interface IDisplayNameStore
{
    /// <summary>Returns the name the user chose; null when they chose none. One command.</summary>
    Task<DisplayName?> FindDisplayNameAsync(BlogId blogId, string userKey, CancellationToken cancellationToken);

    /// <summary>
    /// Stores the name in place of the one before. <see cref="SaveOutcome.Missing"/> when the blog is not there; else
    /// <see cref="SaveOutcome.Saved"/>.
    /// </summary>
    Task<SaveOutcome> SaveDisplayNameAsync(DisplayName name, CancellationToken cancellationToken);

    /// <summary>Deletes the name the user chose; false when there was none.</summary>
    Task<bool> DeleteDisplayNameAsync(BlogId blogId, string userKey, CancellationToken cancellationToken);
}
