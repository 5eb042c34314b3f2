using System.Collections.Immutable;
using System.Text;

namespace BlogKit;

/// <summary>A term as words: they must follow each other; the last may go on.</summary>
internal sealed record SearchPhrase(ImmutableArray<string> Words, bool IsPrefix)
{
    public static ImmutableArray<SearchPhrase> From(ImmutableArray<SearchTerm> terms)
    {
        var phrases = ImmutableArray.CreateBuilder<SearchPhrase>();
        foreach (var term in Storable.Safe(terms))
        {
            ImmutableArray<string> words =
            [
                .. SearchWords.Split(term.Text)
                    .Select(word => SearchWords.Fold(term.Text.AsSpan(word.Start, word.Length)))
                    .Where(static word => word.Length > 0),
            ];
            if (words.Length > 0)
            {
                phrases.Add(new SearchPhrase(words, term.IsPrefix));
            }
        }

        return phrases.ToImmutable();
    }

    /// <summary>The phrases as an FTS5 expression. Words are letters and digits, and quoted: nothing in them is syntax.</summary>
    public static string Expression(ImmutableArray<SearchPhrase> phrases)
    {
        var expression = new StringBuilder();
        foreach (var phrase in phrases)
        {
            expression.Append(expression.Length == 0 ? "\"" : " AND \"").AppendJoin(' ', phrase.Words).Append('"');
            if (phrase.IsPrefix)
            {
                expression.Append('*');
            }
        }

        return expression.ToString();
    }

    public bool MatchesAt(List<string> words, int start)
    {
        if (start + Words.Length > words.Count)
        {
            return false;
        }

        for (var i = 0; i < Words.Length; i++)
        {
            var isLast = i == Words.Length - 1;
            if (isLast && IsPrefix
                ? !words[start + i].StartsWith(Words[i], StringComparison.Ordinal)
                : !string.Equals(words[start + i], Words[i], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }
}
