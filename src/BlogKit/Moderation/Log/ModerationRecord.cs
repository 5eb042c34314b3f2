namespace BlogKit.Moderation;

/// <summary>A record of the append-only log: who did what with a comment, when and why.</summary>
public sealed record ModerationRecord
{
    private readonly ImmutableArray<ShadowVerdict> _shadows;

    /// <summary>Makes a record with an identity of its own.</summary>
    public ModerationRecord()
        : this(RecordId.Create())
    {
    }

    /// <summary>Makes a record with a given identity, as one that is read has it already.</summary>
    /// <param name="id">The identity.</param>
    public ModerationRecord(RecordId id) => Id = id;

    /// <summary>
    /// Its identity: a change whose record is stored already was made before. By default a new one; a copy (<c>with</c>) keeps it.
    /// </summary>
    public RecordId Id { get; init; }

    /// <summary>
    /// Its place in the log of the blog: the later a record was committed, the higher. 0 = not stored. Set by the store only.
    /// </summary>
    public long Position { get; init; }

    /// <summary>The comment; may be purged since.</summary>
    public required CommentId CommentId { get; init; }

    /// <summary>The blog.</summary>
    public required BlogId BlogId { get; init; }

    /// <summary>The number of the comment's text.</summary>
    public required int Revision { get; init; }

    /// <summary>The action.</summary>
    public required ModerationAction Action { get; init; }

    /// <summary>The status before; null for a submission.</summary>
    public CommentStatus? From { get; init; }

    /// <summary>The status after.</summary>
    public required CommentStatus To { get; init; }

    /// <summary>The key of the actor, <see cref="Actor.Key"/>; <see cref="BlogKit.ActorKey.Anonymous"/> for an unknown one.</summary>
    public required ActorKey ActorKey { get; init; }

    /// <summary>The reason, in words; null when none was given.</summary>
    public string? Reason { get; init; }

    /// <summary>The decision of the policies; null for actions by hand.</summary>
    public ModerationDecision? Decision { get; init; }

    /// <summary>The decisions that sets of policies that are only tried would have made; empty for none.</summary>
    public ImmutableArray<ShadowVerdict> Shadows
    {
        get => _shadows.IsDefault ? [] : _shadows;
        init => _shadows = value;
    }

    /// <summary>The action on many comments this record is part of; null when it was one by itself.</summary>
    public Guid? OperationId { get; init; }

    /// <summary>The <see cref="Comment.StatusBeforeRemoval"/> before, to undo it by; null for none.</summary>
    public CommentStatus? FromBeforeRemoval { get; init; }

    /// <summary>The <see cref="Comment.ApprovedRevision"/> before, to undo it by; null for none.</summary>
    public int? FromApprovedRevision { get; init; }

    /// <summary>
    /// The <see cref="Position"/> of the record of the same comment that this one undid; null unless <see cref="Action"/> is
    /// <see cref="ModerationAction.Undone"/>.
    /// </summary>
    public long? Undoes { get; init; }

    /// <summary>When it was done (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>
    /// Returns the record without anything that could reveal the text it was about, in its decision and in its shadows: what stores keep
    /// when the comment is purged.
    /// </summary>
    public ModerationRecord WithoutText() => this with
    {
        Decision = Decision?.WithoutText(),
        Shadows = [.. Shadows.Select(static s => s with { Decision = s.Decision.WithoutText() })],
    };
}
