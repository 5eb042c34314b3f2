using System.Text.Json;
using System.Text.RegularExpressions;

namespace BlogKit.Architecture;

/// <summary>
/// Errors say numbers and names by arguments, so that they can be said in every language. <c>docs/errors.md</c> has every code with its
/// arguments: BLOGKIT_ACCEPT_ERRORS=1 writes its tables anew.
/// </summary>
public sealed partial class ErrorTests
{
    private static readonly string s_page = Repository.PathTo("docs", "errors.md");

    // Hands on the errors of services, with the comment before them.
    private const string HandsOn = "BlogKit.Tool/Commands/ModerationCommand.cs";

    [Fact]
    public void The_places_that_make_errors_are_found()
    {
        ErrorSites.All.Should().HaveCountGreaterThan(200);
        ErrorSites.All.SelectMany(static site => site.Codes)
            .Should().Contain([ErrorCodes.TooLong, ErrorCodes.Rejected, ErrorCodes.NotAllowed, "rate-limited", "unreadable-file"]);
        ErrorSites.All.Where(static site => site.Codes.Contains(null)).Select(static site => site.Place.Split(':')[0])
            .Should().Equal(HandsOn);
    }

    [Fact]
    public void The_sentence_of_an_error_is_a_constant_with_names_in_braces_and_nothing_is_put_into_it_otherwise() =>
        ErrorSites.All.Where(static site => site.Templates.Contains(null)).Select(static site => site.Place).Should().BeEmpty();

    [Fact]
    public void No_error_is_made_but_by_the_method_that_makes_sentence_and_arguments_agree() =>
        Repository.Sources("src").Where(
            static file => !file.EndsWith("/BlogError.cs", StringComparison.Ordinal) && OtherWays().IsMatch(File.ReadAllText(file)))
            .Should().BeEmpty();

    [Fact]
    public void Whatever_a_sentence_names_in_braces_is_an_argument_or_the_field() =>
        (from site in ErrorSites.All
         from template in site.Templates.OfType<string>()
         from name in Names(template)
         where !(name is "field" ? site.Fields.Length > 0 : site.Arguments.Contains(name))
         select $"{site.Place}: {{{name}}} in \"{template}\"").Should().BeEmpty();

    [Fact]
    public void A_sentence_names_its_field_in_braces_because_forms_and_the_api_call_it_otherwise() =>
        (from site in ErrorSites.All
         from template in site.Templates.OfType<string>()
         from field in site.Fields.OfType<string>()
         where template.StartsWith(field + " ", StringComparison.Ordinal)
         select $"{site.Place}: \"{template}\"").Should().BeEmpty();

