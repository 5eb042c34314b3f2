using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BlogKit.Architecture;

/// <summary>
/// A class with tests is called after what it tests and <c>Tests</c>, or <c>Specification</c> in the kit, and is found
/// where its name and its subject say.
/// </summary>
public sealed class SuiteNamingTests
{
    private const string Web = "BlogKit.AspNetCore.Tests";

    private static readonly string[] s_kit = ["src", "BlogKit.Specification.Tests"];

    // What the web package has no folder for.
    private static readonly Dictionary<string, string> s_ownFolders = new(StringComparer.Ordinal)
    {
        ["Fuzz"] = "every route at once",
        ["Leaving"] = "every endpoint at once, while whoever asks goes away",
        ["OpenWeb"] = "the package BlogKit.OpenWeb, which needs a whole blog around it",
        ["Scaling"] = "every parser and renderer at once",
        ["Support"] = "what helps suites of several folders, and no suite",
    };

    // The tests' own attributes are found by what they derive from.
    private static readonly Lazy<HashSet<string>> s_attributes = new(static () =>
    [
        "Fact",
        "Theory",
        .. Repository.Sources("tests").Where(static file => file.EndsWith("Attribute.cs", StringComparison.Ordinal)).SelectMany(Classes)
            .Where(static type => type.BaseList?.Types.Any(static t => t.Type.ToString() is "FactAttribute" or "TheoryAttribute") == true)
            .Select(static type => AttributeName(type.Identifier.Text)),
    ]);

    [Fact]
    public void A_class_with_tests_is_called_XTests_and_so_is_its_file() => Misnamed("Tests", "tests").Should().BeEmpty();

    [Fact]
    public void A_suite_of_the_kit_is_called_XSpecification_and_so_is_its_file() => Misnamed("Specification", s_kit).Should().BeEmpty();

    [Fact]
    public void The_tests_own_attributes_are_known() =>
        s_attributes.Value.Should().Contain(["BrowserTheory", "FeedparserFact", "MountFact"]);

    [Fact]
    public void The_web_tests_have_the_folders_of_the_web_package()
    {
        var folders = Folders("tests", Web);

        folders.Should().BeSubsetOf([.. Folders("src", "BlogKit.AspNetCore"), .. s_ownFolders.Keys]);
        folders.Should().Contain(s_ownFolders.Keys, because: "a folder that is no longer there is taken off the list");
        Directory.GetFiles(Repository.PathTo("tests", Web), "*.cs").Should().BeEmpty();
    }

    [Fact]
    public void No_suite_is_among_what_helps_suites() =>
        Repository.Sources("tests", Web, "Support").SelectMany(Classes).Where(HasTests).Select(static type => type.Identifier.Text)
            .Should().BeEmpty();

    private static IEnumerable<string> Misnamed(string ending, params string[] folder) =>
        from file in Repository.Sources(folder)
        from type in Classes(file)
        where HasTests(type)
        let name = type.Identifier.Text
        where !name.EndsWith(ending, StringComparison.Ordinal) || name != Path.GetFileNameWithoutExtension(file)
        select $"{name} in {Path.GetRelativePath(Repository.Root, file)}";

    private static IEnumerable<ClassDeclarationSyntax> Classes(string file) =>
        CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>();

    private static bool HasTests(ClassDeclarationSyntax type) =>
        type.Members.OfType<MethodDeclarationSyntax>()
            .SelectMany(static method => method.AttributeLists)
            .SelectMany(static list => list.Attributes)
            .Any(static attribute => s_attributes.Value.Contains(AttributeName(attribute.Name.ToString())));

    private static string AttributeName(string written)
    {
        const string Ending = "Attribute";
        return written.EndsWith(Ending, StringComparison.Ordinal) ? written[..^Ending.Length] : written;
    }

    private static string[] Folders(params string[] folder) =>
    [
        .. Directory.GetDirectories(Repository.PathTo(folder))
            .Select(static path => Path.GetFileName(path))
            .Where(static name => name is not ("bin" or "obj")),
    ];
}
