using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using BlogKit.AspNetCore.Internal;

namespace BlogKit.AspNetCore.Tests;

public sealed partial class TextTests
{
    private static readonly string[] Areas = ["reader", "thread", "desk", "writer", "openweb", "embed"];
    // Names of files and of a host that nobody has.
    private static readonly string[] NoKeys = [".json", ".css", ".js", ".invalid"];
    private static readonly string[] Languages = ["en", "ar", "pl"];

    public static TheoryData<string, string> Files()
    {
        var files = new TheoryData<string, string>();
        foreach (var area in Areas)
        {
            foreach (var language in Languages)
            {
                files.Add(area, language);
            }
        }

        return files;
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_language_says_everything(string area, string language)
    {
        var keys = Read(area, language).Keys;

        keys.Where(static key => !IsError(key)).Should().BeEquivalentTo(Read(area, "en").Keys);
        keys.Where(IsError).Should().BeEquivalentTo(
            language == "en" ? [] : Read(area, "pl").Keys.Where(IsError), because: "the domain says its errors in English itself");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_text_with_a_number_has_exactly_the_forms_of_the_language(string area, string language)
    {
        foreach (var (key, forms) in Read(area, language).Where(static text => !text.Value.ContainsKey("")))
        {
            forms.Keys.Should().BeEquivalentTo(PluralRules.CategoriesOf(language), because: key);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Texts_have_the_same_places_to_fill_in_every_language(string area, string language)
    {
        var english = Read(area, "en");
        foreach (var (key, forms) in Read(area, language).Where(
            text => english.ContainsKey(text.Key) && !text.Key.StartsWith("date.", StringComparison.Ordinal)))
        {
            var isNumber = !forms.ContainsKey("");
            var expected = english[key].Values.SelectMany(Places).Distinct().Order().ToList();
            foreach (var (form, text) in forms)
            {
                var places = Places(text).Distinct().Order().ToList();
                if (isNumber && form is "zero" or "one" or "two")
                {
                    // Where the grammar has a word for the number, the digits may go.
                    places = [.. places.Append("{0}").Distinct().Order()];
                }

                places.Should().Equal(expected, because: $"{language} {key}#{form}");
            }
        }
    }

    [Fact]
    public void Sources_ask_for_texts_that_exist_and_no_text_is_left_over()
    {
        var asked = Directory.EnumerateFiles(Path.Combine(Root(), "src", "BlogKit.AspNetCore"), "*.*", SearchOption.AllDirectories)
            .Where(static file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
            .Where(
                static file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(static file => Key().Matches(File.ReadAllText(file)).Select(static match => match.Groups["key"].Value))
            .ToHashSet(StringComparer.Ordinal);
        var known = Areas.SelectMany(static area => Read(area, "en").Keys).ToHashSet(StringComparer.Ordinal);
        var prefixes = known.Select(static key => key.Split('.')[0]).ToHashSet(StringComparer.Ordinal);

        // "desk.log-" is the beginning of keys that end in what is shown.
        var beginnings = asked.Where(static key => key[^1] is '.' or '-').ToArray();
        asked.Except(beginnings).Where(key => prefixes.Contains(key.Split('.')[0]) && !NoKeys.Contains(Path.GetExtension(key)))
            .Should().BeSubsetOf(known);
        beginnings.Where(key => prefixes.Contains(key.Split('.')[0]))
            .Should().OnlyContain(key => known.Any(k => k.StartsWith(key, StringComparison.Ordinal)));
        known.Where(key => !asked.Contains(key.EndsWith("-text", StringComparison.Ordinal) ? key[..^"-text".Length] : key))
            .Where(key => !beginnings.Any(b => key.StartsWith(b, StringComparison.Ordinal)))
            .Should().BeSubsetOf(asked);
    }

    [Theory]
    [InlineData(1, "1 komentarz")]
    [InlineData(2, "2 komentarze")]
    [InlineData(5, "5 komentarzy")]
    [InlineData(12, "12 komentarzy")]
    [InlineData(22, "22 komentarze")]
    [InlineData(112, "112 komentarzy")]
    public void Polish_counts_in_its_three_forms(int count, string expected) =>
        Text("pl").FormatCount("post.comment-count", count).Should().Be(expected);

    [Theory]
    [InlineData(0, "لا تعليقات")]
    [InlineData(1, "تعليق واحد")]
    [InlineData(2, "تعليقان")]
    [InlineData(3, "3 تعليقات")]
    [InlineData(11, "11 تعليقًا")]
    [InlineData(100, "100 تعليق")]
    public void Arabic_counts_in_its_six_forms(int count, string expected) =>
        Text("ar").FormatCount("post.comment-count", count).Should().Be(expected);

    [Theory]
    [InlineData("en", 1_234_567, "1,234,567 comments")]
    [InlineData("pl", 1_234_567, "1\u00a0234\u00a0567 komentarzy")]
    public void Numbers_have_the_separators_of_the_language(string language, int count, string expected) =>
        Text(language).FormatCount("post.comment-count", count).Should().Be(expected);

    [Theory]
    [InlineData("en", "3 May 2026", "May 2026")]
    [InlineData("pl", "3 maja 2026", "maj 2026")]
    [InlineData("ar-SA", "3 مايو 2026", "مايو 2026")]
    public void Dates_are_written_in_the_language_and_in_the_calendar_of_the_addresses(string language, string day, string month)
    {
        PageText.Date(Text(language), new DateTimeOffset(2026, 5, 4, 1, 0, 0, TimeSpan.FromHours(2))).Should().Be(day);
        PageText.Month(Text(language), 2026, 5).Should().Be(month);
    }

    [Theory]
    [InlineData("en", "0:other 1:one 2:other 21:other")]
    [InlineData("fr", "0:one 1:one 2:other")]
    [InlineData("ja", "0:other 1:other")]
    [InlineData("ru", "1:one 2:few 5:many 11:many 21:one 112:many 122:few")]
    [InlineData("hr", "1:one 3:few 5:other 11:other 21:one")]
    [InlineData("cs", "1:one 4:few 5:other")]
    [InlineData("sl", "1:one 2:two 3:few 5:other 101:one 102:two")]
    [InlineData("lt", "1:one 2:few 10:other 11:other 21:one 22:few")]
    [InlineData("lv", "0:zero 1:one 2:other 11:zero 21:one")]
    [InlineData("ro", "0:few 1:one 19:few 20:other 101:few 120:other")]
    [InlineData("ga", "1:one 2:two 3:few 7:many 11:other")]
    [InlineData("cy", "0:zero 1:one 2:two 3:few 6:many 4:other")]
    [InlineData("he", "1:one 2:two 3:other")]
    [InlineData("ar", "0:zero 1:one 2:two 103:few 111:many 100:other 202:other")]
    [InlineData("pl", "0:many 1:one 2:few 12:many 14:many 22:few 25:many 102:few 112:many")]
    public void Plural_rules_are_those_of_CLDR(string language, string expected) =>
        string.Join(' ', expected.Split(' ')
            .Select(static pair => pair.Split(':')[0])
            .Select(n => $"{n}:{PluralRules.CategoryOf(language, long.Parse(n, CultureInfo.InvariantCulture))}"))
            .Should().Be(expected);

    [Fact]
    public void The_applications_words_win_and_what_it_does_not_say_stays()
    {
        var catalog = new TextCatalog(
        [
            new GivenTexts("en", new Dictionary<string, string> { ["post.contents"] = "On this page", ["post.tags"] = "first" }),
            new GivenTexts(
                "en", new Dictionary<string, string> { ["post.tags"] = "Labels", ["post.comment-count#one"] = "a single comment" }),
        ]);

        var text = catalog.For("en-GB");

        text["post.contents"].Should().Be("On this page");
        text["post.tags"].Should().Be("Labels");
        text.FormatCount("post.comment-count", 1).Should().Be("a single comment");
        text.FormatCount("post.comment-count", 2).Should().Be("2 comments");
        text["post.series"].Should().Be("Part of the series");
        text["no.such-key"].Should().Be("no.such-key");
    }

    [Fact]
    public void A_language_without_texts_is_said_in_English_with_its_own_numbers_and_months()
    {
        var german = Text("de");

        german["post.contents"].Should().Be("Contents");
        german.FormatCount("post.comment-count", 1_234).Should().Be("1.234 comments");
        PageText.Date(german, new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero)).Should().Be("1 März 2026");
    }

    [Fact]
    public void A_plural_of_a_derived_language_follows_the_language_it_is_found_in()
    {
        var catalog = new TextCatalog([new GivenTexts("pt", new Dictionary<string, string>
        {
            ["post.comment-count#one"] = "{0} comentário",
            ["post.comment-count#other"] = "{0} comentários",
        })]);

        catalog.For("pt-BR").FormatCount("post.comment-count", 0).Should().Be("0 comentário");
        catalog.For("pt-BR").FormatCount("post.comment-count", 2).Should().Be("2 comentários");
    }

    private static bool IsError(string key) => key.StartsWith("error.", StringComparison.Ordinal);

    private static BlogText Text(string language) => new TextCatalog([]).For(language);

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(static match => match.Value);

    /// <summary>Each key's forms by plural category; the empty category is a text without a number.</summary>
    private static Dictionary<string, Dictionary<string, string>> Read(string area, string language)
    {
        using var stream = typeof(BlogText).Assembly.GetManifestResourceStream($"texts/{area}.{language}.json")!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.EnumerateObject().ToDictionary(
            static member => member.Name,
            static member => member.Value.ValueKind is JsonValueKind.Object
                ? member.Value.EnumerateObject().ToDictionary(static form => form.Name, static form => form.Value.GetString()!)
                : new Dictionary<string, string> { [""] = member.Value.GetString()! });
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "BlogKit.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }

    [GeneratedRegex("\"(?<key>[a-z]+\\.[a-z0-9.-]+)\"", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Key();

    [GeneratedRegex("\\{\\w+\\}", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Place();
}
