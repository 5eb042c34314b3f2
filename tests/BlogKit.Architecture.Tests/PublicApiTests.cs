using System.Reflection;
using PublicApiGenerator;

namespace BlogKit.Architecture;

/// <summary>
/// Holds the public surface of every package against the snapshot beside this file. To change it on purpose, run the tests once with
/// BLOGKIT_ACCEPT_API=1 and commit the snapshot with the change.
/// </summary>
public sealed class PublicApiTests
{
    [Theory]
    [InlineData("BlogKit")]
    [InlineData("BlogKit.AI")]
    [InlineData("BlogKit.Akismet")]
    [InlineData("BlogKit.Html")]
    [InlineData("BlogKit.Interchange")]
    [InlineData("BlogKit.Moderation")]
    [InlineData("BlogKit.AspNetCore")]
    [InlineData("BlogKit.OpenWeb")]
    [InlineData("BlogKit.Specification.Tests")]
    [InlineData("BlogKit.Sqlite")]
    public void The_public_api_is_the_one_that_was_agreed_on(string package)
    {
        var snapshot = Repository.PathTo("tests", "BlogKit.Architecture.Tests", "PublicApi", package + ".txt");
        var actual = Write(Assembly.Load(package));
        if (Environment.GetEnvironmentVariable("BLOGKIT_ACCEPT_API") is "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(snapshot)!);
            File.WriteAllLines(snapshot, actual);
        }

        var agreed = File.Exists(snapshot) ? File.ReadAllLines(snapshot) : [];

        // A line is told together with the type it stands in: many members are written alike.
        var (now, before) = (Placed(actual), Placed(agreed));
        now.Except(before, StringComparer.Ordinal).Select(static line => "+ " + line).Concat(
            before.Except(now, StringComparer.Ordinal).Select(static line => "- " + line))
            .Should().BeEmpty("the public API changes only together with its snapshot (BLOGKIT_ACCEPT_API=1 rewrites it)");
        actual.Should().Equal(agreed, "the snapshot is what the generator writes (BLOGKIT_ACCEPT_API=1 rewrites it)");
    }

    // Extension methods stand in Microsoft's namespaces, where applications look for them.
    private static string[] Write(Assembly assembly) =>
        assembly.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false, DenyNamespacePrefixes = [] })
            .ReplaceLineEndings("\n")
            .TrimEnd('\n')
            .Split('\n');

    private static List<string> Placed(string[] lines)
    {
        var type = "";
        var placed = new List<string>();
        foreach (var line in lines)
        {
            if (line.StartsWith("    public ", StringComparison.Ordinal))
            {
                type = line.Trim();
            }

            placed.Add(line.StartsWith("     ", StringComparison.Ordinal) ? $"{type} … {line.Trim()}" : line);
        }

        return placed;
    }
}
