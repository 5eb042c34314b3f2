using System.Globalization;
using System.Text.Json;

namespace BlogKit.Interchange.Internal;

/// <summary>The first line of a copy.</summary>
internal sealed record CopyHeader(string Format, int Version, BlogId Blog, string Key, DateTimeOffset WrittenAt, string WrittenBy)
{
    public const string FormatName = "blogkit";
    public const int CurrentVersion = 1;

    /// <summary>The name of this program in copies.</summary>
    public static string Program { get; } = typeof(Blog).Assembly.GetName().Version is { } version
        ? string.Create(CultureInfo.InvariantCulture, $"BlogKit {version.Major}.{version.Minor}")
        : "BlogKit";

    /// <summary>Reads the first line.</summary>
    /// <exception cref="ImportSourceException">It is none, or of another version.</exception>
    public static async Task<CopyHeader> ReadAsync(LineReader lines, CancellationToken cancellationToken)
    {
        try
        {
            if (!await lines.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                throw new ImportSourceException("The file is empty.");
            }
        }
        catch (Exception fault) when (fault is InvalidDataException or EndOfStreamException)
        {
            throw new ImportSourceException("The file is compressed by gzip and damaged. Copy it again.", fault);
        }

        if (lines.IsTooLong)
        {
            throw NoCopy(null);
        }

        try
        {
            return Read(lines.Line);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            throw NoCopy(fault);
        }
    }

    private static CopyHeader Read(ReadOnlyMemory<byte> line)
    {
        // What another version writes here may have other members: its number is looked at first.
        using (var document = JsonDocument.Parse(line))
        {
            if (document.RootElement.ValueKind is not JsonValueKind.Object
                || !document.RootElement.TryGetProperty("format", out var format)
                || format.ValueKind is not JsonValueKind.String
                || !format.ValueEquals(FormatName)
                || !document.RootElement.TryGetProperty("version", out var version)
                || version.ValueKind is not JsonValueKind.Number)
            {
                throw NoCopy(null);
            }

            if (!version.TryGetInt32(out var number) || number != CurrentVersion)
            {
                var written = version.GetRawText();
                throw new ImportSourceException(
                    $"The copy is of version {(written.Length > 20 ? written[..20] + "…" : written)} of the format, "
                    + "and this BlogKit reads version 1.");
            }
        }

        return JsonSerializer.Deserialize(line.Span, CopyJson.Default.CopyHeader) is { } header && header.Blog != default
            ? header
            : throw NoCopy(null);
    }

    private static ImportSourceException NoCopy(Exception? fault)
    {
        const string Message = "Line 1: The file is no copy of a blog: its first line is no header of the format blogkit.";
        return fault is null ? new ImportSourceException(Message) : new ImportSourceException(Message, fault);
    }
}
