namespace BlogKit.AspNetCore;

/// <summary>The difference between two texts, line by line, and inside changed lines word by word. Immutable.</summary>
/// <param name="Lines">The lines in order; empty when the texts are equal or too long.</param>
public sealed record TextDiff(ImmutableArray<DiffLine> Lines)
{
    /// <summary>Whether the texts are too long to be compared.</summary>
    public bool IsTooLong { get; init; }

    /// <summary>Whether there is no difference.</summary>
    public bool IsEmpty => Lines.IsEmpty && !IsTooLong;
}
