namespace BlogKit.Internal;

/// <summary>A growing run of characters that keeps its memory between uses.</summary>
internal sealed class CharBuffer
{
    private const int KeptCapacity = 64 * 1024;

    private char[] _characters = new char[1024];

    public int Length { get; private set; }

    public char Last => Length == 0 ? '\0' : _characters[Length - 1];

    public ReadOnlySpan<char> Written => _characters.AsSpan(0, Length);

    public void Append(char c)
    {
        if (Length == _characters.Length)
        {
            Grow(1);
        }

        _characters[Length++] = c;
    }

    public void Append(ReadOnlySpan<char> text)
    {
        if (text.Length > _characters.Length - Length)
        {
            Grow(text.Length);
        }

        text.CopyTo(_characters.AsSpan(Length));
        Length += text.Length;
    }

    public void Truncate(int length) => Length = length;

    /// <summary>Empties the buffer; memory beyond a usual comment's need is given back.</summary>
    public void Clear()
    {
        Length = 0;
        if (_characters.Length > KeptCapacity)
        {
            _characters = new char[1024];
        }
    }

    public override string ToString() => new(_characters, 0, Length);

    private void Grow(int needed) => Array.Resize(ref _characters, Math.Max(_characters.Length * 2, Length + needed));
}
