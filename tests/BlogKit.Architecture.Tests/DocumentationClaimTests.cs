using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using BlogKit.Storage;

namespace BlogKit.Architecture;

/// <summary>What the guides count and list is what there is.</summary>
public sealed class DocumentationClaimTests
{
    private static readonly string[] Numbers =
        [
            "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
            "twenty-one", "twenty-two",
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
                .Where(static type => type.IsInterface
                    && (type.Name.EndsWith("Store", StringComparison.Ordinal) || type == typeof(IStoreSchema)))
                .Select(static type => type.Name),
        ];

        FirstColumn("docs", "write-a-store.md").Should().Contain(roles);
        Read("docs", "write-a-store.md").Should().Contain($"plays {Numbers[roles.Length - 10]} small roles");
    }

    [Fact]
    public void The_schema_table_has_a_row_for_every_version_of_the_file()
    {
        var steps = typeof(SqliteBackup).Assembly.GetType("BlogKit.SchemaVersions", throwOnError: true)!
            .GetProperty("Current", BindingFlags.Public | BindingFlags.Static)!;
        var current = (int)steps.GetValue(null)!;
        var section = Read("docs", "packages", "blogkit-sqlite.md").Split("## Schema versions")[1].Split("\n## ")[0];

        FirstCells(section).Where(static cell => cell.All(char.IsAsciiDigit)).Should()
            .Equal(Enumerable.Range(1, current).Select(static version => version.ToString(CultureInfo.InvariantCulture)));
    }

    private static string Read(params string[] path) => File.ReadAllText(Repository.PathTo(path));

    /// <summary>Every name in code type that stands in a first column of a table.</summary>
    private static ImmutableHashSet<string> FirstColumn(params string[] path) =>
        [.. FirstCells(Read(path)).SelectMany(static cell => cell.Split('`').Where(static (_, index) => index % 2 == 1))];

    private static IEnumerable<string> FirstCells(string text) => text.Split('\n')
        .Where(static line => line.StartsWith("| ", StringComparison.Ordinal))
        .Select(static line => line.Split('|')[1].Trim());
}
