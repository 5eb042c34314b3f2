using System.Text.Json;
using BlogKit.Moderation;
using Sylvan.Data.Csv;

namespace BlogKit.CommandLine;

/// <summary>Reads labelled texts from a file: CSV with a line of headings, or JSON Lines with one object a line.</summary>
internal sealed record LabelledFile(string Path, string Text, string Label, string Positive, string? Context)
{
    private const string Option = "--data";

    // So many other values are named when the wanted one never occurs.
    private const int NamedValues = 10;
    private const int LongestRow = 1 << 24;

    /// <summary>The cases, in the order of the file; rows without a text count as empty texts.</summary>
    public async Task<Result<IReadOnlyList<LabelledCase>>> ReadAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(Path))
        {
            return CommandErrors.NoFile(Option, Path);
        }

        try
        {
            var rows = System.IO.Path.GetExtension(Path).ToLowerInvariant() switch
            {
                ".csv" => await ReadCsvAsync(cancellationToken),
                ".jsonl" or ".ndjson" => await ReadJsonLinesAsync(cancellationToken),
                _ => CommandErrors.File(Option, "'{file}' must end in .csv or .jsonl.", ("file", Path)),
            };
            return rows.Succeeded ? Cases(rows.Value) : rows.Errors;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or CsvFormatException
            or CsvRecordTooLargeException)
        {
            return CommandErrors.File(Option, "'{file}' cannot be read: {cause}", ("file", Path), ("cause", fault.Message));
        }
    }

    private async Task<Result<List<Row>>> ReadCsvAsync(CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(Path);

        // A quote in the wrong place is part of its text: files from everywhere have them.
        var options = new CsvDataReaderOptions { CsvStyle = CsvStyle.Lax, MaxBufferSize = LongestRow };
        await using var csv = await CsvDataReader.CreateAsync(reader, options, cancellationToken);
        string[] headings = [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetName)];
        var (text, label) = (Array.IndexOf(headings, Text), Array.IndexOf(headings, Label));
        var context = Context is null ? -1 : Array.IndexOf(headings, Context);
        if (text < 0 || label < 0 || (Context is not null && context < 0))
        {
            return text < 0 ? MissingColumn("--text", Text, headings)
                : label < 0 ? MissingColumn("--label", Label, headings)
                : MissingColumn("--context", Context!, headings);
        }

        var rows = new List<Row>();
        while (await csv.ReadAsync(cancellationToken))
        {
            rows.Add(new Row(Field(csv, text) ?? "", Field(csv, label) ?? "", Field(csv, context)));
        }

        return rows;
    }

    // Short rows lack their last fields.
    private static string? Field(CsvDataReader csv, int ordinal) =>
        ordinal >= 0 && ordinal < csv.RowFieldCount ? csv.GetString(ordinal) : null;

    private async Task<Result<List<Row>>> ReadJsonLinesAsync(CancellationToken cancellationToken)
    {
        var rows = new List<Row>();
        var number = 0;
        await foreach (var line in File.ReadLinesAsync(Path, cancellationToken))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            try
            {
                using var document = JsonDocument.Parse(line);
                var root = document.RootElement;
                if (root.ValueKind is not JsonValueKind.Object)
                {
                    return CommandErrors.File(Option, "Line {line} of '{file}' is not a JSON object.", ("line", number), ("file", Path));
                }

                foreach (var (option, name) in new[] { ("--text", Text), ("--label", Label) })
                {
                    if (!root.TryGetProperty(name, out _))
                    {
                        return MissingColumn(option, name, [.. root.EnumerateObject().Select(static p => p.Name)], number);
                    }
                }

                rows.Add(new Row(Value(root, Text) ?? "", Value(root, Label) ?? "", Context is null ? null : Value(root, Context)));
            }
            catch (JsonException fault)
            {
                return CommandErrors.File(
                    Option, "Line {line} of '{file}' is not JSON: {cause}", ("line", number), ("file", Path), ("cause", fault.Message));
            }
        }

        return rows;
    }

    // Numbers and booleans are compared as they are written: --positive 1, --positive true.
    private static string? Value(JsonElement row, string name) =>
        !row.TryGetProperty(name, out var value) ? null
        : value.ValueKind is JsonValueKind.String ? value.GetString()
        : value.ValueKind is JsonValueKind.Null ? null
        : value.GetRawText();

    private Result<IReadOnlyList<LabelledCase>> Cases(List<Row> rows)
    {
        if (rows.Count == 0)
        {
            return CommandErrors.File(Option, "'{file}' has no rows.", ("file", Path));
        }

        if (!rows.Exists(IsPositive))
        {
            var values = rows.Select(static r => r.Label).Distinct(StringComparer.Ordinal).Take(NamedValues + 1).ToArray();
            var named = string.Join(", ", values.Take(NamedValues).Select(static v => $"'{v}'"))
                + (values.Length > NamedValues ? ", …" : "");
            return BlogError.Of(
                ErrorKind.Invalid,
                "label-missing",
                "No row has '{positive}' in '{column}'; there is {named}.",
                "--positive",
                ("positive", Positive),
                ("column", Label),
                ("named", named));
        }

        return rows.ConvertAll(row => new LabelledCase(row.Text, IsPositive(row), string.IsNullOrEmpty(row.Context) ? null : row.Context));
    }

    private bool IsPositive(Row row) => string.Equals(row.Label.Trim(), Positive, StringComparison.Ordinal);

    private BlogError MissingColumn(string option, string name, string[] names, int? line = null)
    {
        const string Code = "column-missing";
        var named = string.Join(", ", names.Select(static n => $"'{n}'"));
        return line is { } number
            ? BlogError.Of(
                ErrorKind.Invalid,
                Code,
                "Line {line} of '{file}' has no column '{column}'; there is {named}.",
                option,
                ("line", number),
                ("file", Path),
                ("column", name),
                ("named", named))
            : BlogError.Of(
                ErrorKind.Invalid,
                Code,
                "'{file}' has no column '{column}'; there is {named}.",
                option,
                ("file", Path),
                ("column", name),
                ("named", named));
    }

    private sealed record Row(string Text, string Label, string? Context);
}
