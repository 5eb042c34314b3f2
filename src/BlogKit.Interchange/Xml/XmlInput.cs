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
    /// <exception cref="ImportSourceException">Its encoding is not known, or it is surely no XML.</exception>
    public static RepairingReader Open(Stream stream)
    {
        try
        {
            var started = new StartedStream(stream, LookedAt);
            if (started.Start is [0x1F, 0x8B, ..])
            {
                started = new StartedStream(new GZipStream(started, CompressionMode.Decompress), LookedAt);
            }

            var front = 0;
            if (InTwoBytes(started.Start) is not { } encoding)
            {
                front = LengthOfFront(started.Start);
                OtherFormats.Refuse(started.Start[front..]);
                encoding = started.Start[..front].IndexOf(Mark) >= 0 ? WithMarks(Utf8()) : Declared(started.Start[front..]);
            }

            var lines = started.Start[..front].Count((byte)'\n');
            started.Skip(front);
            return new RepairingReader(new StreamReader(started, encoding, detectEncodingFromByteOrderMarks: false, BufferSize), lines);
        }
        catch (InvalidDataException e)
        {
            stream.Dispose();
            throw new ImportSourceException("The file is compressed by gzip and damaged. Export or copy it again.", e);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    // Every file of PHP that is loaded can put blank lines and a mark in front of what the exporter writes.
    private static int LengthOfFront(ReadOnlySpan<byte> start)
    {
        var at = 0;
        while (at < start.Length)
        {
            if (start[at..].StartsWith(Mark))
            {
                at += Mark.Length;
            }
            else if (start[at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
            {
                at++;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    private static UTF8Encoding Utf8() => new(encoderShouldEmitUTF8Identifier: false);

    private static Encoding WithMarks(Encoding encoding)
    {
        var own = (Encoding)encoding.Clone();
        own.DecoderFallback = new ByteMarks();
        return own;
    }

    // UTF-16 has its mark in front, which the reader leaves out, or else the first sign of XML (XML 1.0, appendix F.1).
    private static Encoding? InTwoBytes(ReadOnlySpan<byte> start) => start switch
    {
        [0xFF, 0xFE, ..] or [(byte)'<', 0, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] or [0, (byte)'<', ..] => Encoding.BigEndianUnicode,
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
            var named = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
            // What says its encoding in ASCII is not in two bytes for a character, and what is ASCII is UTF-8, too.
            return named.CodePage == Encoding.ASCII.CodePage || named.GetString("<?xml"u8) is not "<?xml" ? WithMarks(Utf8())
                // Browsers send Windows-1252 to a site that says ISO-8859-1, and WordPress stores it.
                : named.CodePage == Encoding.Latin1.CodePage ? CodePagesEncodingProvider.Instance.GetEncoding(1252)!
                : named;
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
