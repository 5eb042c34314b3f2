namespace BlogKit.Internal;

/// <summary>A folded text kept inside a record without taking part in the record's equality.</summary>
internal readonly struct MatchTextCache(MatchText text) : IEquatable<MatchTextCache>
{
    /// <summary>The text; null when nothing was folded yet.</summary>
    public MatchText? Text { get; } = text;

    /// <inheritdoc/>
    public bool Equals(MatchTextCache other) => true;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is MatchTextCache;

    /// <inheritdoc/>
    public override int GetHashCode() => 0;
}
