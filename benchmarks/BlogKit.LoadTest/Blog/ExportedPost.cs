namespace BlogKit.LoadTest;

/// <summary>A post as it is written for another system, one a line.</summary>
/// <param name="Id">Its number there, from 101.</param>
/// <param name="Thread">The name of its section.</param>
/// <param name="Title">Its title.</param>
/// <param name="Text">Its text, paragraphs separated by an empty line.</param>
/// <param name="Comments">Its comments in the order of writing; a parent stands before its replies.</param>
internal sealed record ExportedPost(int Id, string Thread, string Title, string Text, IReadOnlyList<MeasuredComment> Comments)
{
    private const int FirstId = 101;

    /// <summary>Writes all posts, one JSON object a line.</summary>
    public static async Task WriteAllAsync(FileInfo file, CancellationToken cancellationToken)
    {
        var lines = MeasuredThread.All.Select(static (t, i) => System.Text.Json.JsonSerializer.Serialize(
            new ExportedPost(FirstId + i, t.Name, t.Title, t.Text, [.. t.Comments]), LoadJson.Default.ExportedPost));
        await File.WriteAllLinesAsync(file.FullName, lines, cancellationToken);
    }
}
