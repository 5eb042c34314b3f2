namespace BlogKit.Storage;

/// <summary>Keeps the models of learning policies. Every method is one transaction; safe for concurrent use.</summary>
/// <remarks>
/// Texts that cannot be stored are refused with <see cref="ArgumentException"/> before anything is written (<see cref="StorableText"/>).
/// </remarks>
public interface ILearningStore
{
    /// <summary>Returns the model; null when there is none.</summary>
    Task<LearnedModel?> FindModelAsync(string key, CancellationToken cancellationToken);

    /// <summary>
    /// Returns the <see cref="LearnedModel.Version"/> of the model; 0 when there is none. Cheap: does not read the model.
    /// </summary>
    Task<long> ReadModelVersionAsync(string key, CancellationToken cancellationToken);

    /// <summary>
    /// Inserts the model when its version is 0, else replaces the stored one of that version; the stored version is then one higher.
    /// </summary>
    Task<SaveOutcome> SaveModelAsync(LearnedModel model, CancellationToken cancellationToken);

    /// <summary>Deletes the model; false when there was none.</summary>
    Task<bool> RemoveModelAsync(string key, CancellationToken cancellationToken);
}
