using System.Buffers;
using System.Globalization;
using System.Text;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Writes text as UTF-8 into a buffer, without a string of the whole. Half a surrogate pair becomes U+FFFD.</summary>
internal sealed class Utf8Writer(IBufferWriter<byte> buffer) : TextWriter(CultureInfo.InvariantCulture)
{
    // A longer text is written in pieces of this length, so that it needs no buffer of three times its own.
    private const int Piece = 8 * 1024;

    // The first half of a pair whose second is written next; 0 for none.
    private char _high;

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        if (_high == 0 && char.IsAscii(value))
        {
            buffer.GetSpan(1)[0] = (byte)value;
            buffer.Advance(1);
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
            Encode(char.IsLowSurrogate(text[0]) ? [_high, text[0]] : [_high]);
            text = char.IsLowSurrogate(text[0]) ? text[1..] : text;
            _high = default;
        }

        while (!text.IsEmpty)
        {
            var length = Math.Min(text.Length, Piece);
            if (char.IsHighSurrogate(text[length - 1]))
            {
                // Only the last character of all may have to wait.
                if (length == text.Length)
                {
                    _high = text[^1];
                }

                length--;
            }

            Encode(text[..length]);
            text = _high == 0 ? text[length..] : [];
        }
    }

    public override void Flush()
    {
        if (_high != 0)
        {
            Encode([_high]);
            _high = default;
        }
    }

    private void Encode(ReadOnlySpan<char> text)
    {
        var bytes = Encoding.UTF8.GetBytes(text, buffer.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length)));
        buffer.Advance(bytes);
    }
}
