using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// A page while it is made: text that is written becomes UTF-8 in pooled memory, so that there is no string of the page, and nothing of it
/// is sent before it is complete. Half a surrogate pair becomes U+FFFD. A page is written in thousands of pieces, most of some letters:
/// those cost nothing but copying. Disposing gives the memory back. Not safe for concurrent use.
/// </summary>
internal sealed class PageWriter() : TextWriter(CultureInfo.InvariantCulture)
{
    private const int SegmentSize = 16 * 1024;

    private readonly List<ArraySegment<byte>> _full = [];
    private byte[] _segment = ArrayPool<byte>.Shared.Rent(SegmentSize);
    private int _used;

    // The first half of a pair whose second is written next; 0 for none.
    private char _high;

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        if (_high == 0 && char.IsAscii(value) && _used < _segment.Length)
        {
            _segment[_used++] = (byte)value;
            return;
        }

        Write([value]);
    }

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(ReadOnlySpan<char> text)
    {
        if (_high != 0 && !text.IsEmpty)
        {
            var isPair = char.IsLowSurrogate(text[0]);
            ReadOnlySpan<char> whole = isPair ? [_high, text[0]] : [_high];
            _high = default;
            Encode(whole, isLast: true);
            text = isPair ? text[1..] : text;
        }

        Encode(text, isLast: false);
    }

    /// <summary>Ends the page, and returns how many bytes it has.</summary>
    public int Complete()
    {
        if (_high != 0)
        {
            ReadOnlySpan<char> half = [_high];
            _high = default;
            Encode(half, isLast: true);
        }

        return _full.Sum(static s => s.Count) + _used;
    }

    /// <summary>The whole page.</summary>
    public byte[] ToArray()
    {
        var page = GC.AllocateUninitializedArray<byte>(Complete());
        var at = 0;
        foreach (var segment in _full)
        {
            segment.CopyTo(page, at);
            at += segment.Count;
        }

        _segment.AsSpan(0, _used).CopyTo(page.AsSpan(at));
        return page;
    }

    /// <summary>Writes the whole page.</summary>
    public void CopyTo(IBufferWriter<byte> target)
    {
        Complete();
        foreach (var segment in _full)
        {
            target.Write(segment);
        }

        target.Write(_segment.AsSpan(0, _used));
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && _segment.Length > 0)
        {
            foreach (var segment in _full)
            {
                ArrayPool<byte>.Shared.Return(segment.Array!);
            }

            _full.Clear();
            ArrayPool<byte>.Shared.Return(_segment);
            _segment = [];
            _used = 0;
        }

        base.Dispose(disposing);
    }

    private void Encode(ReadOnlySpan<char> text, bool isLast)
    {
        while (!text.IsEmpty)
        {
            var status = Utf8.FromUtf16(text, _segment.AsSpan(_used), out var read, out var written, isFinalBlock: isLast);
            _used += written;
            text = text[read..];
            if (status is OperationStatus.NeedMoreData)
            {
                _high = text[0];
                return;
            }

            if (status is OperationStatus.DestinationTooSmall)
            {
                _full.Add(new ArraySegment<byte>(_segment, 0, _used));
                _segment = ArrayPool<byte>.Shared.Rent(SegmentSize);
                _used = 0;
            }
        }
    }
}
