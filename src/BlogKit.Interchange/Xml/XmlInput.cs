using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace BlogKit.Interchange.Internal;

/// <summary>
/// Opens an XML file that others wrote: compressed by gzip or not, in any encoding it names, with blank lines in front of it.
/// </summary>
internal static partial class XmlInput
{
    private const int LookedAt = 1024;

    private const int BufferSize = 64 * 1024;

    /// <summary>Opens it; the reader owns the stream.</summary>
    /// <exception cref="ImportSourceException">Its encoding is not known.</exception>
    public static RepairingReader Open(Stream stream)
    {
        try
        {
            var started = new StartedStream(stream, LookedAt);
            if (started.Start is [0x1F, 0x8B, ..])
            {
                started = new StartedStream(new GZipStream(started, CompressionMode.Decompress), LookedAt);
            }

            var blank = 0;
            if (Marked(started.Start) is not { } encoding)
            {
                blank = Math.Max(0, started.Start.IndexOfAnyExcept(" \t\r\n"u8));
                encoding = Declared(started.Start[blank..]);
            }

            var lines = started.Start[..blank].Count((byte)'\n');
            started.Skip(started.Start is [0xEF, 0xBB, 0xBF, ..] ? 3 : blank);
            return new RepairingReader(new StreamReader(started, encoding, detectEncodingFromByteOrderMarks: false, BufferSize), lines);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    private static UTF8Encoding Utf8() => new(encoderShouldEmitUTF8Identifier: false);

    private static Encoding WithMarks(Encoding encoding)
    {
        var own = (Encoding)encoding.Clone();
        own.DecoderFallback = new ByteMarks();
        return own;
    }

    // A file in UTF-16 begins with its mark (XML 1.0, section 4.3.3). The mark itself is read as U+FEFF, which the XML reader knows.
    private static Encoding? Marked(ReadOnlySpan<byte> start) => start switch
    {
        [0xEF, 0xBB, 0xBF, ..] => WithMarks(Utf8()),
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    private static Encoding Declared(ReadOnlySpan<byte> start)
    {
        var match = EncodingName().Match(Encoding.Latin1.GetString(start));
        var name = match.Success ? match.Groups["name"].Value : "utf-8";
        if (name.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || name.Equals("utf8", StringComparison.OrdinalIgnoreCase))
        {
            return WithMarks(Utf8());
        }

        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw new ImportSourceException($"The file says that its encoding is '{name}', which is not known. Save it as UTF-8.", e);
        }
    }

    [GeneratedRegex(
        """^<\?xml[^>]{0,200}?\sencoding\s*=\s*["'](?<name>[A-Za-z0-9._-]{1,40})["']""",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex EncodingName();
}
