using System.Numerics;

namespace BlogKit.Moderation.Internal;

/// <summary>
/// Beginnings of words, found by walking a word character by character: what is asked costs as much as matches, however many there are.
/// Most places of a text are passed over after one look at their first three characters. Filled first, then only read.
/// </summary>
internal sealed class TermTrie
{
    private const int FilterLength = 3;
    private const int BitsOfAnEntry = 32;

    private readonly List<int> _ends = [-1];
    private readonly HashSet<(char First, char Second, char Third)> _triples = [];

    // Open addressing; a place with node 0 is free, for no step leads back to the root.
    private long[] _steps = new long[16];
    private int[] _nodes = new int[16];
    private int _count;

    private ulong[] _filter = [];
    private bool _hasShort;

    public bool IsEmpty => _count == 0;

    /// <summary>Adds a beginning; returns the one added before with the same characters, or -1.</summary>
    public int Add(ReadOnlySpan<char> characters, int id)
    {
        var node = 0;
        foreach (var c in characters)
        {
            var place = PlaceOf(Step(node, c));
            if (_nodes[place] == 0)
            {
                place = Insert(Step(node, c), _ends.Count);
                _ends.Add(-1);
            }

            node = _nodes[place];
        }

        var before = _ends[node];
        _ends[node] = id;
        if (characters.Length < FilterLength)
        {
            _hasShort = true;
        }
        else
        {
            _triples.Add((characters[0], characters[1], characters[2]));
        }

        return before;
    }

    /// <summary>Makes ready for walking; nothing is added afterwards.</summary>
    public void Freeze()
    {
        _ends.TrimExcess();
        _filter = new ulong[BitOperations.RoundUpToPowerOf2((uint)Math.Max(64, _triples.Count * BitsOfAnEntry)) / 64];
        foreach (var (first, second, third) in _triples)
        {
            var bit = Bit(first, second, third);
            _filter[bit >> 6] |= 1UL << (bit & 63);
        }

        _triples.Clear();
        _triples.TrimExcess();
    }

    /// <summary>Whether anything may begin with the characters from there on; false is certain.</summary>
    public bool MayBegin(ReadOnlySpan<char> characters, int at) => characters.Length - at < FilterLength
        ? _hasShort
        : MayBegin(characters[at], characters[at + 1], characters[at + 2]);

    /// <summary>Whether anything may begin with these three characters; false is certain.</summary>
    public bool MayBegin(char first, char second, char third)
    {
        if (_count == 0 || _hasShort || _filter.Length == 0)
        {
            return _count > 0;
        }

        var bit = Bit(first, second, third);
        return (_filter[bit >> 6] & (1UL << (bit & 63))) != 0;
    }

    /// <summary>Whether anything may begin with the characters of the word read backwards; false is certain.</summary>
    public bool MayBeginBackwards(ReadOnlySpan<char> word) =>
        word.Length < FilterLength ? _hasShort : MayBegin(word[^1], word[^2], word[^3]);

    /// <summary>Whether anything goes on from a node with that character. Begin with node 0.</summary>
    /// <param name="node">The node reached; that of the next step afterwards.</param>
    /// <param name="c">The character.</param>
    /// <param name="id">What ends there; -1 for nothing.</param>
    public bool TryStep(ref int node, char c, out int id)
    {
        node = _nodes[PlaceOf(Step(node, c))];
        id = node == 0 ? -1 : _ends[node];
        return node != 0;
    }

    private int Bit(char first, char second, char third)
    {
        var hash = ((ulong)first << 32 | (ulong)second << 16 | third) * 0x9E3779B97F4A7C15;
        return (int)(hash >> 40) & ((_filter.Length * 64) - 1);
    }

    private int PlaceOf(long step)
    {
        var mask = _steps.Length - 1;
        var place = (int)((ulong)step * 0x9E3779B97F4A7C15 >> 33) & mask;
        while (_nodes[place] != 0 && _steps[place] != step)
        {
            place = (place + 1) & mask;
        }

        return place;
    }

    private int Insert(long step, int node)
    {
        if ((_count + 1) * 2 > _steps.Length)
        {
            var (steps, nodes) = (_steps, _nodes);
            _steps = new long[steps.Length * 2];
            _nodes = new int[nodes.Length * 2];
            for (var i = 0; i < steps.Length; i++)
            {
                if (nodes[i] != 0)
                {
                    var moved = PlaceOf(steps[i]);
                    (_steps[moved], _nodes[moved]) = (steps[i], nodes[i]);
                }
            }
        }

        var place = PlaceOf(step);
        (_steps[place], _nodes[place]) = (step, node);
        _count++;
        return place;
    }

    private static long Step(int node, char c) => ((long)node << 16) | c;
}
