using System.Runtime.InteropServices;

namespace BlogKit.Internal;

/// <summary>Beginnings of words, found by walking a word character by character: what is asked costs as much as matches, however many there are.</summary>
internal sealed class TermTrie
{
    private const int Root = 0;
    private readonly Dictionary<long, int> _steps = [];
    private readonly List<int> _ends = [-1];

    public bool IsEmpty => _steps.Count == 0;

    /// <summary>Adds a beginning; returns the one added before with the same characters, or -1.</summary>
    public int Add(ReadOnlySpan<char> characters, int id)
    {
        var node = Root;
        foreach (var c in characters)
        {
            ref var next = ref CollectionsMarshal.GetValueRefOrAddDefault(_steps, Step(node, c), out var exists);
            if (!exists)
            {
                next = _ends.Count;
                _ends.Add(-1);
            }

            node = next;
        }

        var before = _ends[node];
        _ends[node] = id;
        return before;
    }

    /// <summary>Whether anything goes on from a node with that character. Begin with node 0.</summary>
    /// <param name="node">The node reached; that of the next step afterwards.</param>
    /// <param name="c">The character.</param>
    /// <param name="id">What ends there; -1 for nothing.</param>
    public bool TryStep(ref int node, char c, out int id)
    {
        if (!_steps.TryGetValue(Step(node, c), out node))
        {
            id = -1;
            return false;
        }

        id = _ends[node];
        return true;
    }

    public void TrimExcess()
    {
        _steps.TrimExcess();
        _ends.TrimExcess();
    }

    private static long Step(int node, char c) => ((long)node << 16) | c;
}
