using System.Globalization;
using System.Text;
using System.Xml;

namespace BlogKit.Interchange.Internal;

/// <summary>
/// Writes the elements of an export into a buffer, which is sent on between items: so no write blocks, and memory depends on the longest
/// item.
/// </summary>
internal sealed class WxrOutput : IDisposable
{
    public const string WordPress = "http://wordpress.org/export/1.2/";
    public const string Excerpt = "http://wordpress.org/export/1.2/excerpt/";
    public const string Content = "http://purl.org/rss/1.0/modules/content/";
    public const string CommentApi = "http://wellformedweb.org/CommentAPI/";
    public const string DublinCore = "http://purl.org/dc/elements/1.1/";
    public const string Disqus = "http://www.disqus.com/";

    private const int SendAt = 64 * 1024;
    private const int Keep = 1024 * 1024;

    private readonly Stream _output;
    private readonly XmlWriter _xml;
    private readonly ReusedStream _buffer = new();
    private int _forbidden;

    public WxrOutput(Stream output)
    {
        _output = output;
        _xml = XmlWriter.Create(_buffer, new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            Indent = true,
            IndentChars = "\t",
            NewLineChars = "\n",
            NewLineHandling = NewLineHandling.None,
        });
    }

    /// <summary>Begins the document with its channel.</summary>
    public void Begin()
    {
        _xml.WriteStartDocument();
        _xml.WriteStartElement("rss");
        _xml.WriteAttributeString("version", "2.0");
        foreach (var (prefix, space) in new[]
        {
            ("excerpt", Excerpt), ("content", Content), ("wfw", CommentApi), ("dc", DublinCore), ("wp", WordPress), ("dsq", Disqus),
        })
        {
            _xml.WriteAttributeString("xmlns", prefix, null, space);
        }

        _xml.WriteStartElement("channel");
    }

    /// <summary>Ends the document.</summary>
    public void End() => _xml.WriteEndDocument();

    /// <summary>Begins an element of WordPress's own.</summary>
    public void Open(string name) => _xml.WriteStartElement("wp", name, WordPress);

    /// <summary>Begins an element of RSS.</summary>
    public void OpenRss(string name) => _xml.WriteStartElement(name);

    public void Close() => _xml.WriteEndElement();

    public void Attribute(string name, string value) => _xml.WriteAttributeString(name, Legal(value));

    /// <summary>Writes an element of RSS with a text.</summary>
    public void Rss(string name, string text)
    {
        _xml.WriteStartElement(name);
        _xml.WriteString(Legal(text));
        _xml.WriteEndElement();
    }

    /// <summary>Writes an element of RSS with a section.</summary>
    public void RssSection(string name, string text)
    {
        _xml.WriteStartElement(name);
        Section(text);
        _xml.WriteEndElement();
    }

    /// <summary>Writes an element of another namespace with a section.</summary>
    public void Section(string prefix, string name, string space, string text)
    {
        _xml.WriteStartElement(prefix, name, space);
        Section(text);
        _xml.WriteEndElement();
    }

    /// <summary>Writes an element of WordPress's own with a section.</summary>
    public void Section(string name, string text) => Section("wp", name, WordPress, text);

    /// <summary>Writes an element of WordPress's own with a text.</summary>
    public void Text(string name, string text)
    {
        Open(name);
        _xml.WriteString(Legal(text));
        Close();
    }

    /// <summary>Writes an element of WordPress's own with a number.</summary>
    public void Number(string name, long number) => Text(name, number.ToString(CultureInfo.InvariantCulture));

    /// <summary>Writes a custom field.</summary>
    public void Meta(string element, string key, string value)
    {
        Open(element);
        Section("meta_key", key);
        Section("meta_value", value);
        Close();
    }

    /// <summary>Writes a text into the element that is open.</summary>
    public void WriteText(string text) => _xml.WriteString(Legal(text));

    /// <summary>Writes a section into the element that is open, in as many parts as its text needs.</summary>
    public void Section(string text) => _xml.WriteCData(Legal(text));

    /// <summary>Returns plain text as WordPress keeps names and titles, in which signs of markup are spelled.</summary>
    public static string Plain(string text) =>
        text.AsSpan().IndexOfAny('<', '>', '&') < 0
            ? text
            : text.Replace("&", "&amp;", StringComparison.Ordinal)
                .Replace("<", "&lt;", StringComparison.Ordinal)
                .Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>Returns a text as it is written: without what XML forbids, which is counted, and with one kind of line break.</summary>
    public string Legal(string text)
    {
        var legal = XmlCharacters.Remove(text, out var count);
        _forbidden += count;
        return legal.Contains('\r', StringComparison.Ordinal)
            ? legal.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')
            : legal;
    }

    /// <summary>Notes the characters that were left out since it was last asked.</summary>
    public void TakeForbidden(WxrAlterations alterations)
    {
        if (_forbidden > 0)
        {
            alterations.Add(
                "text",
                string.Create(CultureInfo.InvariantCulture, $"{_forbidden} characters that XML forbids were left out."));
            _forbidden = 0;
        }
    }

    /// <summary>Sends what was written, when it is worth it or everything must go.</summary>
    public async ValueTask SendAsync(bool all, CancellationToken cancellationToken)
    {
        _xml.Flush();
        if (_buffer.Length >= SendAt || (all && _buffer.Length > 0))
        {
            await _output.WriteAsync(_buffer.Written, cancellationToken).ConfigureAwait(false);
            _buffer.Restart(Keep);
        }

        if (all)
        {
            await _output.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        _xml.Dispose();
        _buffer.Dispose();
    }

    /// <summary>Memory that is written again from its beginning.</summary>
    private sealed class ReusedStream : MemoryStream
    {
        public ReadOnlyMemory<byte> Written => GetBuffer().AsMemory(0, (int)Length);

        public void Restart(int keep)
        {
            SetLength(0);
            if (Capacity > keep)
            {
                Capacity = keep;
            }
        }
    }
}
