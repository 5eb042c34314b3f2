namespace BlogKit.Moderation.Internal;

/// <summary>Words of the letters a to z, for splitting what was written without spaces. Immutable.</summary>
internal sealed class WordTrie
{
    private const int Letters = 26;
    private const int CostOfWord = 4;
    private const int CostOfUnknown = 9;

    private readonly int[] _next;
    private readonly int[] _term;

    public WordTrie(IEnumerable<KeyValuePair<string, int>> words)
    {
        var next = new List<int>(new int[Letters]);
        var term = new List<int> { -1 };
        foreach (var (word, id) in words)
        {
            var node = 0;
            foreach (var c in word)
            {
                var at = (node * Letters) + c - 'a';
                if (next[at] == 0)
                {
                    next[at] = term.Count;
                    next.AddRange(new int[Letters]);
                    term.Add(-1);
                }

                node = next[at];
            }

            term[node] = id;
        }

        _next = [.. next];
        _term = [.. term];
    }

    /// <summary>
    /// Splits a run of a few hundred letters at most into as few words and as little else as can be; returns the number of pieces.
    /// </summary>
    public int Split(ReadOnlySpan<char> run, Span<int> ends, Span<int> terms, out int unknown)
    {
        Span<int> cost = stackalloc int[run.Length + 1];
        Span<int> from = stackalloc int[run.Length + 1];
        Span<int> by = stackalloc int[run.Length + 1];
        cost.Fill(int.MaxValue);
        cost[0] = 0;
        unknown = 0;
        for (var i = 0; i < run.Length; i++)
        {
            if (cost[i] + CostOfUnknown < cost[i + 1])
            {
                (cost[i + 1], from[i + 1], by[i + 1]) = (cost[i] + CostOfUnknown, i, -1);
            }

            var node = 0;
            for (var j = i; j < run.Length; j++)
            {
                var letter = run[j] - 'a';
                if (letter is < 0 or >= Letters || (node = _next[(node * Letters) + letter]) == 0)
                {
                    break;
                }

                // Short words are dear: "the rapist" must not beat a longer word.
                var its = cost[i] + CostOfWord + (j == i ? 2 : j - i == 1 ? 1 : 0);
                if (_term[node] >= 0 && its < cost[j + 1])
                {
                    (cost[j + 1], from[j + 1], by[j + 1]) = (its, i, _term[node]);
                }
            }
        }

        var count = 0;
        for (var at = run.Length; at > 0; at = from[at])
        {
            unknown += by[at] < 0 ? at - from[at] : 0;
            if (by[at] < 0 && count > 0 && terms[count - 1] < 0)
            {
                continue;
            }

            ends[count] = at;
            terms[count++] = by[at];
        }

        ends[..count].Reverse();
        terms[..count].Reverse();
        return count;
    }
}
