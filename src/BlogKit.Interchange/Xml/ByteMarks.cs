using System.Buffers;
using System.Text;

namespace BlogKit.Interchange.Internal;

/// <summary>
/// Carries bytes that are no UTF-8 through the decoder: each becomes two characters of the block U+FDD0 to U+FDEF, which Unicode reserves
/// for use inside of a program and forbids in texts. <see cref="RepairingReader"/> makes of them what Windows-1252 has for the byte.
/// </summary>
internal sealed class ByteMarks : DecoderFallback
{
    public const char First = '\uFDD0';

    public const char Last = '\uFDEF';

    private static readonly SearchValues<char> All =
        SearchValues.Create(string.Concat(Enumerable.Range(First, Last - First + 1).Select(static c => (char)c)));

    public override int MaxCharCount => 6;

    public static bool AreIn(ReadOnlySpan<char> text) => text.ContainsAny(All);

    public static bool IsHigh(char c) => c is >= First and < (char)(First + 16);

    public static bool IsLow(char c) => c is >= (char)(First + 16) and <= Last;

    public static byte Decode(char high, char low) => (byte)(((high - First) << 4) | (low - First - 16));

    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Marks();

    private sealed class Marks : DecoderFallbackBuffer
    {
        private readonly char[] _chars = new char[8];
        private int _count;
        private int _next;

        public override int Remaining => _count - _next;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            _count = 0;
            _next = 0;
            foreach (var value in bytesUnknown)
            {
                _chars[_count++] = (char)(First + (value >> 4));
                _chars[_count++] = (char)(First + 16 + (value & 15));
            }

            return true;
        }

        public override char GetNextChar() => _next < _count ? _chars[_next++] : '\0';

        public override bool MovePrevious()
        {
            if (_next == 0)
            {
                return false;
            }

            _next--;
            return true;
        }

        public override void Reset()
        {
            _count = 0;
            _next = 0;
        }
    }
}
