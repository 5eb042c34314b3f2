using System.Text;
using System.Text.Json;

namespace BlogKit.Interchange.Copy;

/// <summary>The schema that the guide gives says what is written.</summary>
public sealed class CopySchemaTests
{
    private static readonly SchemaChecker s_schema =
        new(JsonDocument.Parse(File.ReadAllText(Guide("blogkit-json.schema.json"))).RootElement);

    [Fact]
    public async Task Every_line_of_a_copy_with_everything_matches_the_schema()
    {
        await using var place = await CopyPlace.CreateAsync();
        var blog = await place.FillAsync();
        using var content = new MemoryStream(Encoding.UTF8.GetBytes("a file"));
        await place.Get<MediaService>().AddAsync(blog, content, "a.txt", Actor.System, new MediaLimits { TakesFiles = true });
        var lines = Lines.Of(await place.ExportAsync(blog, new CopyOptions { MediaFolder = Path.Combine(place.Folder, "files") }));

        var problems = lines.Select((line, i) => (Line: i + 1, Problem: s_schema.FindProblem(JsonDocument.Parse(line).RootElement)))
            .Where(static l => l.Problem is not null);

        problems.Should().BeEmpty();
        lines.Select(static line => JsonDocument.Parse(line).RootElement)
            .Select(static line => line.TryGetProperty("kind", out var kind) ? kind.GetString()! : "header").Distinct()
            .Should().BeEquivalentTo(s_schema.Definitions, "each kind of line is in the copy");
    }

    [Theory]
    [InlineData("{\"kind\":\"poem\"}")]
    [InlineData("{\"kind\":\"formerSlug\",\"postId\":\"0199aaaa000070008000000000000000\"}")]
    [InlineData("{\"kind\":\"formerSlug\",\"postId\":\"0199aaaa000070008000000000000000\",\"slug\":\"a\",\"more\":1}")]
    [InlineData("{\"kind\":\"formerSlug\",\"postId\":7,\"slug\":\"a\"}")]
    public void A_line_that_is_refused_does_not_match(string line) =>
        s_schema.FindProblem(JsonDocument.Parse(line).RootElement).Should().NotBeNull();

    [Fact]
    public void The_guide_names_every_kind_of_line()
    {
        var guide = File.ReadAllText(Guide("blogkit-json.md"));

        s_schema.Definitions.Where(kind => !guide.Contains($"`{kind}`", StringComparison.Ordinal)).Should().BeEmpty();
    }

    private static string Guide(string name)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "BlogKit.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("There is no BlogKit.sln above the tests.");
        }

        return Path.Combine(folder, "docs", "formats", name);
    }
}
