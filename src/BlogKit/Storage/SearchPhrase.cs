namespace BlogKit.Storage;

/// <summary>A search term as words that must follow one another in a text. Immutable and thread-safe.</summary>
/// <param name="Words">As <see cref="SearchWords"/> reads them; at least one.</param>
/// <param name="IsPrefix">Whether the last word may go on.</param>
public sealed record SearchPhrase(ImmutableArray<string> Words, bool IsPrefix)
{
    /// <summary>Returns the terms as phrases, in order; those without a letter or digit are left out.</summary>
    public static ImmutableArray<SearchPhrase> From(ImmutableArray<SearchTerm> terms)
    {
        var phrases = ImmutableArray.CreateBuilder<SearchPhrase>();
        foreach (var term in terms.IsDefault ? [] : terms)
        {
            var words = SearchWords.Read(term.Text);
            if (!words.IsEmpty)
            {
                phrases.Add(new SearchPhrase([.. words.Select(static word => word.Text)], term.IsPrefix));
            }
        }

        return phrases.ToImmutable();
    }

    /// <summary>Returns whether the phrase begins at this word of a text.</summary>
    /// <param name="words">The text, as <see cref="SearchWords.Read"/> gives it.</param>
    /// <param name="start">Index of a word.</param>
    public bool MatchesAt(ImmutableArray<SearchWord> words, int start)
    {
        if (start + Words.Length > words.Length)
        {
            return false;
        }

        for (var i = 0; i < Words.Length; i++)
        {
            var word = words[start + i].Text;
            var isLast = i == Words.Length - 1;
            if (isLast && IsPrefix
                ? !word.StartsWith(Words[i], StringComparison.Ordinal)
                : !string.Equals(word, Words[i], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }
}
