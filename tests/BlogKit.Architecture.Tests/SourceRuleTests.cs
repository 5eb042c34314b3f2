using System.Text.RegularExpressions;

namespace BlogKit.Architecture;

/// <summary>What the source may say in few places only, each with its reason.</summary>
public sealed partial class SourceRuleTests
{
    // Everything else that is written lasts: it is written and named by LastingFiles.
    private static readonly Dictionary<string, string> s_writers = new(StringComparer.Ordinal)
    {
        ["Shared/LastingFiles.cs"] = "the one place",
        ["BlogKit.AspNetCore/StaticExport/Internal/OutputFolder.cs"] =
            "pages of an export: made again from the database, and compared byte by byte each time",
        ["BlogKit.Tool/Commands/Moving/ImportJsonCommand.cs"] = "opens the report of a run, which another run makes again",
        ["BlogKit.Tool/Output/CopyReportFile.cs"] = "the report of a run, which another run makes again",
        ["BlogKit.Sqlite/Backup/SqliteRestore.cs"] = "sets a damaged file aside; the folder is written when the copy gets its name",
        ["BlogKit.Sqlite/Connections/WriteProbe.cs"] = "a probe that is deleted at once",
    };

    // A new file on this list needs a reader who asks: is it a duration? Then Deadline or TimeProvider.GetElapsedTime is right.
    private static readonly string s_clocks = Path.Combine(Repository.PathTo("tests"), "BlogKit.Architecture.Tests", "wall-clock.txt");

    [Fact]
    public void Files_that_are_to_last_are_written_by_LastingFiles() => SourcesWith(Writing()).Should().BeEquivalentTo(s_writers.Keys);

    [Fact]
    public void The_clock_of_the_wall_is_read_for_what_is_stored_or_shown_alone()
    {
        var listed = File.ReadLines(s_clocks).Select(static line => line.Split(": ", 2)).ToList();

        SourcesWith(WallClock()).Should().BeEquivalentTo(
            listed.Select(static l => l[0]), because: "wall-clock.txt lists every file with what it reads the clock for");
        listed.Should().OnlyContain(static l => l.Length == 2 && l[1].Length > 3);
    }

    [Fact]
    public void A_cache_that_ends_what_it_keeps_has_a_clock_that_runs_forward() =>
        SourcesWith(Expiring()).Should().OnlyContain(static file => File.ReadAllText(
            Path.Combine(Repository.PathTo("src"), file)).Contains("Clock = new SteadyClock(", StringComparison.Ordinal));

    [Fact]
    public void Tests_have_one_clock_of_their_own_and_otherwise_the_packages() =>
        FilesWith(OwnClock(), "tests").Should().Equal("Shared/JumpingClock.cs");

    [Fact]
    public void Networks_that_somebody_wrote_are_read_in_one_place() =>
        SourcesWith(NetworkReading()).Should().Equal("Shared/WrittenNetwork.cs");

    [Fact]
    public void No_element_of_a_page_begins_with_a_space_that_Razor_takes_away() =>
        Repository.Files("*.razor", "src").Where(static file => LostSpace().IsMatch(File.ReadAllText(file))).Should().BeEmpty();

    [Fact]
    public void Which_status_an_error_has_is_said_in_one_table_of_the_web_and_one_of_the_calls_of_programs() =>
        SourcesWith(StatusOfKind()).Should().BeEquivalentTo(
            "BlogKit.AspNetCore/Requests/Internal/ErrorStatus.cs", "BlogKit.OpenWeb/Internal/MetaWeblogEndpoints.cs");

    private static IEnumerable<string> SourcesWith(Regex said) => FilesWith(said, "src");

    private static IEnumerable<string> FilesWith(Regex said, string folder) =>
        Repository.Sources(folder)
            .Where(file => said.IsMatch(File.ReadAllText(file)))
            .Select(file => Path.GetRelativePath(Repository.PathTo(folder), file).Replace('\\', '/'));

    [GeneratedRegex(
        @"\bFile\.(Move|Copy|Replace|Create|Append|Write|OpenWrite)|\bFileMode\.(Create|CreateNew|Append|OpenOrCreate)\b|\bDirectory\.Move|\bnew StreamWriter\(",
        RegexOptions.ExplicitCapture,
        5_000)]
    private static partial Regex Writing();

    [GeneratedRegex(@"\bclass \w+(\([^)]*\))?\s*:\s*\w*TimeProvider\b", RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex OwnClock();

    [GeneratedRegex(@"\bIPNetwork\.(TryParse|Parse\((?!""))", RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex NetworkReading();

    [GeneratedRegex(@"<(span|a|b|i|em|strong|small|bdi|label|button)\b[^<>]*> @", RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex LostSpace();

    [GeneratedRegex(@"\bErrorKind\.\w+( \})?\s*(=>|\?)\s*StatusCodes\.", RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex StatusOfKind();

    [GeneratedRegex(@"\bGetUtcNow\(\)", RegexOptions.None, 5_000)]
    private static partial Regex WallClock();

    [GeneratedRegex(@"new MemoryCacheEntryOptions\s*\{[^}]*(Absolute|Sliding)Expiration", RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex Expiring();
}