    [Fact]
    public void The_documentation_has_every_code_with_its_arguments()
    {
        var written = File.ReadAllText(s_page).ReplaceLineEndings("\n");

        // Before the replacing, whose time-out would count the reading of the source.
        var (codes, others) = (Codes().ToArray(), OtherCodes().ToArray());
        var current = Tables().Replace(written, table => Table(table, table.Groups["name"].Value is "codes" ? codes : others));
        if (Environment.GetEnvironmentVariable("BLOGKIT_ACCEPT_ERRORS") is "1")
        {
            File.WriteAllText(s_page, current);
        }

        File.ReadAllText(s_page).ReplaceLineEndings("\n").Should().Be(current, "BLOGKIT_ACCEPT_ERRORS=1 writes the tables anew");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ar")]
    [InlineData("pl")]
    public void A_translation_names_only_what_every_error_of_its_code_has(string language)
    {
        var texts = Texts(language);
        var wrong =
            from text in texts
            where text.Key is not "writer.error.slug-reserved"
            let code = ErrorKey().Match(text.Key).Groups["code"].Value
            let sites = ErrorSites.All.Where(site => site.Codes.Contains(code)).ToList()
            where sites.Count > 0
            from name in Names(text.Value)
            where name is not "field" && !sites.TrueForAll(site => site.Arguments.Contains(name))
            select $"{text.Key}: {{{name}}}";

        texts.Should().Contain(static text => text.Value.Contains("{max}", StringComparison.Ordinal));
        wrong.Should().BeEmpty("writer.error.slug-reserved, which the editor says itself, is the only one with numbers for names");
    }

    private static MatchCollection KnownCodes() =>
        ErrorCode().Matches(File.ReadAllText(Repository.PathTo("src", "BlogKit", "Results", "ErrorCodes.cs")));

    private static IEnumerable<string> Codes() =>
        KnownCodes().Select(static code => $"| `{code.Groups["code"].Value}` | {ArgumentsOf(code.Groups["code"].Value)} | "
            + $"{Reference().Replace(code.Groups["text"].Value, "`${name}`")} |")
            .Prepend("| --- | --- | --- |")
            .Prepend("| code | arguments | what it says |");

    private static IEnumerable<string> OtherCodes() =>
        ErrorSites.All.SelectMany(static site => site.Codes.OfType<string>().Select(code => (Code: code, site.Package)))
            .ExceptBy(KnownCodes().Select(static known => known.Groups["code"].Value), static made => made.Code)
            .OrderBy(static made => made.Package, StringComparer.Ordinal).ThenBy(static made => made.Code, StringComparer.Ordinal)
            .Select(static made => $"| `{made.Code}` | {ArgumentsOf(made.Code)} | {made.Package} |")
            .Prepend("| --- | --- | --- |")
            .Prepend("| code | arguments | package |");

    private static string ArgumentsOf(string code)
    {
        var sites = ErrorSites.All.Where(site => site.Codes.Contains(code)).ToList();
        var names = sites.SelectMany(static site => site.Arguments).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .ToLookup(name => sites.TrueForAll(site => site.Arguments.Contains(name)), static name => $"`{name}`");
        return (names[true].Any(), names[false].Any()) switch
        {
            (true, true) => $"{string.Join(", ", names[true])}; sometimes {string.Join(", ", names[false])}",
            (false, true) => $"sometimes {string.Join(", ", names[false])}",
            _ => string.Join(", ", names[true]),
        };
    }

    private static string Table(Match table, IEnumerable<string> rows) =>
        $"{table.Groups["begin"].Value}\n{string.Join('\n', rows)}\n{table.Groups["end"].Value}";

    private static IEnumerable<string> Names(string template) =>
        Braces().Matches(template).Select(static name => name.Groups["name"].Value);

    private static List<KeyValuePair<string, string>> Texts(string language) =>
        [.. Directory.GetFiles(Repository.PathTo("src", "BlogKit.AspNetCore", "Texts"), $"*.{language}.json")
            .SelectMany(static file => JsonDocument.Parse(File.ReadAllText(file)).RootElement.EnumerateObject())
            .Where(static text => ErrorKey().IsMatch(text.Name))
            .Select(static text => KeyValuePair.Create(text.Name, text.Value.GetString()!))];

    [GeneratedRegex(@"\{(?<name>\w+)\}", RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex Braces();

    [GeneratedRegex(@"^((thread|writer)\.)?error\.(?<code>[\w-]+)$", RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex ErrorKey();

    [GeneratedRegex(
        @"<summary>(?<text>[^\n]*)</summary>\s*public const string \w+ = ""(?<code>[\w-]+)"";", RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex ErrorCode();

    [GeneratedRegex(@"<see cref=""(?<name>[\w.]+)""/>", RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex Reference();

    [GeneratedRegex(
        @"\bnew BlogError\b|\bBlogError \w+( \{ get; \})? =>? new\(|\bwith\s*\{[^}]*\b(Template|Arguments) =",
        RegexOptions.ExplicitCapture,
        5_000)]
    private static partial Regex OtherWays();

    [GeneratedRegex(
        @"(?<begin><!-- (?<name>codes|others) -->)\n.*?(?<end><!-- end -->)",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline,
        5_000)]
    private static partial Regex Tables();
}
