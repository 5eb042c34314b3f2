using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace BlogKit.Rendering.Tests.CommonMark;

/// <summary>
/// Every example of the CommonMark specification in every profile. Where a profile differs on purpose, differences.json says why and what
/// it writes instead; an example that differs without being listed fails, and so does one that is listed and does not differ.
/// </summary>
/// <remarks>
/// With the environment variable BLOGKIT_WRITE_DIFFERENCES=path the actual outputs are written there, to bring the list up to date by hand.
/// </remarks>
public sealed class CommonMarkTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "CommonMark");
    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
    private static readonly Example[] Examples = Read<Example[]>("spec-0.31.2.json");
    private static readonly Differences Listed = Read<Differences>("differences.json");

    private static readonly Dictionary<string, Func<string, string>> Profiles = new(StringComparer.Ordinal)
    {
        ["comment"] = markdown => Render.Comment(markdown).Html,
        ["post"] = markdown => Render.Post(markdown).Html,
        ["post-with-html"] = markdown => Render.PostWithHtml(markdown).Html,
    };

    public static TheoryData<string, int> Cases()
    {
        var cases = new TheoryData<string, int>();
        foreach (var profile in Profiles.Keys)
        {
            foreach (var example in Examples)
            {
                cases.Add(profile, example.Number);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Example_is_rendered_as_specified_or_differs_as_listed(string profile, int number)
    {
        var example = Examples.Single(e => e.Number == number);
        var listed = Listed.Examples.SingleOrDefault(d => d.Number == number && d.Profile == profile);

        var html = Profiles[profile](example.Markdown);

        if (Html.Canonical(html) == Html.Canonical(example.Html))
        {
            listed.Should().BeNull("the example is rendered as specified and must leave the list");
            return;
        }

        listed.Should().NotBeNull("{0} differs from {1} for {2}", html, example.Html, example.Markdown);
        html.Should().Be(listed!.Html);
        listed.Reasons.Should().NotBeEmpty().And.OnlyContain(reason => Listed.Reasons.ContainsKey(reason));
    }

    [Fact]
    public void All_examples_are_there() => Examples.Select(e => e.Number).Should().Equal(Enumerable.Range(1, 652));

    [Fact]
    public void Every_reason_is_used_and_explained()
    {
        Listed.Examples.SelectMany(e => e.Reasons).Distinct().Should().BeEquivalentTo(Listed.Reasons.Keys);
        Listed.Reasons.Values.Should().OnlyContain(sentence => sentence.Length > 20);
    }

    [Fact]
    public void Actual_differences_can_be_written_out()
    {
        var differing =
            from profile in Profiles
            from example in Examples
            let html = profile.Value(example.Markdown)
            where Html.Canonical(html) != Html.Canonical(example.Html)
            let reasons = Listed.Examples.SingleOrDefault(d => d.Number == example.Number && d.Profile == profile.Key)?.Reasons ?? ["?"]
            select new Difference(profile.Key, example.Number, reasons, html);
        var actual = differing.ToArray();

        actual.Should().NotBeEmpty();
        if (Environment.GetEnvironmentVariable("BLOGKIT_WRITE_DIFFERENCES") is { Length: > 0 } path)
        {
            File.WriteAllText(path, JsonSerializer.Serialize(new Differences(Listed.Reasons, actual), Json) + "\n");
        }
    }

    private static T Read<T>(string name) => JsonSerializer.Deserialize<T>(File.ReadAllText(Path.Combine(Folder, name)), Json)!;

    public sealed record Example(
        [property: System.Text.Json.Serialization.JsonPropertyName("example")] int Number, string Section, string Markdown, string Html);

    public sealed record Difference(
        string Profile, [property: System.Text.Json.Serialization.JsonPropertyName("example")] int Number, string[] Reasons, string Html);

    public sealed record Differences(IReadOnlyDictionary<string, string> Reasons, Difference[] Examples);
}
