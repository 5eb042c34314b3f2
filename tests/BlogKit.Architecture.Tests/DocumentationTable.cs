namespace BlogKit.Architecture;

/// <summary>Reads the tables of the documents.</summary>
internal static class DocumentationTable
{
    public static string Read(params string[] path) => File.ReadAllText(Repository.PathTo(path));

    /// <summary>The cells of every row of the tables in a text, without heads and rules.</summary>
    public static IEnumerable<string[]> Rows(string text) => text.Split('\n')
        .Where(static line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| ---", StringComparison.Ordinal))
        .Select(static line => line.Split('|')[1..^1].Select(static cell => cell.Trim()).ToArray());

    /// <summary>The rows of the first table whose head has this text in one of its cells.</summary>
    public static IEnumerable<string[]> RowsBelow(string text, string head) => Rows(
        string.Join(
            '\n',
            text.Split('\n')
                .SkipWhile(line => !line.StartsWith('|') || !line.Split('|').Any(cell => cell.Trim() == head))
                .Skip(1)
                .TakeWhile(static line => line.StartsWith('|'))));

    /// <summary>What stands in code type in a cell.</summary>
    public static string[] Names(string cell) => [.. cell.Split('`').Where(static (_, index) => index % 2 == 1)];
}
