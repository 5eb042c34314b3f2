using System.Text.RegularExpressions;

namespace BlogKit.Architecture;

/// <summary>The documents travel in the package BlogKit, away from the repository: what they link to has to be among them.</summary>
public sealed partial class DocumentationLinkTests
{
    public static TheoryData<string> Documents =>
        [.. Directory.GetFiles(Repository.PathTo("docs"), "*.md", SearchOption.AllDirectories)
            .Select(static file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_link_of_a_document_leads_to_a_document_that_is_there(string document)
    {
        var folder = Path.GetDirectoryName(Repository.PathTo(document))!;
        var docs = Repository.PathTo("docs") + Path.DirectorySeparatorChar;

        var dead = Links(Repository.PathTo(document)).Where(
            link => Path.GetFullPath(link, folder) is var file && (!File.Exists(file) || !file.StartsWith(docs, StringComparison.Ordinal)));

        dead.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_link_to_a_section_leads_to_a_heading_that_is_there(string document)
    {
        var path = Repository.PathTo(document);

        var dead = Targets(path).Where(static to => to.Contains('#', StringComparison.Ordinal)).Where(to =>
        {
            var parts = to.Split('#');
            var file = parts[0].Length == 0 ? path : Path.GetFullPath(parts[0], Path.GetDirectoryName(path)!);
            return !Headings(file).Contains(parts[1]);
        });

        dead.Should().BeEmpty();
    }

    [Fact]
    public void A_link_of_the_front_page_leads_to_a_file_of_the_repository()
    {
        Links(Repository.PathTo("README.md")).Should().NotBeEmpty().And.OnlyContain(static link => File.Exists(Repository.PathTo(link)));
    }

    [Fact]
    public void The_page_of_a_package_links_to_nothing_that_only_the_repository_has()
    {
        var pages = Directory.GetFiles(Repository.PathTo("src"), "README.md", SearchOption.AllDirectories);

        pages.Should().NotBeEmpty().And.OnlyContain(static page => !Links(page).Any());
    }

    [Fact]
    public void What_the_page_of_a_package_names_in_the_documents_is_there()
    {
        var named = Directory.GetFiles(Repository.PathTo("src"), "README.md", SearchOption.AllDirectories).SelectMany(
            static page => DocumentName().Matches(File.ReadAllText(page)).Select(static m => m.Value));

        named.Should().HaveCountGreaterThan(5).And.OnlyContain(static name => File.Exists(Repository.PathTo(name)));
    }

    private static IEnumerable<string> Links(string document) =>
        Targets(document).Select(static to => to.Split('#')[0]).Where(static to => to.Length > 0);

    private static IEnumerable<string> Targets(string document) =>
        Link().Matches(Prose(document)).Select(static m => m.Groups["to"].Value)
            .Where(static to => !to.Contains(':', StringComparison.Ordinal));

    /// <summary>The anchors of a document's headings, as GitHub makes them.</summary>
    private static HashSet<string> Headings(string document) =>
    [
        .. Block().Replace(File.ReadAllText(document).ReplaceLineEndings("\n"), "").Split('\n')
            .Where(static line => line.StartsWith('#'))
            .Select(static line => NoAnchor().Replace(line.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-')),
    ];

    private static string Prose(string document) => Fence().Replace(File.ReadAllText(document).ReplaceLineEndings("\n"), "");

    [GeneratedRegex(@"\]\((?<to>[^)\s]+)\)", RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex Link();

    [GeneratedRegex(@"^```.*?^```|`[^`\n]*`", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline, 5_000)]
    private static partial Regex Block();

    [GeneratedRegex(@"[^\w -]", RegexOptions.None, 5_000)]
    private static partial Regex NoAnchor();

    [GeneratedRegex(@"docs/[a-z/-]+\.md", RegexOptions.None, 5_000)]
    private static partial Regex DocumentName();
}
