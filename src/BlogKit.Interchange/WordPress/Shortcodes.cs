using System.Globalization;
using System.Net;
using System.Text;

namespace BlogKit.Interchange.Internal;

/// <summary>
/// Makes HTML of the shortcodes that WordPress brings itself, and of those for code; keeps and notes every other. Linear in the text.
/// </summary>
internal sealed class Shortcodes(string text, string member, ICollection<SourceNote> notes)
{
    private readonly StringBuilder _html = new(text.Length);
    private Dictionary<string, List<int>>? _ends;
    private readonly SortedSet<string> _kept = new(StringComparer.Ordinal);

    public string Replace()
    {
        var from = 0;
        while (text.IndexOf('[', from) is var start and >= 0)
        {
            _html.Append(text, from, start - from);
            from = ReplaceAt(start);
        }

        _html.Append(text, from, text.Length - from);
        foreach (var name in _kept)
        {
            notes.Add(new SourceNote(
                SourceNoteKind.KeptMarkup, member, $"The shortcode [{Texts.Start(name)}] is of a plugin or theme; it was kept as text."));
        }

        return _html.ToString();
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

        if (isEscaped && code.End < text.Length && text[code.End] == ']')
        {
            _html.Append(text, start + 1, code.End - start - 1);
            return code.End + 1;
        }

        if (isEscaped || Write(code) is not { } end)
        {
            Keep(code);
            _html.Append('[');
            return start + 1;
        }

        return end;
    }

    // Returns where the text goes on; null when it is kept.
    private int? Write(Shortcode code) => code.Name switch
    {
        "caption" or "wp_caption" => WriteCaption(code),
        "gallery" => WriteGallery(code),
        "embed" => Content(code) is { } content && Links.TryWrite(text[content].Trim(), _html) ? Behind(code, content) : null,
        "youtube" or "vimeo" => code.Attributes.GetValueOrDefault("0") is { } address && Links.TryWrite(address, _html) ? code.End : null,
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
        _html.Append("\n\n<figure>").Append(inside.AsSpan(0, end).Trim());
        if (caption.Length > 0)
        {
            _html.Append("<figcaption>").Append(caption.ReplaceLineEndings(" ")).Append("</figcaption>");
        }

        _html.Append("</figure>\n\n");
        return Behind(code, content);
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

        _html.Append("\n\n");
        foreach (var id in numbers)
        {
            _html.Append("<figure><img src=\"/?attachment_id=").Append(id).Append("\" alt=\"\" /></figure>\n\n");
        }

        return code.End;
    }

    private int? WriteMedia(Shortcode code, string element, string[] sources)
    {
        if (Array.Find(sources, code.Attributes.ContainsKey) is not { } source)
        {
            return null;
        }

        var content = Content(code);
        _html.Append("\n\n<").Append(element).Append(" controls src=\"").Append(WebUtility.HtmlEncode(code.Attributes[source])).Append('"');
        if (code.Attributes.GetValueOrDefault("poster") is { Length: > 0 } poster)
        {
            _html.Append(" poster=\"").Append(WebUtility.HtmlEncode(poster)).Append('"');
        }

        _html.Append("></").Append(element).Append(">\n\n");
        return content is { } inside ? Behind(code, inside) : code.End;
    }

    private int? WriteCode(Shortcode code)
    {
        if (Content(code) is not { } content)
        {
            return null;
        }

        var language = code.Attributes.GetValueOrDefault("language") ?? code.Attributes.GetValueOrDefault("lang");
        _html.Append("\n\n<pre><code");
        if (language is { Length: > 0 and < 40 } && language.All(static c => char.IsAsciiLetterOrDigit(c) || c is '+' or '#' or '-'))
        {
            _html.Append(" class=\"language-").Append(language).Append('"');
        }

        // What it holds is text, whether the editor encoded it or not.
        _html.Append('>').Append(WebUtility.HtmlEncode(WebUtility.HtmlDecode(text[content].Trim('\n')))).Append("</code></pre>\n\n");
        return Behind(code, content);
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
            _kept.Add(code.Name);
        }
    }
}
