namespace BlogKit.Moderation;

/// <summary>A word of a <see cref="MatchText"/>: letters, digits and the symbols that stand in for letters.</summary>
/// <param name="Start">Its first character in <see cref="MatchText.Folded"/>.</param>
/// <param name="Length">How many characters, at least 1.</param>
/// <param name="IsPlain">Whether it is of the letters a to z only.</param>
public readonly record struct MatchWord(int Start, int Length, bool IsPlain)
{
    /// <summary>The index behind its last character.</summary>
    public int End => Start + Length;
}
