namespace BlogKit.Storage;

/// <summary>A root with the beginning of its replies.</summary>
public sealed record ThreadBranch
{
    /// <summary>The root.</summary>
    public required ThreadRow Root { get; init; }

    /// <summary>Its place among the present roots in the order asked for, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>
    /// Its place among the present roots by identity, from 1, whatever the order asked for: the number readers know it by.
    /// </summary>
    public required int Place { get; init; }

    /// <summary>
    /// The first present replies in reading order: every comment directly followed by what answers it, siblings by identity.
    /// </summary>
    public required ImmutableArray<ThreadRow> Replies { get; init; }

    /// <summary>Whether present replies were left out.</summary>
    public bool HasMoreReplies { get; init; }
}
