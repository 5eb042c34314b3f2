using System.Numerics;

namespace BlogKit.Moderation.Internal;

/// <summary>
/// Reusable memory for reading one text: its cleaned characters and the cells its features fall into, each once. Not for concurrent use.
/// </summary>
internal sealed class FeatureWorkspace
{
    /// <summary>Marks the cells of letters; the lower bits are the cell.</summary>
    public const uint LettersBit = 1u << 31;

    private readonly char[] _buffer;
    private readonly int _longest;
    private readonly uint[] _cells;

    // The stamp of the reading that filled a slot, and the cell in it: side by side, because each feature looks at one.
    private readonly ulong[] _slots;
    private uint _mask;
    private uint _stamp;

    public FeatureWorkspace(int longestText)
    {
        _longest = longestText;
        _buffer = new char[FeatureReader.BufferSize(longestText)];
        _cells = new uint[CellLimit(longestText)];
        _slots = new ulong[SlotsFor(longestText)];
    }

    public ReadOnlySpan<uint> Cells => _cells.AsSpan(0, Count);

    public int Count { get; private set; }

    public ReadOnlySpan<char> Text => _buffer;

    /// <summary>The most cells a text may fill: fewer than three for a character.</summary>
    public static int CellLimit(int longestText) => (longestText * 3) + 64;

    /// <summary>Reads a text into <see cref="Cells"/>.</summary>
    public ReadOnlySpan<uint> Read(ReadOnlySpan<char> text, int bits)
    {
        Begin(text.Length);
        var sink = new CellSink(this, bits);
        FeatureReader.Read(text, _longest, _buffer, ref sink);
        return Cells;
    }

    /// <summary>Reads a text, remembering what each cell stands for.</summary>
    public List<NamedCell> Name(ReadOnlySpan<char> text, int bits)
    {
        Begin(text.Length);
        var sink = new NamingSink(this, bits);
        FeatureReader.Read(text, _longest, _buffer, ref sink);
        return sink.Named;
    }

    // A short text uses few of the slots, which then stay in the processor's nearest memory.
    private void Begin(int length)
    {
        Count = 0;
        _mask = SlotsFor(Math.Min(length, _longest)) - 1;
        if (++_stamp == uint.MaxValue)
        {
            Array.Clear(_slots);
            _stamp = 1;
        }
    }

    private static uint SlotsFor(int length) => BitOperations.RoundUpToPowerOf2((uint)CellLimit(length) * 2);

    private bool TryAdd(FeatureKind kind, uint hash, int bits)
    {
        var cell = hash >> (32 - bits);
        var filled = ((ulong)_stamp << 32) | cell;
        var slot = ((cell * 0x9E3779B1u) >> 7) & _mask;
        while (_slots[slot] >> 32 == _stamp)
        {
            if (_slots[slot] == filled)
            {
                return false;
            }

            slot = (slot + 1) & _mask;
        }

        if (Count == _cells.Length)
        {
            return false;
        }

        _slots[slot] = filled;
        _cells[Count++] = kind is FeatureKind.Letters ? cell | LettersBit : cell;
        return true;
    }

    private readonly struct CellSink(FeatureWorkspace workspace, int bits) : IFeatureSink
    {
        public bool Add(FeatureKind kind, uint hash, int start, int length, int otherStart, int otherLength)
        {
            workspace.TryAdd(kind, hash, bits);
            return workspace.Count < workspace._cells.Length;
        }

        public bool Add(FeatureKind kind, uint hash, string name, int value)
        {
            workspace.TryAdd(kind, hash, bits);
            return workspace.Count < workspace._cells.Length;
        }
    }

    private readonly struct NamingSink(FeatureWorkspace workspace, int bits) : IFeatureSink
    {
        public List<NamedCell> Named { get; } = [];

        public bool Add(FeatureKind kind, uint hash, int start, int length, int otherStart, int otherLength)
        {
            if (workspace.TryAdd(kind, hash, bits))
            {
                Named.Add(new NamedCell(workspace._cells[workspace.Count - 1], kind, start, length, otherStart, otherLength, null, 0));
            }

            return workspace.Count < workspace._cells.Length;
        }

        public bool Add(FeatureKind kind, uint hash, string name, int value)
        {
            if (workspace.TryAdd(kind, hash, bits))
            {
                Named.Add(new NamedCell(workspace._cells[workspace.Count - 1], kind, 0, 0, 0, 0, name, value));
            }

            return workspace.Count < workspace._cells.Length;
        }
    }
}
