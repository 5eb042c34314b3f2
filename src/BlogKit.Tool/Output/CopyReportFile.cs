using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using BlogKit.Interchange;

namespace BlogKit.CommandLine;

/// <summary>
/// Writes the report of a copy while it is read: as JSON every line of it, as text those that were not simply stored.
/// </summary>
internal sealed class CopyReportFile : IDisposable
{
    private const int FlushEvery = 64 * 1024;

    private readonly Utf8JsonWriter? _json;
    private readonly StreamWriter? _text;

    public CopyReportFile(Stream stream, bool isJson)
    {
        if (!isJson)
        {
            _text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
            return;
        }

        _json = new Utf8JsonWriter(
            stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        _json.WriteStartObject();
        _json.WriteStartArray("lines");
    }

    public void Write(CopyLine line)
    {
        if (_text is { } text)
        {
            if (line.Outcome is not (CopyOutcome.Stored or CopyOutcome.Unchanged or CopyOutcome.Checked))
            {
                var place = line.Line is { } number ? string.Create(CultureInfo.InvariantCulture, $" (line {number})") : "";
                text.WriteLine(SafeText.Line($"{Name(line.Outcome)}: {line.Kind} {line.Id}{place}: {line.Detail}"));
            }

            return;
        }

        _json!.WriteStartObject();
        if (line.Line is { } at)
        {
            _json.WriteNumber("line", at);
        }

        _json.WriteString("kind", line.Kind);
        _json.WriteString("id", line.Id);
        _json.WriteString("outcome", Name(line.Outcome));
        if (line.Detail is { } detail)
        {
            _json.WriteString("detail", detail);
        }

        _json.WriteEndObject();
        if (_json.BytesPending > FlushEvery)
        {
            _json.Flush();
        }
    }

    public void End(CopyReport report)
    {
        if (_text is { } text)
        {
            foreach (var line in CopyAnswer.Summary(report))
            {
                text.WriteLine(SafeText.Line(line));
            }

            text.Flush();
            return;
        }

        _json!.WriteEndArray();
        _json.WriteBoolean("isWhole", report.IsWhole);
        _json.WriteEndObject();
        _json.Flush();
    }

    public void Dispose()
    {
        _json?.Dispose();
        _text?.Dispose();
    }

    private static string Name(CopyOutcome outcome) => JsonNamingPolicy.CamelCase.ConvertName(outcome.ToString());
}
