using System.Text.Encodings.Web;
using System.Text.Json;
using BlogKit.Interchange.Internal;

namespace BlogKit.Interchange;

/// <summary>
/// A map that people write: who the authors of a source are here, and where old addresses lead. Immutable.
/// </summary>
/// <remarks>
/// As a file it is JSON with two objects, <c>authors</c> and <c>addresses</c>; comments and commas at the end are allowed. The value for an
/// author is <c>new</c>, <c>author:SLUG</c> or <c>user:KEY</c>; for an address a path of the application such as <c>/about</c>,
/// <c>post:SLUG</c> or <c>gone</c>; <c>post:</c> alone says nothing yet.
/// </remarks>
public sealed record ImportMap
{
    /// <summary>The most entries of each object.</summary>
    public const int MaximumEntries = 100_000;

    /// <summary>The largest file, in bytes.</summary>
    public const int MaximumLength = 16 * 1024 * 1024;

    /// <summary>Maps nothing.</summary>
    public static ImportMap Empty { get; } = new();

    /// <summary>The authors, by their identifier in the source.</summary>
    public ImmutableSortedDictionary<string, string> Authors { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>The places that old addresses lead to, by the address.</summary>
    public ImmutableSortedDictionary<string, string> Addresses { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Reads a map from a file of JSON.</summary>
    /// <param name="json">The file; read to its end, not disposed.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ImportSourceException">
    /// It is no such file, a value is none of those that are known, or it is larger than the limits.
    /// </exception>
    public static async Task<ImportMap> ReadAsync(Stream json, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(json);
        using var held = new MemoryStream();
        var buffer = new byte[81_920];
        int read;
        while ((read = await json.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            held.Write(buffer, 0, read);
            if (held.Length > MaximumLength)
            {
                throw new ImportSourceException($"The map is larger than {MaximumLength / 1024 / 1024} MiB.");
            }
        }

        return MapText.Parse(held.GetBuffer().AsMemory(0, (int)held.Length));
    }

    /// <summary>Writes the map as a file of JSON that people can complete.</summary>
    /// <param name="json">Where to; not disposed.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public async Task WriteAsync(Stream json, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(json);
        var writer = new Utf8JsonWriter(
            json, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        await using (writer.ConfigureAwait(false))
        {
            writer.WriteStartObject();
            Write(writer, "authors", Authors);
            Write(writer, "addresses", Addresses);
            writer.WriteEndObject();
            await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static void Write(Utf8JsonWriter writer, string name, ImmutableSortedDictionary<string, string> entries)
    {
        writer.WriteStartObject(name);
        foreach (var (key, value) in entries)
        {
            writer.WriteString(key, value);
        }

        writer.WriteEndObject();
    }
}
