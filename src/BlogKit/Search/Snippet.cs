using BlogKit.Internal;
using BlogKit.Storage;

namespace BlogKit;

/// <summary>A piece of a text around the words that were searched for. Plain text: the page encodes it and marks the ranges.</summary>
/// <param name="Text">The piece; "…" where something was cut.</param>
/// <param name="Highlights">The ranges that matched, in order, not overlapping.</param>
public sealed record Snippet(string Text, ImmutableArray<TextRange> Highlights)
{
    /// <summary>
    /// Returns the piece of a text in which most of the phrases stand, the earliest of equals; its beginning when none does. For stores, so
    /// that all show the same. Time grows with the text and with the matches in it.
    /// </summary>
    /// <param name="text">The whole text.</param>
    /// <param name="phrases">The phrases of the query.</param>
    /// <param name="words">The most words of the piece; at least 1.</param>
    public static Snippet CutAround(string text, ImmutableArray<SearchPhrase> phrases, int words)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(words, 1);
        return Snippets.Make(text, phrases, words);
    }
}
