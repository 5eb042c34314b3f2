using System.Reflection;

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
    [InlineData("BlogKit.AspNetCore")]
    [InlineData("BlogKit.Specification.Tests")]
    [InlineData("BlogKit.Sqlite")]
    public void The_public_api_is_the_one_that_was_agreed_on(string package)
    {
        var snapshot = Repository.PathTo("tests", "BlogKit.Architecture.Tests", "PublicApi", package + ".txt");
        var actual = PublicApiDump.Of(Assembly.Load(package));
        if (Environment.GetEnvironmentVariable("BLOGKIT_ACCEPT_API") is "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(snapshot)!);
            File.WriteAllLines(snapshot, actual);
        }

        var agreed = File.Exists(snapshot) ? File.ReadAllLines(snapshot) : [];

        var added = actual.Except(agreed, StringComparer.Ordinal);
        var removed = agreed.Except(actual, StringComparer.Ordinal);

        added.Select(static line => "+ " + line).Concat(removed.Select(static line => "- " + line))
            .Should().BeEmpty("the public API changes only together with its snapshot (BLOGKIT_ACCEPT_API=1 rewrites it)");
    }
}
