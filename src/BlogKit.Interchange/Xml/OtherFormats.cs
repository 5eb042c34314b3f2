using System.Text;

namespace BlogKit.Interchange.Internal;

/// <summary>Tells files that are no XML by how they begin, so that the refusal can name them.</summary>
internal static class OtherFormats
{
    private const string Page = "<!doctype html";

    /// <summary>Refuses what is surely something else.</summary>
    /// <param name="start">The first bytes, without blanks in front.</param>
    /// <exception cref="ImportSourceException">It is.</exception>
    public static void Refuse(ReadOnlySpan<byte> start)
    {
        if (start is [(byte)'{' or (byte)'[', ..])
        {
            throw new ImportSourceException("The file is JSON, and an export of this kind is XML.");
        }

        if (start.StartsWith("PK\x03\x04"u8))
        {
            throw new ImportSourceException("The file is a ZIP archive. Unpack it, and read the XML file in it.");
        }

        if (start is [var first, ..] && char.IsAsciiLetterOrDigit((char)first))
        {
            throw new ImportSourceException("The file is no XML: it begins with a letter or digit, and XML with '<'.");
        }

        if (start.Length >= Page.Length && Ascii.EqualsIgnoreCase(start[..Page.Length], Page))
        {
            throw new ImportSourceException("The file is a page (HTML) and no export, perhaps the one that said why the export failed.");
        }
    }
}
