namespace BlogKit.Architecture;

/// <summary>A line that a reader has to scroll for, or that a review shows folded, is not read to its end.</summary>
public sealed class LineLengthTests
{
    private const int Most = 140;

    // Lines that are longer, each by how it begins, with its reason.
    private static readonly Dictionary<string, string> s_longer = new(StringComparer.Ordinal)
    {
        ["CREATE INDEX comments_removed ON comments ("] = "SQLite keeps the text of an index as it was written, white space included",
    };

    [Theory]
    [InlineData("*.cs")]
    [InlineData("*.razor")]
    public void No_line_of_the_source_has_more_than_140_columns(string files) =>
        Repository.Files(files, "src")
            .SelectMany(static file => File.ReadLines(file).Select(
                (line, i) => (Place: $"{Path.GetRelativePath(Repository.Root, file)}:{i + 1}", Line: line)))
            .Where(static line => line.Line.Length > Most && !IsKnown(line.Line))
            .Select(static line => line.Place)
            .Should().BeEmpty();

    private static bool IsKnown(string line) => s_longer.Keys.Any(start => line.TrimStart().StartsWith(start, StringComparison.Ordinal));
}
