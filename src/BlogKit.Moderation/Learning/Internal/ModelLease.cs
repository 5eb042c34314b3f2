namespace BlogKit.Moderation.Internal;

/// <summary>A model that several may use, one at a time.</summary>
internal sealed class ModelLease(SpamModel model)
{
    public Lock Sync { get; } = new();

    /// <summary>Read and changed under <see cref="Sync"/> only.</summary>
    public SpamModel Model { get; set; } = model;
}
