using System.Collections;
using System.Globalization;
using System.Reflection;
using BlogKit.AspNetCore;
using BlogKit.Html;
using BlogKit.Interchange;
using BlogKit.OpenWeb;

namespace BlogKit.Architecture;

/// <summary>The tables of options in the documents name options that there are, with their defaults.</summary>
public sealed class OptionTableTests
{
    public static TheoryData<string, string, Type> Tables => new()
    {
        { "packages/blogkit.md", "key", typeof(BlogKitOptions) },
        { "packages/ai.md", "`BlogKit:AI:…`", typeof(AIModerationOptions) },
        { "packages/akismet.md", "`BlogKit:Akismet:…`", typeof(AkismetOptions) },
        { "packages/blogkit-aspnetcore.md", "option", typeof(BlogKitWebOptions) },
        { "packages/blogkit-html.md", "`HtmlOptions`", typeof(HtmlOptions) },
        { "packages/blogkit-interchange.md", "`CopyOptions`", typeof(CopyOptions) },
        { "packages/blogkit-interchange.md", "`WxrOptions`", typeof(WxrOptions) },
        { "packages/blogkit-interchange.md", "`DisqusOptions`", typeof(DisqusOptions) },
        { "packages/blogkit-openweb.md", "option", typeof(OpenWebOptions) },
        { "packages/blogkit-sqlite.md", "`SqliteStoreOptions`", typeof(SqliteStoreOptions) },
        { "rendering.md", "option", typeof(RenderingOptions) },
        { "web/endpoints.md", "option", typeof(BlogKitRateLimitOptions) },
        { "web/look.md", "option", typeof(BlogKitWebOptions) },
        { "web/writing.md", "option (`AddWeb(o => o.Media…)`)", typeof(MediaOptions) },
    };

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_table_of_options_tells_their_defaults(string document, string head, Type type)
    {
        var text = DocumentationTable.Read(["docs", .. document.Split('/')]);
        var options = Activator.CreateInstance(type)!;
        var compared = 0;
        var columns = text.Split('\n').First(line => line.StartsWith('|') && line.Split('|').Any(cell => cell.Trim() == head))
            .Split('|')[1..^1].Select(static cell => cell.Trim()).ToList();
        var (keyColumn, valueColumn) = (columns.IndexOf(head), columns.IndexOf("default"));
        foreach (var row in DocumentationTable.RowsBelow(text, head))
        {
            var section = "";
            var keys = DocumentationTable.Names(row[keyColumn]).Where(static key => !key.EndsWith('…'));
            object?[] defaults = [.. keys.Select(key => ValueOf(key, ref section))];
            string[] told = row[valueColumn].Split(", ");
            var alike = defaults.Select(static value => value?.GetType()).Distinct().Count() <= 1;
            if (told.Length != defaults.Length && (told.Length != 1 || !alike))
            {
                continue;
            }

            foreach (var (value, said) in defaults.Zip(told.Length == 1 ? Enumerable.Repeat(told[0], defaults.Length) : told))
            {
                if (Spellings(value) is { Length: > 0 } spellings && said.Length > 0)
                {
                    spellings.Should().Contain(
                        spelling => said == spelling || said.StartsWith(spelling + " ", StringComparison.Ordinal),
                        $"docs/{document} says that {row[keyColumn]} is {said}, and it is {spellings[0]}");
                    compared++;
                }
            }
        }

        compared.Should().BePositive();

        object? ValueOf(string key, ref string section)
        {
            string[] parts = key.Contains(':', StringComparison.Ordinal) || section.Length == 0 ? key.Split(':') : [section, key];
            if (parts.Length > 1)
            {
                section = document == "packages/blogkit.md" ? parts[0] : "";
            }

            var found = options;
            foreach (var part in parts)
            {
                var property = found!.GetType().GetProperty(part, BindingFlags.Public | BindingFlags.Instance);
                property.Should().NotBeNull($"docs/{document} names the option {key}");
                found = property!.GetValue(found);
            }

            return found;
        }
    }

    [Fact]
    public void The_measurements_are_listed()
    {
        using var instruments = new BlogKitInstruments();
        var names = instruments.GetType().GetFields(BindingFlags.NonPublic | BindingFlags.Instance)
            .Select(field => field.GetValue(instruments)).OfType<System.Diagnostics.Metrics.Instrument>()
            .Where(static instrument => instrument.Meter.Name == BlogKitInstruments.Name)
            .Select(static instrument => instrument.Name)
            .ToList();

        names.Should().NotBeEmpty();
        DocumentationTable.Rows(DocumentationTable.Read("docs", "packages", "blogkit.md"))
            .SelectMany(static row => DocumentationTable.Names(row[0]))
            .Where(static name => name.StartsWith("blogkit.", StringComparison.Ordinal))
            .Should().BeEquivalentTo(names);
    }

    /// <summary>The ways to write a default; none for one that is not compared, such as a part with options of its own.</summary>
    private static string[] Spellings(object? value) => value switch
    {
        null => ["none", "null", "", "required", "the client's own", "BlogKit's document"],
        bool on => [on ? "true" : "false", on ? "on" : "off"],
        TimeSpan time => Spans(time),
        Enum name => [$"`{name}`"],
        int or long => Numbers(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        double number => [number.ToString(CultureInfo.InvariantCulture)],
        Uri uri => [$"`{uri}`"],
        string { Length: 0 } => ["none", "required"],
        string { Length: < 40 } text => [$"`{text}`"],
        ICollection { Count: 0 } => ["none"],
        _ => [],
    };

    private static string[] Numbers(long number) =>
    [
        number.ToString("N0", CultureInfo.InvariantCulture),
        .. number > 0 && number % (1024 * 1024) == 0
            ? (string[])[$"{number / 1024 / 1024} MiB", $"{number / 1024 / 1024} MB"]
            : [],
    ];

    private static string[] Spans(TimeSpan time) => time switch
    {
        { TotalDays: 1 } => ["one day"],
        { TotalDays: >= 1 } => [Invariant($"{time.TotalDays} days")],
        { TotalMinutes: >= 1 } => [Invariant($"{time.TotalMinutes} minutes"), Invariant($"{time.TotalMinutes} min")],
        _ => [Invariant($"{time.TotalSeconds} s"), Invariant($"{time.TotalSeconds} seconds")],
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
