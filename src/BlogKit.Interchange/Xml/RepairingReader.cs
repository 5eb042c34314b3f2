using System.Buffers;
using System.Text;

namespace BlogKit.Interchange.Internal;

/// <summary>
/// Reads the characters of an XML file, without those that XML 1.0 forbids (section 2.2), with Windows-1252 for bytes that are no UTF-8,
/// and with long CDATA sections in pieces. Remembers where it mended something, in lines and columns as
/// <see cref="System.Xml.XmlReader"/> counts them behind it.
/// </summary>
internal sealed class RepairingReader : TextReader
{
    private const int MostRepairs = 1024;

    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        XmlCharacters.Forbidden
        + string.Concat(Enumerable.Range(ByteMarks.First, ByteMarks.Last - ByteMarks.First + 1).Select(static c => (char)c)));

    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private readonly TextReader _inner;
    private readonly SectionTracker _sections = new();
    private readonly Queue<Repair> _repairs = new();
    private readonly char[] _one = new char[1];
    private long _line;
    private long _column = 1;
    private bool _afterReturn;
    private Repair? _last;
    private char? _half;
    private char? _kept;
    private long _allowance;

    public RepairingReader(TextReader inner, long linesBefore)
    {
        _inner = inner;
        LinesBefore = linesBefore;
        _line = linesBefore + 1;
    }

    /// <summary>The lines in front of what is read: blank ones that XML forbids there.</summary>
    public long LinesBefore { get; }

    /// <summary>Whether the end was asked for: whoever misses something then misses it for good.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>Lets this many further characters be read; asking for more is an error, which bounds names and attributes.</summary>
    public void Allow(long characters) => _allowance = characters;

    /// <summary>Takes what was mended in front of a place.</summary>
    public Repair? TakeBefore(long line, long column)
    {
        if (!_repairs.TryPeek(out var repair) || !repair.IsBefore(line, column))
        {
            return null;
        }

        _repairs.Dequeue();
        _last = _repairs.Count == 0 ? null : _last;
        return repair;
    }

    public override int Peek()
    {
        _kept ??= ReadOne();
        return _kept ?? -1;
    }

    public override int Read()
    {
        var next = _kept ?? ReadOne();
        _kept = null;
        return next ?? -1;
    }

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        if (buffer.IsEmpty)
        {
            return 0;
        }

        if (_kept is { } kept)
        {
            buffer[0] = kept;
            _kept = null;
            return 1;
        }

        if (_sections.MaySplit && buffer.Length >= SectionTracker.Split.Length)
        {
            SectionTracker.Split.CopyTo(buffer);
            _sections.Restart();
            _column += SectionTracker.Split.Length;
            return SectionTracker.Split.Length;
        }

        while (true)
        {
            var read = _inner.Read(buffer);
            if (read == 0)
            {
                IsAtEnd = true;
                return 0;
            }

            _allowance -= read;
            if (_allowance < 0)
            {
                throw new InvalidDataException("A name, an attribute or a comment is too long to be one.");
            }

            var written = Mend(buffer[..read]);
            if (written > 0)
            {
                _sections.Follow(buffer[..written]);
                return written;
            }
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private char? ReadOne() => Read(_one.AsSpan()) == 0 ? null : _one[0];

    // Mends in place: what comes out is never longer than what went in.
    private int Mend(Span<char> text)
    {
        var from = 0;
        var to = 0;
        while (from < text.Length)
        {
            var rest = text[from..];
            var plain = rest.IndexOfAny(Suspects);
            if (plain < 0)
            {
                plain = rest.Length;
            }

            if (plain > 0)
            {
                DropHalf();
                var kept = rest[..plain];
                Count(kept);
                kept.CopyTo(text[to..]);
                to += plain;
                from += plain;
                continue;
            }

            var c = text[from++];
            if (ByteMarks.IsLow(c) && _half is { } high)
            {
                _half = null;
                to += Decode(ByteMarks.Decode(high, c), text[to..]);
                continue;
            }

            DropHalf();
            if (ByteMarks.IsHigh(c))
            {
                _half = c;
            }
            else
            {
                Remember(SourceNoteKind.ForbiddenCharacters);
            }
        }

        return to;
    }

    // A mark that stands alone was in the file itself.
    private void DropHalf()
    {
        if (_half is not null)
        {
            _half = null;
            Remember(SourceNoteKind.ForbiddenCharacters);
        }
    }

    private int Decode(byte value, Span<char> target)
    {
        Span<byte> bytes = [value];
        Span<char> one = stackalloc char[2];
        var length = Western.GetChars(bytes, one);
        Remember(SourceNoteKind.WrongEncoding);
        if (length != 1 || char.IsControl(one[0]))
        {
            return 0;
        }

        target[0] = one[0];
        Count(one[..1]);
        return 1;
    }

    private void Remember(SourceNoteKind kind)
    {
        if (_last is not null && (_repairs.Count >= MostRepairs || _last.IsAt(_line, _column, kind)))
        {
            _last.Count++;
            return;
        }

        _last = new Repair(_line, _column, kind);
        _repairs.Enqueue(_last);
    }

    private void Count(ReadOnlySpan<char> text)
    {
        var lines = text.Count('\n');
        var returns = text.Count('\r');
        if (returns > 0)
        {
            lines += returns - text.Count("\r\n");
        }

        // A return and its line feed on both sides of a border are one line.
        if (_afterReturn && text[0] == '\n')
        {
            lines--;
        }

        _afterReturn = text[^1] == '\r';
        var last = text.LastIndexOfAny('\r', '\n');
        _line += lines;
        _column = last < 0 ? _column + text.Length : text.Length - last;
    }
}
