using System.Buffers;
using System.Globalization;
using System.Numerics;

namespace BlogKit.Moderation.Internal;

/// <summary>
/// Reads the features of a text: words, pairs of words near each other, letters of words, links, shapes and measures. Linear in the text;
/// makes no strings. What a feature's hash is never changes without a new <see cref="Version"/>: learned tables are indexed by it.
/// </summary>
internal static class FeatureReader
{
    public const int Version = 1;

    private const uint Prime = 0x01000193;
    private const uint Basis = 0x811C9DC5;
    private const int LongestWord = 40;
    private const int FewestLetters = 4;
    private const int MostLetters = 5;

    private static readonly SearchValues<char> UrlEnd = SearchValues.Create(" \n\"<>[]()");

    private enum TokenKind : byte
    {
        Word,
        Shape,
    }

    private readonly record struct Token(int Start, int Length, uint Hash, TokenKind Kind);

    /// <summary>
    /// Reads at most <paramref name="longest"/> characters of the text: three quarters from its beginning, the rest from its end.
    /// </summary>
    public static void Read<TSink>(ReadOnlySpan<char> text, int longest, char[] buffer, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        // Of a long text the beginning and the end: what is advertised in a long text often stands there.
        var tail = text.Length > longest ? longest / 4 : 0;
        var written = TextCleaner.Clean(text[..Math.Min(text.Length, longest - tail)], buffer, out var letters);
        if (tail > 0)
        {
            buffer[written++] = '\n';
            written += TextCleaner.Clean(text[^tail..], buffer.AsSpan(written), out var more);
            letters.Upper += more.Upper;
            letters.Lower += more.Lower;
        }

        var scan = new Scan<TSink>(buffer.AsSpan(0, written), ref sink);
        scan.Run(letters);
    }

    /// <summary>How many characters the buffer must hold.</summary>
    public static int BufferSize(int longest) => longest + 16;

    private static uint Mix(uint hash, FeatureKind kind)
    {
        hash ^= (uint)kind * 0x9E3779B9u;
        hash ^= hash >> 16;
        hash *= 0x7FEB352D;
        hash ^= hash >> 15;
        hash *= 0x846CA68B;
        return hash ^ (hash >> 16);
    }

    private static uint HashOf(ReadOnlySpan<char> span)
    {
        var hash = Basis;
        foreach (var c in span)
        {
            hash = (hash ^ c) * Prime;
        }

        return hash;
    }

