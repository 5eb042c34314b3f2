using System.Reflection;

namespace BlogKit.Architecture;

public sealed class PackageDirectionTests
{
    private static readonly string[] FrameworkPrefixes = ["System", "netstandard", "mscorlib"];

    // A package of templates has files and no assembly.
    private static readonly string[] WithoutCode = ["BlogKit.Templates"];

    public static TheoryData<string, string[]> Allowed => new()
    {
        {
            "BlogKit",
            [
                "Markdig",
                "Microsoft.Extensions.Hosting.Abstractions",
                "Microsoft.Extensions.Configuration",
                "Microsoft.Extensions.Configuration.Abstractions",
                "Microsoft.Extensions.Configuration.Binder",
                "Microsoft.Extensions.DependencyInjection.Abstractions",
                "Microsoft.Extensions.Diagnostics.HealthChecks",
                "Microsoft.Extensions.Diagnostics.HealthChecks.Abstractions",
                "Microsoft.Extensions.Logging",
                "Microsoft.Extensions.Logging.Abstractions",
                "Microsoft.Extensions.Options",
                "Microsoft.Extensions.Options.ConfigurationExtensions",
                "Microsoft.Extensions.Primitives",
            ]
        },
        {
            "BlogKit.Sqlite",
            [
                "BlogKit",
                "Microsoft.Data.Sqlite",
                "Microsoft.Extensions.DependencyInjection.Abstractions",
                "Microsoft.Extensions.Logging.Abstractions",
                "Microsoft.Extensions.Options",
                "SQLitePCLRaw.*",
            ]
        },
        {
            "BlogKit.Akismet",
            [
                "BlogKit",
                "Microsoft.Extensions.Configuration",
                "Microsoft.Extensions.Configuration.Abstractions",
                "Microsoft.Extensions.Configuration.Binder",
                "Microsoft.Extensions.DependencyInjection.Abstractions",
                "Microsoft.Extensions.Http",
                "Microsoft.Extensions.Logging.Abstractions",
                "Microsoft.Extensions.Options",
                "Microsoft.Extensions.Options.ConfigurationExtensions",
                "Microsoft.Extensions.Primitives",
            ]
        },
        {
            "BlogKit.AI",
            [
                "BlogKit",
                "Microsoft.Extensions.AI.Abstractions",
                "Microsoft.Extensions.Caching.Abstractions",
                "Microsoft.Extensions.Caching.Memory",
                "Microsoft.Extensions.Configuration",
                "Microsoft.Extensions.Configuration.Abstractions",
                "Microsoft.Extensions.Configuration.Binder",
                "Microsoft.Extensions.DependencyInjection.Abstractions",
                "Microsoft.Extensions.Logging.Abstractions",
                "Microsoft.Extensions.Options",
                "Microsoft.Extensions.Options.ConfigurationExtensions",
                "Microsoft.Extensions.Primitives",
            ]
        },
        {
            "BlogKit.Interchange",
            ["BlogKit", "BlogKit.Html", "Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Options"]
        },
        { "BlogKit.Html", ["AngleSharp", "BlogKit", "HtmlSanitizer", "Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Options"] },
        {
            "BlogKit.Moderation",
            [
                "BlogKit",
                "Microsoft.Extensions.Caching.*",
                "Microsoft.Extensions.Configuration*",
                "Microsoft.Extensions.DependencyInjection.Abstractions",
                "Microsoft.Extensions.Logging.Abstractions",
                "Microsoft.Extensions.Options",
                "Microsoft.Extensions.Primitives",
            ]
        },
        { "BlogKit.AspNetCore", ["BlogKit", "BlogKit.Moderation", "DiffPlex", "Microsoft.AspNetCore.*", "Microsoft.Extensions.*", "Microsoft.Net.Http.Headers"] },
        { "BlogKit.OpenWeb", ["AngleSharp", "BlogKit", "BlogKit.AspNetCore", "BlogKit.Html", "Microsoft.AspNetCore.*", "Microsoft.Extensions.*", "Microsoft.Net.Http.Headers"] },
        { "BlogKit.Tool", ["AngleSharp", "BlogKit", "BlogKit.AspNetCore", "BlogKit.Interchange", "BlogKit.Moderation", "BlogKit.Sqlite", "Microsoft.AspNetCore.*", "Microsoft.Data.Sqlite", "Microsoft.Extensions.*", "Spectre.Console", "SQLitePCLRaw.*", "Sylvan.Data.Csv"] },
        { "BlogKit.Specification.Tests", ["BlogKit", "xunit.assert", "xunit.core", "xunit.abstractions"] },
    };

    [Theory]
    [MemberData(nameof(Allowed))]
    public void A_package_references_only_what_the_design_allows(string package, string[] allowed)
    {
        var references = Assembly.Load(package).GetReferencedAssemblies().Select(static a => a.Name!);

        var unexpected = references.Where(name => !IsFramework(name) && !allowed.Any(rule => Matches(rule, name)));

        unexpected.Should().BeEmpty("arrows point one way: everything knows BlogKit, BlogKit knows nobody, no store knows another");
    }

    [Fact]
    public void Every_package_of_the_source_folder_is_held_to_a_rule()
    {
        var projects = Directory.GetFiles(Repository.PathTo("src"), "*.csproj", SearchOption.AllDirectories)
            .Where(static file => string.Equals(Path.GetDirectoryName(Path.GetDirectoryName(file)), Repository.PathTo("src"), StringComparison.Ordinal))
            .Select(static file => Path.GetFileNameWithoutExtension(file))
            .Except(WithoutCode, StringComparer.Ordinal);

        projects.Should().BeEquivalentTo(Allowed.Select(static row => (string)row[0]));
    }

    // What a package says of itself where it is looked for; packing fails without it.
    [Fact]
    public void Every_package_says_what_it_is() =>
        Directory.GetDirectories(Repository.PathTo("src"))
            .Where(static folder => Directory.GetFiles(folder, "*.csproj").Length > 0)
            .Where(static folder => !File.Exists(Path.Combine(folder, "README.md")))
            .Should().BeEmpty();

    private static bool IsFramework(string name) =>
        FrameworkPrefixes.Any(prefix => name.Equals(prefix, StringComparison.Ordinal) || name.StartsWith(prefix + ".", StringComparison.Ordinal));

    private static bool Matches(string rule, string name) => rule.EndsWith('*')
        ? name.StartsWith(rule[..^1], StringComparison.Ordinal)
        : name.Equals(rule, StringComparison.Ordinal);
}
