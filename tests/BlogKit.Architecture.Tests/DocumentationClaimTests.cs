using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using BlogKit.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.Architecture;

/// <summary>What the guides count and list is what there is.</summary>
public sealed partial class DocumentationClaimTests
{
    private static readonly string[] Numbers =
        [
            "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
            "twenty-one", "twenty-two", "twenty-three", "twenty-four", "twenty-five",
        ];

    [Theory]
    [InlineData("BlogKit", "blogkit.md")]
    [InlineData("BlogKit.Moderation", "blogkit-moderation.md")]
    public void Every_service_of_a_package_has_a_row_in_its_reference(string package, string reference)
    {
        var services = Assembly.Load(package).GetExportedTypes()
            .Where(static type => type.IsClass && type.Name.EndsWith("Service", StringComparison.Ordinal))
            .Select(static type => type.Name);

        FirstColumn("docs", "packages", reference).Should().Contain(services);
    }

    [Fact]
    public void The_guide_for_stores_has_every_role_and_counts_them_right()
    {
        string[] roles =
        [
            .. typeof(ICommentStore).Assembly.GetExportedTypes()
                .Where(static type => type.IsInterface && type != typeof(IMediaStore)
                    && (type.Name.EndsWith("Store", StringComparison.Ordinal) || type == typeof(IStoreSchema)))
                .Select(static type => type.Name),
        ];

        FirstColumn("docs", "write-a-store.md").Should().Contain(roles);
        DocumentationTable.Read("docs", "write-a-store.md").Should().Contain($"plays {Numbers[roles.Length - 10]} small roles");
    }

    [Fact]
    public void The_schema_table_has_a_row_for_every_version_of_the_file()
    {
        var steps = typeof(SqliteBackup).Assembly.GetType("BlogKit.SchemaVersions", throwOnError: true)!
            .GetProperty("Current", BindingFlags.Public | BindingFlags.Static)!;
        var current = (int)steps.GetValue(null)!;
        var section = DocumentationTable.Read("docs", "packages", "blogkit-sqlite.md").Split("## Schema versions")[1].Split("\n## ")[0];

        DocumentationTable.Rows(section).Select(static row => row[0]).Where(static cell => cell.All(char.IsAsciiDigit)).Should()
            .Equal(Enumerable.Range(1, current).Select(static version => version.ToString(CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task The_guide_for_a_shared_file_lists_its_tables()
    {
        var folder = Directory.CreateTempSubdirectory("blogkit-tables-");
        try
        {
            var source = $"Data Source={Path.Combine(folder.FullName, "blog.db")};Pooling=False";
            var services = new ServiceCollection();
            services.AddBlogKit().UseSqlite(source);
            await using (var provider = services.BuildServiceProvider())
            {
                await provider.PrepareBlogKitAsync();
            }

            var tables = new List<string>();
            await using (var connection = new SqliteConnection(source))
            {
                await connection.OpenAsync();
                await using var command = connection.CreateCommand();
                command.CommandText = "SELECT name FROM sqlite_schema WHERE type = 'table'";
                await using var reader = await command.ExecuteReaderAsync();
                while (await reader.ReadAsync())
                {
                    tables.Add(reader.GetString(0));
                }
            }

            var told = DocumentationTable.Read("docs", "packages", "blogkit-sqlite.md").Split('\n')
                .Single(static line => line.StartsWith("It needs that no name is taken twice", StringComparison.Ordinal)).Split('.')[0];

            // The full-text index has tables of its own, which the guide sums up as "`search` with its tables".
            DocumentationTable.Names(told).Should().BeEquivalentTo(tables.Where(
                static table => table == "search_pending"
                    || !(table.StartsWith("search_", StringComparison.Ordinal) || table.StartsWith("sqlite_", StringComparison.Ordinal))));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void The_front_page_names_every_package_and_links_its_reference()
    {
        var page = DocumentationTable.Read("README.md");

        Packages().Should().OnlyContain(package => page.Contains(package, StringComparison.Ordinal));
        Directory.GetFiles(Repository.PathTo("docs", "packages"), "*.md").Select(Path.GetFileName)
            .Should().OnlyContain(file => page.Contains($"(docs/packages/{file})", StringComparison.Ordinal));
    }

    [Fact]
    public void The_picture_of_the_packages_has_all_of_them_but_the_templates()
    {
        var picture = DocumentationTable.Read("docs", "architecture.md").Split("```mermaid")[1].Split("```")[0];

        Packages().Where(static package => package != "BlogKit.Templates").Should()
            .OnlyContain(package => PackageInPicture().Matches(picture).Any(match => match.Value == package));
    }

    [Theory]
    [InlineData("packages/blogkit-aspnetcore.md", "{0} languages", "BlogKit.AspNetCore/Localization/Data/languages.tsv")]
    [InlineData("moderation/rules.md", "{0} domains", "BlogKit.Moderation/Policies/DisposableEmail/Data/disposable-domains.txt")]
    public void A_list_that_comes_along_has_as_many_lines_as_the_guide_says(string document, string claim, string list)
    {
        var lines = File.ReadLines(Repository.PathTo(["src", .. list.Split('/')]))
            .Count(static line => line.Length > 0 && !line.StartsWith('#'));

        DocumentationTable.Read(["docs", .. document.Split('/')]).Should()
            .Contain(string.Format(CultureInfo.InvariantCulture, claim, lines));
    }

    [GeneratedRegex(@"BlogKit(\.[A-Z][A-Za-z]+)*", RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex PackageInPicture();

    private static IEnumerable<string> Packages() =>
        Repository.Files("*.csproj", "src").Where(static file => !file.Contains("Content", StringComparison.Ordinal))
            .Select(static file => Path.GetFileNameWithoutExtension(file));

    /// <summary>Every name in code type that stands in a first column of a table.</summary>
    private static ImmutableHashSet<string> FirstColumn(params string[] path) =>
        [.. DocumentationTable.Rows(DocumentationTable.Read(path)).SelectMany(static row => DocumentationTable.Names(row[0]))];
}
