using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace BlogKit.Interchange;

/// <summary>
/// Writes the report of an import into a stream while it goes on: for people as text, or for programs as one JSON object with
/// <c>items</c>, every line, and <c>summary</c>. Memory does not grow with it. Used by one at a time.
/// </summary>
/// <remarks>In texts only what was not simply imported or unchanged has a line; in JSON every item has one.</remarks>
public sealed class ImportReportFile : IDisposable
{
    private const int FlushEvery = 64 * 1024;

    private readonly Utf8JsonWriter? _json;
    private readonly Stream _stream;

    private ImportReportFile(Stream stream, bool isJson)
    {
        _stream = stream;
        if (isJson)
        {
            _json = new Utf8JsonWriter(stream, new JsonWriterOptions
            {
                Indented = true,
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            });
            _json.WriteStartObject();
            _json.WriteStartArray("items");
        }
    }

    /// <summary>Begins a report for programs.</summary>
    /// <param name="stream">Where to; not disposed.</param>
    public static ImportReportFile OfJson(Stream stream) => new(stream, isJson: true);

    /// <summary>Begins a report for people.</summary>
    /// <param name="stream">Where to; not disposed.</param>
    public static ImportReportFile OfText(Stream stream) => new(stream, isJson: false);

    /// <summary>Writes the line of an item.</summary>
    /// <param name="item">The item.</param>
    public void Write(ItemReport item)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (_json is { } json)
        {
            WriteJson(json, item);
            if (json.BytesPending > FlushEvery)
            {
                json.Flush();
            }
        }
        else if (item.Outcome is not (ImportOutcome.Imported or ImportOutcome.Unchanged) || item.Reason is not null)
        {
            WriteText(item);
        }
    }

    /// <summary>Writes the sums and ends the report.</summary>
    /// <param name="report">The report of the whole.</param>
    public void WriteSummary(ImportReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (_json is { } json)
        {
            json.WriteEndArray();
            json.WriteStartObject("summary");
            json.WriteString("source", report.Source);
            if (report.Number is { } number)
            {
                json.WriteNumber("number", number);
            }

            Write(json, "counts", report.Counts);
            json.WriteStartObject("byKind");
            foreach (var (kind, counts) in report.ByKind)
            {
                Write(json, kind, counts);
            }

            json.WriteEndObject();
            json.WriteStartObject("alterations");
            foreach (var (kind, count) in report.Notes)
            {
                json.WriteNumber(JsonNamingPolicy.CamelCase.ConvertName(kind.ToString()), count);
            }

            json.WriteEndObject();
            json.WriteNumber("markdownTexts", report.MarkdownTexts);
            json.WriteNumber("htmlTexts", report.HtmlTexts);
            json.WriteNumber("addressesLeftOut", report.AddressesLeftOut);
            json.WriteNumber("redirects", report.Redirects);
            json.WriteNumber("redirectsLeftAlone", report.RedirectsLeftAlone);
            json.WriteStartArray("neverHolds");
            foreach (var sentence in report.NeverHolds)
            {
                json.WriteStringValue(sentence);
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
            json.Flush();
        }
        else
        {
            foreach (var line in Describe(report))
            {
                WriteLine(line);
            }

            _stream.Flush();
        }
    }

    /// <summary>Returns the sums in words, a line for each.</summary>
    /// <param name="report">The report of the whole.</param>
    public static IEnumerable<string> Describe(ImportReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        yield return report.Number is { } number
            ? string.Create(CultureInfo.InvariantCulture, $"Import {number} from {report.Source}")
            : $"Dry run from {report.Source}: nothing was written";
        foreach (var (kind, counts) in report.ByKind)
        {
            yield return $"  {kind}: {Words(counts)}";
        }

        yield return $"  all together: {Words(report.Counts)}";
        foreach (var (kind, count) in report.Notes)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture, $"  altered, {JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString())}: {count}");
        }

        yield return string.Create(
            CultureInfo.InvariantCulture, $"  texts of posts: {report.MarkdownTexts} as Markdown, {report.HtmlTexts} as HTML");
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"  old addresses that lead on: {report.Redirects}; left alone: {report.RedirectsLeftAlone}");
        if (report.AddressesLeftOut > 0)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"  network addresses and browsers of commenters left out because they are old: of {report.AddressesLeftOut} comments");
        }

        foreach (var sentence in report.NeverHolds)
        {
            yield return "  " + sentence;
        }
    }

    /// <summary>Flushes what is written; the stream stays open.</summary>
    public void Dispose() => _json?.Dispose();

    private void WriteLine(string line) => _stream.Write(Encoding.UTF8.GetBytes(line + "\n"));

    private static string Words(ImportCounts counts)
    {
        (string Name, long Count)[] all =
        [
            ("imported", counts.Imported), ("updated", counts.Updated), ("unchanged", counts.Unchanged), ("kept", counts.Kept),
            ("altered", counts.Altered), ("refused", counts.Refused),
        ];
        var some = all.Where(static c => c.Count > 0)
            .Select(static c => string.Create(CultureInfo.InvariantCulture, $"{c.Count} {c.Name}"));
        return string.Join(", ", some) is { Length: > 0 } words ? words : "none";
    }

    private void WriteText(ItemReport item)
    {
        var place = item.Place is { } found ? $" ({found})" : "";
        var label = item.Label.Length > 0 ? $" '{OneLine(item.Label)}'" : "";
        WriteLine($"{item.Outcome.ToString().ToLowerInvariant()}: {item.Kind} {OneLine(item.OriginalId)}{label}{place}");
        if (item.Reason is { } reason)
        {
            WriteLine("    " + OneLine(reason));
        }

        foreach (var note in item.Notes)
        {
            var kind = JsonNamingPolicy.KebabCaseLower.ConvertName(note.Kind.ToString());
            WriteLine($"    {kind}, {note.Member}: {OneLine(note.Detail)}");
        }
    }

    // What comes from a file must not look like a line of the report.
    private static string OneLine(string text) =>
        string.Concat(text.Select(static c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c));

    private static void Write(Utf8JsonWriter json, string name, ImportCounts counts)
    {
        json.WriteStartObject(name);
        json.WriteNumber("imported", counts.Imported);
        json.WriteNumber("updated", counts.Updated);
        json.WriteNumber("unchanged", counts.Unchanged);
        json.WriteNumber("kept", counts.Kept);
        json.WriteNumber("altered", counts.Altered);
        json.WriteNumber("refused", counts.Refused);
        json.WriteEndObject();
    }

    private static void WriteJson(Utf8JsonWriter json, ItemReport item)
    {
        json.WriteStartObject();
        json.WriteString("kind", item.Kind);
        json.WriteString("originalId", item.OriginalId);
        json.WriteString("outcome", JsonNamingPolicy.CamelCase.ConvertName(item.Outcome.ToString()));
        if (item.Place is { } place)
        {
            json.WriteString("place", place.ToString());
        }

        if (item.Label.Length > 0)
        {
            json.WriteString("label", item.Label);
        }

        if (item.ItemId is { } id)
        {
            json.WriteString("id", id.ToString("N"));
        }

        if (item.Reason is { } reason)
        {
            json.WriteString("reason", reason);
        }

        if (!item.Notes.IsEmpty)
        {
            json.WriteStartArray("notes");
            foreach (var note in item.Notes)
            {
                json.WriteStartObject();
                json.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(note.Kind.ToString()));
                json.WriteString("member", note.Member);
                json.WriteString("detail", note.Detail);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
