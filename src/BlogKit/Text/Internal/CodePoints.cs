using System.Buffers;

namespace BlogKit.Internal;

/// <summary>A list of code points that begins on the stack.</summary>
internal ref struct CodePoints(Span<int> initial)
{
    private Span<int> _values = initial;
    private int[]? _rented;

    public int Count { get; set; }

    public readonly Span<int> Written => _values[..Count];

    public readonly int this[int index] => _values[index];

    public void Add(int value)
    {
        if (Count == _values.Length)
        {
            var larger = ArrayPool<int>.Shared.Rent(_values.Length * 2);
            _values.CopyTo(larger);
            Return();
            _values = _rented = larger;
        }

        _values[Count++] = value;
    }

    public void Return()
    {
        if (_rented is not null)
        {
            ArrayPool<int>.Shared.Return(_rented);
            _rented = null;
        }
    }
}
