namespace BlogKit.Storage;

/// <summary>
/// The model of a learning policy of one blog as an item of its copy: the key ends with the identity of the blog. Models of many blogs
/// belong to none of them and are not copied.
/// </summary>
/// <param name="Model">The model, with its version.</param>
public sealed record TransferredModel(LearnedModel Model) : TransferItem
{
    /// <inheritdoc/>
    public override TransferKind Kind => TransferKind.Model;

    /// <inheritdoc/>
    public override int Size => SizeOf() + Model.State.Length;

    /// <summary>
    /// The identity of the last record of the blog's log it has learned from; null when it has learned from none that is left. Where it is
    /// written, <see cref="LearnedModel.Position"/> becomes the position of that record there.
    /// </summary>
    public RecordId? LastLearned { get; init; }
}
