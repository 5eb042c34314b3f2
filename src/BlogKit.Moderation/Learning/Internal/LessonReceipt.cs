namespace BlogKit.Moderation.Internal;

/// <summary>What a lesson changed, so that it can be taken back exactly, in whatever order.</summary>
internal sealed record LessonReceipt
{
    /// <summary>The comment; empty for a text that is none.</summary>
    public required Guid Key { get; init; }

    public required bool IsSpam { get; init; }

    /// <summary>Whether it counted half.</summary>
    public required bool IsHalf { get; init; }

    /// <summary>What was added to the counts.</summary>
    public required int Weight { get; init; }

    /// <summary>What was added to the pushes of words; half of it to those of letters.</summary>
    public required int Step { get; init; }

    public required uint[] Cells { get; init; }

    /// <summary>Who wrote the text, hashed; 0 = unknown.</summary>
    public uint Writer { get; init; }

    /// <summary>Who taught, hashed; 0 = unknown.</summary>
    public uint Teacher { get; init; }

    /// <summary>When, in minutes since 1970.</summary>
    public long Minute { get; init; }

    /// <summary>What was known of the comment before: null = nothing.</summary>
    public LessonLabel? Previous { get; init; }

    public LessonLabel Label => new(IsSpam, IsHalf);
}