    private ref struct Scan<TSink>
        where TSink : struct, IFeatureSink
    {
        private readonly Span<char> _text;
        private readonly ref TSink _sink;
        private Token _before;
        private int _words;
        private int _links;
        private int _times;
        private int _shouts;
        private int _questions;
        private int _pictograms;
        private int _lines;
        private int _foreign;
        private int _digits;
        private bool _open;

        public Scan(Span<char> text, ref TSink sink)
        {
            _text = text;
            _sink = ref sink;
            _open = true;
        }

        public void Run(TextCase letters)
        {
            Token first = default;
            for (var i = 0; i < _text.Length && _open;)
            {
                var c = _text[i];
                if (c is ' ' or '\n')
                {
                    _lines += c == '\n' ? 1 : 0;
                    i++;
                    continue;
                }

                var before = _words;
                i = IsWordCharacter(c) ? ReadWord(i) : c is '$' or '£' or '€' ? ReadPrice(i) : ReadMarks(i);
                if (before == 0 && _words > 0)
                {
                    first = _before;
                }
            }

            if (_words > 0)
            {
                Emit(FeatureKind.First, first.Hash, first.Start, first.Length);
                Emit(FeatureKind.Last, _before.Hash, _before.Start, _before.Length);
            }

            Measure("words", Bucket(_words));
            Measure("characters", Bucket(_text.Length));
            Measure("links", Math.Min(_links, 3));
            Measure("exclamation-marks", Math.Min(_shouts, 4));
            Measure("question-marks", Math.Min(_questions, 2));
            Measure("pictograms", Math.Min(_pictograms, 3));
            Measure("lines", Math.Min(_lines, 3));
            Measure("times", Math.Min(_times, 2));
            Measure("digits", Bucket(_digits));
            var total = letters.Upper + letters.Lower;
            Measure("capitals", total < 8 ? 0 : letters.Upper * 10 / total);
            Measure("other-scripts", total == 0 ? 0 : Math.Min(_foreign * 4 / (total + _foreign), 3));
            if (letters.Upper == 0 && total > 0)
            {
                Measure("no-capital", 1);
            }
        }

        private static bool IsWordCharacter(char c) =>
            char.IsAscii(c) ? char.IsAsciiLetterOrDigit(c) : char.IsLetterOrDigit(c);

        private int ReadWord(int start)
        {
            if (IsLinkAt(start, out var end))
            {
                ReadLink(start, end);
                return end;
            }

            var i = start;
            var digits = 0;
            var hash = Basis;
            char last = '\0', secondLast = '\0';
            for (; i < _text.Length; i++)
            {
                var c = _text[i];
                if (!IsWordCharacter(c) && !(c == '\'' && i + 1 < _text.Length && IsWordCharacter(_text[i + 1])))
                {
                    break;
                }

                if (char.IsDigit(c))
                {
                    digits++;
                }
                else if (!char.IsAscii(c))
                {
                    _foreign++;
                }

                // Letters that come three times and more count as two: pleeeease.
                if (c != last || c != secondLast)
                {
                    hash = (hash ^ c) * Prime;
                }

                (secondLast, last) = (last, c);
            }

            var length = i - start;
            _digits += digits;
            if (digits == length)
            {
                return ReadNumber(start, i);
            }

            if (digits > 0)
            {
                Shape(start, length, "letters-and-digits", Math.Min(length, 12));
            }

            Push(new Token(start, length, hash, TokenKind.Word));
            Emit(FeatureKind.Word, hash, start, length);
            Letters(start, Math.Min(length, LongestWord));
            return i;
        }

        private int ReadNumber(int start, int end)
        {
            // 1:23 is a time in a video, 1,000.50 one number, 0800 555 0144 a telephone number.
            if (end + 2 < _text.Length && _text[end] == ':' && end - start <= 2 && char.IsAsciiDigit(_text[end + 1])
                && char.IsAsciiDigit(_text[end + 2]))
            {
                _times++;
                PushShape(start, end + 3 - start, "time", 0);
                return end + 3;
            }

            var (i, digits) = (end, end - start);
            while (i + 1 < _text.Length && _text[i] is ' ' or '-' or '.' or ',' or '/' && char.IsAsciiDigit(_text[i + 1]))
            {
                i++;
                while (i < _text.Length && char.IsAsciiDigit(_text[i]))
                {
                    i++;
                    digits++;
                }
            }

            if (digits >= 7)
            {
                _digits += digits - (end - start);
                PushShape(start, i - start, "long-number", Math.Min(digits, 12));
                return i;
            }

            if (end < _text.Length && _text[end] is '%' or '€' or '$' or '£')
            {
                PushShape(start, end + 1 - start, _text[end] == '%' ? "percent" : "price", 0);
                return end + 1;
            }

            Emit(FeatureKind.Word, HashOf(_text[start..end]), start, end - start);
            PushShape(start, end - start, "number", Math.Min(end - start, 7));
            return end;
        }

        private int ReadPrice(int start)
        {
            var i = start + 1;
            while (i < _text.Length && (char.IsAsciiDigit(_text[i]) || _text[i] is ',' or '.'))
            {
                i++;
            }

            if (i > start + 1)
            {
                PushShape(start, i - start, "price", 0);
                return i;
            }

            return ReadMarks(start);
        }

        private int ReadMarks(int start)
        {
            var c = _text[start];
            var i = start + 1;
            if (c == '@' && i < _text.Length && IsWordCharacter(_text[i]))
            {
                Shape(start, 1, "mention", 0);
                return i;
            }

            if (c == '+' && i < _text.Length && char.IsAsciiDigit(_text[i]))
            {
                Shape(start, 1, "plus-number", 0);
                return i;
            }

            if (char.IsHighSurrogate(c) && i < _text.Length)
            {
                i++;
                _pictograms++;
                Emit(FeatureKind.Mark, HashOf(_text[start..i]), start, i - start);
                return i;
            }

            if (!char.IsAscii(c))
            {
                _pictograms += char.GetUnicodeCategory(c) is UnicodeCategory.OtherSymbol ? 1 : 0;
                Emit(FeatureKind.Mark, HashOf(_text[start..i]), start, 1);
                return i;
            }

            while (i < _text.Length && !IsWordCharacter(_text[i]) && _text[i] is not (' ' or '\n' or '$') && char.IsAscii(_text[i]))
            {
                i++;
            }

            foreach (var mark in _text[start..i])
            {
                _shouts += mark == '!' ? 1 : 0;
                _questions += mark == '?' ? 1 : 0;
            }

            var length = Math.Min(i - start, 3);
            Emit(FeatureKind.Mark, HashOf(_text.Slice(start, length)), start, length);
            return i;
        }

        private bool IsLinkAt(int start, out int end)
        {
            end = start;
            var rest = _text[start..];
            var scheme = rest.StartsWith("http://") || rest.StartsWith("https://");
            if (!scheme && !rest.StartsWith("www."))
            {
                // A bare host: letters, a dot, two or more letters, and a slash or the end of the word. The scan stops with the word.
                var dot = -1;
                var i = 0;
                for (; i < rest.Length && i < 80 && (char.IsAsciiLetterOrDigit(rest[i]) || rest[i] is '.' or '-'); i++)
                {
                    dot = rest[i] == '.' ? i : dot;
                }

                while (i > 0 && rest[i - 1] is '.' or '-')
                {
                    i--;
                    dot = rest[..i].LastIndexOf('.');
                }

                if (dot < 2 || i - dot - 1 is < 2 or > 7 || !IsLetters(rest[(dot + 1)..i]) || (i < rest.Length && rest[i] == '@'))
                {
                    return false;
                }

                // "end.Begin" is two sentences more often than a host, unless a path follows or the ending is a common one.
                if (!(i < rest.Length && rest[i] == '/') && !IsCommonTopDomain(rest[(dot + 1)..i]))
                {
                    return false;
                }
            }

            var length = rest.IndexOfAny(UrlEnd);
            end = start + (length < 0 ? rest.Length : length);
            return true;
        }

        private static bool IsLetters(ReadOnlySpan<char> span)
        {
            foreach (var c in span)
            {
                if (!char.IsAsciiLetter(c))
                {
                    return false;
                }
            }

            return true;
        }

        private static bool IsCommonTopDomain(ReadOnlySpan<char> ending) =>
            ending is "com" or "net" or "org" or "info" or "biz" or "ru" or "de" or "uk" or "co" or "io" or "tv" or "me" or "ly" or "gl"
                or "be" or "us" or "cn" or "xyz" or "top" or "site" or "online" or "shop" or "club" or "example";

        private void ReadLink(int start, int end)
        {
            var url = _text[start..end];
            var from = url.IndexOf("://") is >= 0 and var scheme ? scheme + 3 : 0;
            if (url[from..].StartsWith("www."))
            {
                from += 4;
            }

            // A link to a moment of the video itself is what viewers write, not what spammers do.
            if (url.IndexOf("&t=") > 0 || url.IndexOf("&amp;t=") > 0 || url.IndexOf("?t=") > 0)
            {
                _times++;
                PushShape(start, end - start, "time-link", 0);
                return;
            }

            _links++;
            var length = url[from..].IndexOfAny("/?#:".AsSpan());
            var host = url.Slice(from, length < 0 ? url.Length - from : length);
            Emit(FeatureKind.Host, HashOf(host), start + from, host.Length);
            var dot = host.LastIndexOf('.');
            if (dot >= 0)
            {
                Emit(FeatureKind.TopDomain, HashOf(host[dot..]), start + from + dot, host.Length - dot);
            }

            PushShape(start, end - start, "link", 0);
            var path = url[(from + host.Length)..];
            if (path.IndexOfAny('?', '=') >= 0)
            {
                Shape(start, end - start, "link-with-query", 0);
            }
            else
            {
                Shape(start, end - start, path.Length > 1 ? "link-to-page" : "link-to-site", 0);
            }

            // The words a link is made of: a channel, a shop, a prize.
            for (var i = from; i < url.Length;)
            {
                var j = i;
                while (j < url.Length && char.IsAsciiLetter(url[j]))
                {
                    j++;
                }

                if (j - i is >= 3 and <= 20)
                {
                    Emit(FeatureKind.Word, HashOf(url[i..j]), start + i, j - i);
                    Letters(start + i, j - i);
                }

                i = Math.Max(j, i + 1);
            }
        }

        private void Letters(int start, int length)
        {
            // The ends of the word are marked by an underscore, by index -1 and length.
            for (var i = -1; i + FewestLetters <= length + 1 && _open; i++)
            {
                var hash = Basis;
                var most = Math.Min(MostLetters, length + 1 - i);
                for (var n = 0; n < most; n++)
                {
                    var at = i + n;
                    hash = (hash ^ (at < 0 || at == length ? '_' : _text[start + at])) * Prime;
                    if (n >= FewestLetters - 1)
                    {
                        var from = Math.Max(i, 0);
                        var to = Math.Min(at, length - 1);
                        Emit(FeatureKind.Letters, hash, start + from, to - from + 1);
                    }
                }
            }
        }

        private void Push(Token token)
        {
            if (_words > 0)
            {
                Pair(FeatureKind.Pair, _before, token);
            }

            _before = token;
            _words++;
        }

        private void Pair(FeatureKind kind, Token left, Token right) =>
            _open = _open
                && _sink.Add(
                    kind,
                    Mix((left.Hash * 31) + BitOperations.RotateLeft(right.Hash, 13), kind),
                    left.Start,
                    left.Length,
                    right.Start,
                    right.Length);

        private void PushShape(int start, int length, string name, int value)
        {
            var hash = ShapeHash(name, value);
            Push(new Token(start, length, hash, TokenKind.Shape));
            Shape(start, length, name, value);
        }

        private void Shape(int start, int length, string name, int value)
        {
            _ = (start, length);
            _open = _open && _sink.Add(FeatureKind.Shape, Mix(ShapeHash(name, value), FeatureKind.Shape), name, value);
        }

        private void Measure(string name, int value) =>
            _open = _open && _sink.Add(FeatureKind.Measure, Mix(ShapeHash(name, value), FeatureKind.Measure), name, value);

        private void Emit(FeatureKind kind, uint hash, int start, int length) =>
            _open = _open && _sink.Add(kind, Mix(hash, kind), start, length, 0, 0);

        private static uint ShapeHash(string name, int value) => (HashOf(name) ^ (uint)(value + 1)) * Prime;

        private static int Bucket(int value) => value < 4
            ? value
            : (BitOperations.Log2((uint)value) * 2) + ((value >> (BitOperations.Log2((uint)value) - 1)) & 1);
    }
}
