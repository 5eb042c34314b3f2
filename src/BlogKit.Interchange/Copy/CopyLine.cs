namespace BlogKit.Interchange;

/// <summary>The report of one line of a copy, or of one picture or file. Immutable.</summary>
public sealed record CopyLine
{
    /// <summary>The line in the copy, from 1; null for a file in the folder that no line names.</summary>
    public required long? Line { get; init; }

    /// <summary>The kind of the item, as <c>post</c>; <c>media</c>, <c>end</c>, or empty for a line that cannot be read.</summary>
    public required string Kind { get; init; }

    /// <summary>The identity or name of the item, for people; empty for one that has none of its own.</summary>
    public string Id { get; init; } = "";

    /// <summary>The outcome.</summary>
    public required CopyOutcome Outcome { get; init; }

    /// <summary>The conflict, what is missing, or the reason for a refusal, in words; null for none.</summary>
    public string? Detail { get; init; }
}
