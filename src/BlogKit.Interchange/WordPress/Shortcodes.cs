using System.Collections.Frozen;
using System.Globalization;
using System.Net;
using System.Text;

namespace BlogKit.Interchange.Internal;

/// <summary>
/// Makes HTML of the shortcodes that WordPress brings itself, and of those for code; keeps and notes every other. Linear in the text.
/// </summary>
internal sealed class Shortcodes(string text, string member, ICollection<SourceNote> notes)
{
    private const int MaximumNamed = 50;

    // Elements in which brackets are brackets.
    private static readonly FrozenSet<string> Verbatim =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "code", "pre", "script", "style", "textarea");

    private readonly StringBuilder _html = new(text.Length);
    private readonly SortedSet<string> _kept = new(StringComparer.Ordinal);
    private readonly HashSet<string> _neverClosed = new(StringComparer.OrdinalIgnoreCase);
    private Dictionary<string, List<int>>? _ends;
    private int _verbatimEnd;

    public string Replace()
    {
        ReplaceAll();
        foreach (var name in _kept.Take(MaximumNamed))
        {
            notes.Add(new SourceNote(
                SourceNoteKind.KeptMarkup, member, $"The shortcode [{Texts.Start(name)}] is of a plugin or theme; it was kept as text."));
        }

        if (_kept.Count > MaximumNamed)
        {
            notes.Add(new SourceNote(SourceNoteKind.KeptMarkup, member, "Further shortcodes of plugins or themes were kept as text."));
        }

        return _html.ToString();
    }

    private void ReplaceAll()
    {
        var from = 0;
        while (text.AsSpan(from).IndexOfAny('[', '<') is var plain and >= 0)
        {
            _html.Append(text, from, plain);
            from += plain;
            from = text[from] == '[' ? ReplaceAt(from) : CopyMarkup(from);
        }

        _html.Append(text, from, text.Length - from);
    }

    // Copies a comment or a tag with its attributes.
    private int CopyMarkup(int start)
    {
        var end = text.AsSpan(start).StartsWith("<!--", StringComparison.Ordinal) ? FindBehind("-->", start)
            : MarkupTag.Read(text, start) is { } tag ? BeginVerbatim(tag)
            : null;
        if (end is null)
        {
            _html.Append('<');
            return start + 1;
        }

        _html.Append(text, start, end.Value - start);
        return end.Value;
    }

    private int? BeginVerbatim(MarkupTag tag)
    {
        if (!tag.IsEnd && tag.End > _verbatimEnd && Verbatim.Contains(tag.Name))
        {
            _verbatimEnd = FindBehind("</" + tag.Name, tag.End) ?? _verbatimEnd;
        }

        return tag.End;
    }

    // Looked for once: a text of openings alone would be searched for each.
    private int? FindBehind(string closing, int start)
    {
        var at = _neverClosed.Contains(closing) ? -1 : text.IndexOf(closing, start, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            _neverClosed.Add(closing);
            return null;
        }

        return at + closing.Length;
    }

    private int ReplaceAt(int start)
    {
        // Two brackets mean one that is no shortcode.
        var isEscaped = start + 1 < text.Length && text[start + 1] == '[';
        if (Shortcode.Read(text, isEscaped ? start + 1 : start) is not { } code)
        {
            _html.Append('[');
            return start + 1;
        }

        if (isEscaped && FindEscapeEnd(code) is { } last)
        {
            _html.Append(text, start + 1, last - start - 1);
            return last + 1;
        }

        if (isEscaped || start < _verbatimEnd || Write(code) is not { } end)
        {
            Keep(code);
            _html.Append('[');
            return start + 1;
        }

        return end;
    }

    // The second bracket behind a shortcode, or behind its content.
    private int? FindEscapeEnd(Shortcode code)
    {
        if (code.End < text.Length && text[code.End] == ']')
        {
            return code.End;
        }

        return Content(code) is { } content && Behind(code, content) is var end && end < text.Length && text[end] == ']' ? end : null;
    }

    // WordPress takes a paragraph away that holds a block alone. Returns where the text goes on.
    private int StartBlock(int end)
    {
        const string Opening = "<p>";
        const string Closing = "</p>";
        var rest = text.AsSpan(end).TrimStart();
        var length = _html.Length;
        while (length > 0 && char.IsWhiteSpace(_html[length - 1]))
        {
            length--;
        }

        if (rest.StartsWith(Closing, StringComparison.OrdinalIgnoreCase)
            && length >= Opening.Length
            && _html.ToString(length - Opening.Length, Opening.Length).Equals(Opening, StringComparison.OrdinalIgnoreCase))
        {
            _html.Length = length - Opening.Length;
            end = text.Length - rest.Length + Closing.Length;
        }

        _html.Append("\n\n");
        return end;
    }

    private int? WriteLink(string address, int end)
    {
        var link = new StringBuilder();
        if (!Links.TryWrite(address, link))
        {
            return null;
        }

        end = StartBlock(end);
        _html.Append(link).Append("\n\n");
        return end;
    }

    // Returns where the text goes on; null when it is kept.
    private int? Write(Shortcode code) => code.Name switch
    {
        "caption" or "wp_caption" => WriteCaption(code),
        "gallery" => WriteGallery(code),
        "embed" => Content(code) is { } content ? WriteLink(text[content].Trim(), Behind(code, content)) : null,
        "youtube" or "vimeo" => code.Attributes.GetValueOrDefault("0") is { } address ? WriteLink(address, code.End) : null,
        "audio" => WriteMedia(code, "audio", ["src", "mp3", "m4a", "ogg", "wav", "flac"]),
        "video" => WriteMedia(code, "video", ["src", "mp4", "webm", "m4v", "ogv", "mov"]),
        "code" or "sourcecode" => WriteCode(code),
        _ => null,
    };

    private int? WriteCaption(Shortcode code)
    {
        if (Content(code) is not { } content)
        {
            return null;
        }

        var inside = text[content];
        var picture = inside.IndexOf("<img", StringComparison.OrdinalIgnoreCase);
        var end = picture < 0 ? -1 : inside.IndexOf('>', picture);
        if (end < 0)
        {
            return null;
        }

        // A link around the picture belongs to it.
        const string LinkEnd = "</a>";
        end++;
        var rest = inside.AsSpan(end).TrimStart();
        if (rest.StartsWith(LinkEnd, StringComparison.OrdinalIgnoreCase))
        {
            end = inside.Length - rest.Length + LinkEnd.Length;
        }

        var caption = inside[end..].Trim() is { Length: > 0 } written ? written : code.Attributes.GetValueOrDefault("caption") ?? "";
        var behind = StartBlock(Behind(code, content));
        _html.Append("<figure>").Append(inside.AsSpan(0, end).Trim());
        if (caption.Length > 0)
        {
            _html.Append("<figcaption>").Append(ReplaceIn(caption).Replace('\n', ' ')).Append("</figcaption>");
        }

        _html.Append("</figure>\n\n");
        return behind;
    }

    // The addresses are those of WordPress's pages for pictures, which the import knows.
    private int? WriteGallery(Shortcode code)
    {
        if (code.Attributes.GetValueOrDefault("ids") is not { Length: > 0 } ids)
        {
            return null;
        }

        var numbers = ids.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (!Array.TrueForAll(numbers, static id => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
        {
            return null;
        }

        var end = StartBlock(code.End);
        foreach (var id in numbers)
        {
            _html.Append("<figure><img src=\"/?attachment_id=").Append(id).Append("\" alt=\"\" /></figure>\n\n");
        }

        return end;
    }

    private int? WriteMedia(Shortcode code, string element, string[] sources)
    {
        if (Array.Find(sources, code.Attributes.ContainsKey) is not { } source)
        {
            return null;
        }

        // Without its own end, it is not closed by that of another behind it.
        var content = Content(code) is { } found && !text.AsSpan()[found].Contains("[" + code.Name, StringComparison.Ordinal)
            ? found
            : (Range?)null;
        var end = StartBlock(content is { } inside ? Behind(code, inside) : code.End);
        _html.Append('<').Append(element).Append(" controls src=\"").Append(WebUtility.HtmlEncode(code.Attributes[source])).Append('"');
        if (code.Attributes.GetValueOrDefault("poster") is { Length: > 0 } poster)
        {
            _html.Append(" poster=\"").Append(WebUtility.HtmlEncode(poster)).Append('"');
        }

        _html.Append("></").Append(element).Append(">\n\n");
        return end;
    }

    private int? WriteCode(Shortcode code)
    {
        if (Content(code) is not { } content)
        {
            return null;
        }

        var language = code.Attributes.GetValueOrDefault("language") ?? code.Attributes.GetValueOrDefault("lang");
        var end = StartBlock(Behind(code, content));
        _html.Append("<pre><code");
        if (language is { Length: > 0 and < 40 } && language.All(static c => char.IsAsciiLetterOrDigit(c) || c is '+' or '#' or '-'))
        {
            _html.Append(" class=\"language-").Append(language).Append('"');
        }

        // What it holds is text, whether the editor encoded it or not.
        _html.Append('>').Append(WebUtility.HtmlEncode(WebUtility.HtmlDecode(text[content].Trim('\n')))).Append("</code></pre>\n\n");
        return end;
    }

    private string ReplaceIn(string part)
    {
        var inner = new Shortcodes(part, member, notes);
        inner.ReplaceAll();
        foreach (var name in inner._kept)
        {
            Keep(name);
        }

        return inner._html.ToString();
    }

    private Range? Content(Shortcode code)
    {
        _ends ??= FindEnds();
        if (code.IsClosed || !_ends.TryGetValue(code.Name, out var ends))
        {
            return null;
        }

        var place = ends.BinarySearch(code.End);
        place = place < 0 ? ~place : place;
        return place == ends.Count ? null : code.End..ends[place];
    }

    // All are found at once: a text of openings alone would be searched once for each.
    private Dictionary<string, List<int>> FindEnds()
    {
        Dictionary<string, List<int>> ends = new(StringComparer.Ordinal);
        var at = 0;
        while ((at = text.IndexOf("[/", at, StringComparison.Ordinal)) >= 0)
        {
            var name = text.AsSpan(at + 2, Math.Min(61, text.Length - at - 2));
            var length = name.IndexOf(']');
            if (length > 0)
            {
                var key = name[..length].ToString();
                if (!ends.TryGetValue(key, out var places))
                {
                    ends.Add(key, places = []);
                }

                places.Add(at);
            }

            at += 2;
        }

        return ends;
    }

    private static int Behind(Shortcode code, Range content) => content.End.Value + code.Name.Length + 3;

    // Brackets are used in prose, too: what has no attribute and no end is no shortcode.
    private void Keep(Shortcode code)
    {
        if (code.Attributes.Keys.Any(static name => !char.IsAsciiDigit(name[0]))
            || code.Name.Contains('_', StringComparison.Ordinal)
            || code.Name is "gallery" or "embed" or "caption" or "audio" or "video" or "playlist"
            || Content(code) is not null)
        {
            Keep(code.Name);
        }
    }

    private void Keep(string name)
    {
        if (_kept.Count <= MaximumNamed)
        {
            _kept.Add(name);
        }
    }
}
