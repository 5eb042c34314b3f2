using System.Collections.Concurrent;

namespace BlogKit.Architecture;

/// <summary>
/// Which folder may use which is written down, in folders.txt: whoever adds a use adds a word there, and says in the review why. What uses
/// each other in a circle cannot be read, changed or taken out alone, so the circles that are left are written down too, and may only
/// become fewer.
/// </summary>
public sealed class FolderRuleTests
{
    private static readonly string s_list = Repository.PathTo("tests", "BlogKit.Architecture.Tests", "folders.txt");

    private static readonly ConcurrentDictionary<string, FolderUses> s_uses = new(StringComparer.Ordinal);

    [Theory]
    [InlineData("BlogKit")]
    [InlineData("BlogKit.AspNetCore")]
    [InlineData("BlogKit.Moderation")]
    public void A_folder_uses_the_folders_that_it_is_said_to_use(string package) =>
        UsesOf(package).Folders.Select(static uses => $"{uses.Key}: {string.Join(' ', uses.Value)}".TrimEnd())
            .Should().Equal(
                Listed(package).Where(static line => !line.StartsWith("circle ", StringComparison.Ordinal)),
                because: "folders.txt lists every use, and none that is gone");

    [Theory]
    [InlineData("BlogKit")]
    [InlineData("BlogKit.AspNetCore")]
    [InlineData("BlogKit.Moderation")]
    public void No_folders_use_each_other_in_a_circle_but_those_that_are_known(string package) =>
        UsesOf(package).Knots(IsNatural).Select(static knot => "circle " + string.Join(' ', knot))
            .Should().Equal(
                Listed(package).Where(static line => line.StartsWith("circle ", StringComparison.Ordinal)),
                because: "folders.txt lists the circles that are still to be cut");

    // Contracts of stores are made of the records that they keep. An actor may be an author. A post may change what its blog says of
    // comments. A comment carries the decision about it.
    private static bool IsNatural(string from, string to) =>
        (from, to) is ("Storage", _) or ("Actors", "Authors") or ("Blogs", "Posts") or ("Comments", "Moderation");

    private static FolderUses UsesOf(string package) => s_uses.GetOrAdd(package, FolderUses.Of);

    private static IEnumerable<string> Listed(string package) =>
        File.ReadLines(s_list)
            .SkipWhile(line => line != $"[{package}]")
            .Skip(1)
            .TakeWhile(static line => !line.StartsWith('['))
            .Where(static line => line.Length > 0 && line[0] != '#');
}
