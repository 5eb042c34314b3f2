using System.Text;

namespace BlogKit.Interchange.Internal;

/// <summary>Takes out the comments between which the block editor keeps its blocks; what they hold is HTML already.</summary>
internal sealed class WordPressBlocks(string text, string member, ICollection<SourceNote> notes)
{
    private const string Open = "<!-- wp:";
    private const string Close = "<!-- /wp:";
    private const string End = "-->";
    private const int MaximumAddress = 2000;
    private const int MaximumNamed = 50;

    private readonly StringBuilder _html = new(text.Length);
    private readonly SortedSet<string> _made = new(StringComparer.Ordinal);

    public string Remove()
    {
        var from = 0;
        while (Next(from) is var start and >= 0)
        {
            var end = text.IndexOf(End, start, StringComparison.Ordinal);
            if (end < 0)
            {
                break;
            }

            Write(from, start);
            var comment = text.AsSpan(start, end - start);
            if (comment.StartsWith(Open, StringComparison.Ordinal) && comment.TrimEnd().EndsWith('/') && _made.Count <= MaximumNamed)
            {
                var name = comment[Open.Length..];
                _made.Add(name[..name.IndexOfAny(" /")].ToString());
            }

            from = end + End.Length;
        }

        Write(from, text.Length);
        foreach (var name in _made.Take(MaximumNamed))
        {
            notes.Add(new SourceNote(
                SourceNoteKind.LeftOut,
                member,
                $"The block '{Texts.Start(name)}' makes its content when it is shown, so there is none to bring in."));
        }

        if (_made.Count > MaximumNamed)
        {
            notes.Add(new SourceNote(SourceNoteKind.LeftOut, member, "Further blocks make their content when they are shown."));
        }

        return _html.ToString();
    }

    private int Next(int from)
    {
        while ((from = text.IndexOf("<!-- ", from, StringComparison.Ordinal)) >= 0)
        {
            var rest = text.AsSpan(from);
            if (rest.StartsWith(Open, StringComparison.Ordinal) || rest.StartsWith(Close, StringComparison.Ordinal))
            {
                return from;
            }

            from += 5;
        }

        return -1;
    }

    // An embedded page is its address alone in an element; a reader gets a link.
    private void Write(int from, int to)
    {
        const string Wrapper = "<div class=\"wp-block-embed__wrapper\">";
        var piece = text.AsSpan(from, to - from);
        while (piece.IndexOf(Wrapper, StringComparison.Ordinal) is var start and >= 0)
        {
            _html.Append(piece[..start]);
            piece = piece[(start + Wrapper.Length)..];
            var end = piece[..Math.Min(piece.Length, MaximumAddress)].IndexOf("</div>", StringComparison.Ordinal);
            if (end < 0 || !Links.TryWrite(piece[..end].Trim().ToString(), _html))
            {
                _html.Append(Wrapper);
            }
            else
            {
                piece = piece[(end + "</div>".Length)..];
            }
        }

        _html.Append(piece);
    }
}
