using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace BlogKit.Interchange.Internal;

/// <summary>
/// Writes the paragraphs of a text in which blank lines separate them and line breaks mean themselves, as WordPress's classic editor and
/// its comments keep texts. HTML in it stays. Linear in the text.
/// </summary>
internal sealed class Paragraphs(string text)
{
    private const string Comment = "<!--";

    // Deeper ones are refused when the HTML is cleaned.
    private const int MaximumDepth = 200;

    private const int MaximumAddress = 2000;

    // Elements that stand between paragraphs, and of them those in which there are paragraphs again.
    private static readonly FrozenSet<string> Blocks = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "address", "article", "aside", "blockquote", "caption", "center", "col", "colgroup", "dd", "details", "div", "dl", "dt", "fieldset",
        "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "legend", "li", "main",
        "menu", "nav", "ol", "p", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "video", "audio",
        "iframe", "object");

    private static readonly FrozenSet<string> WithParagraphs = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "article", "aside", "blockquote", "center", "details", "div", "fieldset", "footer", "form", "header", "main", "nav", "section");

    // Elements in which text is text, and those in which it stands between others and means nothing.
    private static readonly FrozenSet<string> WithLines = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "address", "caption", "dd", "dt", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "legend", "li", "p", "summary", "td", "th");

    private static readonly FrozenSet<string> Items =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "li", "td", "th", "dd");

    private static readonly FrozenSet<string> Verbatim =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "pre", "script", "style", "textarea", "svg", "math");

    private static readonly SearchValues<char> NoAddress = SearchValues.Create(" \t\n<>\"");

    private static readonly FrozenSet<string> Void = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "hr", "col");

    private readonly StringBuilder _html = new(text.Length + (text.Length / 8) + 32);
    private readonly StringBuilder _run = new();
    private readonly List<string> _open = [];
    private readonly HashSet<string> _neverClosed = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether an element stands between paragraphs.</summary>
    public static bool IsBlock(string name) => Blocks.Contains(name) || Verbatim.Contains(name);

    /// <summary>Returns the HTML.</summary>
    public string Write()
    {
        var from = 0;
        while (text.IndexOf('<', from) is var start and >= 0)
        {
            _run.Append(text, from, start - from);
            from = ReadMarkup(start);
        }

        if (from == 0)
        {
            // Most comments are words alone.
            WriteParagraphs(text);
        }
        else
        {
            _run.Append(text, from, text.Length - from);
            Flush();
        }

        var end = _html.Length;
        while (end > 0 && _html[end - 1] == '\n')
        {
            end--;
        }

        return _html.ToString(0, end).TrimStart('\n');
    }

    private int ReadMarkup(int start)
    {
        if (string.CompareOrdinal(text, start, Comment, 0, Comment.Length) == 0)
        {
            return ReadComment(start);
        }

        if (MarkupTag.Read(text, start) is not var (name, isEnd, end))
        {
            _run.Append("&lt;");
            return start + 1;
        }

        if (Verbatim.Contains(name) && !isEnd)
        {
            return ReadVerbatim(name, start, end);
        }

        var tag = text.AsSpan(start, end - start);
        if (!Blocks.Contains(name))
        {
            AppendOnOneLine(tag);
            return end;
        }

        Flush();
        _html.Append(tag);
        if (isEnd)
        {
            Leave(name);
            _html.Append('\n');
        }
        else if (!Void.Contains(name) && text[end - 2] != '/')
        {
            // A paragraph ends where the next one begins.
            if (_open.Count > 0 && string.Equals(_open[^1], "p", StringComparison.OrdinalIgnoreCase))
            {
                _open.RemoveAt(_open.Count - 1);
            }

            if (_open.Count < MaximumDepth)
            {
                _open.Add(name);
            }
        }

        return end;
    }

    private int ReadComment(int start)
    {
        var end = _neverClosed.Contains(Comment) ? -1 : text.IndexOf("-->", start + Comment.Length, StringComparison.Ordinal);
        if (end < 0)
        {
            _neverClosed.Add(Comment);
            _run.Append("&lt;");
            return start + 1;
        }

        end += 3;
        var comment = text.AsSpan(start, end - start);
        if (comment.StartsWith("<!--more", StringComparison.Ordinal))
        {
            Flush();
            _html.Append("<!--more-->\n");
        }

        return end;
    }

    private int ReadVerbatim(string name, int start, int end)
    {
        // Looked for once: a text of openings alone would be searched for each.
        var closing = _neverClosed.Contains(name) ? -1 : text.IndexOf("</" + name, end, StringComparison.OrdinalIgnoreCase);
        if (closing < 0)
        {
            _neverClosed.Add(name);
            AppendOnOneLine(text.AsSpan(start, end - start));
            return end;
        }

        var last = text.IndexOf('>', closing);
        last = last < 0 ? text.Length : last + 1;
        Flush();
        _html.Append(text, start, last - start).Append('\n');
        return last;
    }

    private void AppendOnOneLine(ReadOnlySpan<char> tag)
    {
        var from = _run.Length;
        _run.Append(tag);
        _run.Replace('\n', ' ', from, tag.Length);
    }

    private void Leave(string name)
    {
        var place = _open.FindLastIndex(open => string.Equals(open, name, StringComparison.OrdinalIgnoreCase));
        if (place >= 0)
        {
            _open.RemoveRange(place, _open.Count - place);
        }
    }

    private void Flush()
    {
        if (_run.Length == 0)
        {
            return;
        }

        var run = _run.ToString();
        _run.Clear();
        if (string.IsNullOrWhiteSpace(run))
        {
            return;
        }

        var inside = _open.Count == 0 ? null : _open[^1];
        if (inside is null || WithParagraphs.Contains(inside))
        {
            WriteParagraphs(run);
        }
        else if (Items.Contains(inside) && HasBlankLine(run))
        {
            WriteParagraphs(run);
        }
        else if (WithLines.Contains(inside))
        {
            // Spaces at its ends may separate what stands beside it.
            WriteLines(_html, run.AsSpan().Trim('\n'));
        }
        else
        {
            _html.Append(run);
        }
    }

    private static bool HasBlankLine(string run)
    {
        var hadText = false;
        var hadBlank = false;
        foreach (var range in run.AsSpan().Split('\n'))
        {
            if (run.AsSpan()[range].IsWhiteSpace())
            {
                hadBlank = hadText;
            }
            else if (hadBlank)
            {
                return true;
            }
            else
            {
                hadText = true;
            }
        }

        return false;
    }

    private void WriteParagraphs(ReadOnlySpan<char> run)
    {
        var start = -1;
        var end = 0;
        foreach (var line in run.Split('\n'))
        {
            if (!run[line].IsWhiteSpace())
            {
                start = start < 0 ? line.Start.Value : start;
                end = line.End.Value;
            }
            else if (start >= 0)
            {
                WriteParagraph(run[start..end]);
                start = -1;
            }
        }

        if (start >= 0)
        {
            WriteParagraph(run[start..end]);
        }
    }

    private void WriteParagraph(ReadOnlySpan<char> lines)
    {
        var trimmed = lines.Trim();
        // WordPress embeds what an address names that stands alone; a reader gets a link.
        if (trimmed.StartsWith("http", StringComparison.Ordinal)
            && trimmed.Length <= MaximumAddress
            && !trimmed.ContainsAny(NoAddress)
            && Links.TryWrite(trimmed.ToString(), _html))
        {
            _html.Append('\n');
            return;
        }

        WriteLines(_html.Append("<p>"), trimmed).Append("</p>\n");
    }

    private static StringBuilder WriteLines(StringBuilder html, ReadOnlySpan<char> lines)
    {
        var isFirst = true;
        var hadBreak = false;
        foreach (var range in lines.Split('\n'))
        {
            var line = lines[range];
            if (!isFirst)
            {
                html.Append(hadBreak ? "\n" : "<br />\n");
            }

            isFirst = false;
            hadBreak = EndsInBreak(line.TrimEnd());
            html.Append(line);
        }

        return html;
    }

    private static bool EndsInBreak(ReadOnlySpan<char> line)
    {
        var tag = line.LastIndexOf('<');
        return tag >= 0
            && line[tag..].StartsWith("<br", StringComparison.OrdinalIgnoreCase)
            && line[^1] == '>'
            && line[(tag + 3)..^1].Trim(" /").IsEmpty;
    }
}
