using System.Text;
using BlogKit.Storage;

namespace BlogKit.Internal;

/// <summary>Cuts the piece out of a text in which most of what was looked for stands.</summary>
internal static class Snippets
{
    public static Snippet Make(string text, ImmutableArray<SearchPhrase> phrases, int most)
    {
        var words = SearchWords.Read(text);
        if (words.IsEmpty)
        {
            return new Snippet("", []);
        }

        var matches = FindMatches(words, phrases);
        var first = FindWindow(matches, phrases.Length, words.Length, most);
        var last = Math.Min(first + most, words.Length) - 1;
        return Cut(text, words, matches, first, last);
    }

    private static List<Match> FindMatches(ImmutableArray<SearchWord> words, ImmutableArray<SearchPhrase> phrases)
    {
        var matches = new List<Match>();
        for (var i = 0; i < words.Length; i++)
        {
            for (var p = 0; p < phrases.Length; p++)
            {
                if (phrases[p].MatchesAt(words, i))
                {
                    matches.Add(new Match(i, i + phrases[p].Words.Length - 1, p));
                }
            }
        }

        return matches;
    }

    // The window that begins a little before a match and holds the most different phrases, the earliest of equals.
    private static int FindWindow(List<Match> matches, int phrases, int words, int most)
    {
        var best = 0;
        var bestScore = -1;
        var seen = new bool[phrases];
        for (var m = 0; m < matches.Count; m++)
        {
            var first = Math.Max(0, Math.Min(matches[m].First - (most / 4), words - most));
            Array.Clear(seen);
            var different = 0;
            for (var n = m; n < matches.Count && matches[n].First < first + most; n++)
            {
                if (matches[n].Last < first + most && !seen[matches[n].Phrase])
                {
                    seen[matches[n].Phrase] = true;
                    different++;
                }
            }

            if (different > bestScore)
            {
                bestScore = different;
                best = first;
                if (different == phrases)
                {
                    break;
                }
            }
        }

        return best;
    }

    private static Snippet Cut(string text, ImmutableArray<SearchWord> words, List<Match> matches, int first, int last)
    {
        var start = first == 0 ? 0 : words[first].Range.Start;
        var end = last == words.Length - 1 ? text.Length : End(words[last]);
        var piece = new StringBuilder();
        if (first > 0)
        {
            piece.Append('…');
        }

        var shift = piece.Length - start;
        piece.Append(text, start, end - start);
        if (end < text.Length)
        {
            piece.Append('…');
        }

        var highlights = ImmutableArray.CreateBuilder<TextRange>();
        var highlighted = 0;
        foreach (var match in matches)
        {
            if (match.First < first || match.Last > last)
            {
                continue;
            }

            var from = Math.Max(words[match.First].Range.Start + shift, highlighted);
            var to = End(words[match.Last]) + shift;
            if (to > from)
            {
                highlights.Add(new TextRange(from, to - from));
                highlighted = to;
            }
        }

        return new Snippet(piece.ToString(), highlights.DrainToImmutable());
    }

    private static int End(SearchWord word) => word.Range.Start + word.Range.Length;

    private readonly record struct Match(int First, int Last, int Phrase);
}
