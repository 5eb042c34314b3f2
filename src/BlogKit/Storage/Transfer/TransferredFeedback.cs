namespace BlogKit.Storage;

/// <summary>The voice of one voter as an item of a copy. The counts are those of the comment; writing this changes none.</summary>
/// <param name="CommentId">The comment.</param>
/// <param name="Voter">The voter, with the network of a guest.</param>
/// <param name="Said">Vote and reaction; not nothing.</param>
public sealed record TransferredFeedback(CommentId CommentId, Voter Voter, OwnFeedback Said) : TransferItem
{
    /// <inheritdoc/>
    public override TransferKind Kind => TransferKind.Feedback;

    /// <inheritdoc/>
    public override int Size => SizeOf(Said.Reaction);
}
