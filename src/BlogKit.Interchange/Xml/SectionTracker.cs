namespace BlogKit.Interchange.Internal;

/// <summary>
/// Follows the characters of an XML file to know where a CDATA section may be ended and begun again, which changes no text: the XML reader
/// of .NET holds each section in memory as a whole.
/// </summary>
internal sealed class SectionTracker
{
    /// <summary>Ends a section and begins the next.</summary>
    public const string Split = End + Start;

    // Below what the large object heap takes.
    private const int MaximumLength = 32 * 1024;

    private const string Start = "<![CDATA[";
    private const string End = "]]>";
    private const string CommentStart = "<!--";
    private const string CommentEnd = "-->";
    private const string InstructionStart = "<?";
    private const string InstructionEnd = "?>";

    private static readonly (string Start, string End)[] Sections =
        [(Start, End), (CommentStart, CommentEnd), (InstructionStart, InstructionEnd)];

    private string? _begun;
    private string? _until;
    private int _matched;
    private int _length;
    private bool _isHalf;
    private bool _endsInBracket;

    /// <summary>Whether a long section may be split in front of what comes next.</summary>
    public bool MaySplit => ReferenceEquals(_until, End) && _matched == 0 && _length >= MaximumLength && !_isHalf;

    /// <summary>Says that the section was split.</summary>
    public void Restart() => _length = 0;

    /// <summary>Follows what comes next.</summary>
    public void Follow(ReadOnlySpan<char> text)
    {
        // Two halves of a pair are one character, and a return and its line feed are one line.
        _isHalf = !text.IsEmpty && (char.IsHighSurrogate(text[^1]) || text[^1] == '\r');
        if (ReferenceEquals(_until, End))
        {
            _length += text.Length;
        }

        var at = 0;
        var isBehindBracket = _endsInBracket;
        _endsInBracket = !text.IsEmpty && text[^1] == '<';
        while (at < text.Length)
        {
            if (_matched == 0 && _until is null)
            {
                // Most brackets begin an element; what follows one here stands seldom anywhere else.
                var next = text[at..].IndexOfAny('!', '?');
                if (next < 0)
                {
                    return;
                }

                at += next;
                _matched = (at == 0 ? isBehindBracket : text[at - 1] == '<') ? 1 : 0;
                at += _matched == 0 ? 1 : 0;
            }
            else if (_matched == 0)
            {
                var next = text[at..].IndexOf(_until![0]);
                if (next < 0)
                {
                    return;
                }

                at += next + 1;
                _matched = 1;
            }
            else if (_until is null)
            {
                at += FollowStart(text[at]);
            }
            else
            {
                at += FollowEnd(text[at]);
            }
        }
    }

    // Only the first characters of the three beginnings are alike.
    private int FollowStart(char c)
    {
        foreach (var (start, end) in Sections)
        {
            if (_matched < start.Length && start[_matched] == c && IsBegun(start))
            {
                _begun = start;
                _matched++;
                if (_matched == start.Length)
                {
                    _until = end;
                    _matched = 0;
                    _length = 0;
                    _begun = null;
                }

                return 1;
            }
        }

        _matched = 0;
        _begun = null;
        return 0;
    }

    private bool IsBegun(string start) =>
        _begun is null || ReferenceEquals(_begun, start) || string.CompareOrdinal(_begun, 0, start, 0, _matched) == 0;

    private int FollowEnd(char c)
    {
        if (c == _until![_matched])
        {
            _matched++;
            if (_matched == _until.Length)
            {
                _until = null;
                _matched = 0;
            }

            return 1;
        }

        // In front of the last character, the one before may be there more than once.
        if (_matched == 2 && c == _until[0] && _until[0] == _until[1])
        {
            return 1;
        }

        _matched = 0;
        return 0;
    }
}
