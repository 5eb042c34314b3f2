using System.Text;

namespace BlogKit.Interchange.Copy;

/// <summary>Copies as lines of text.</summary>
internal static class Lines
{
    public static List<string> Of(byte[] file) => [.. Encoding.UTF8.GetString(file).TrimEnd('\n').Split('\n')];

    public static byte[] File(IEnumerable<string> lines, string end = "\n") =>
        Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + end)));

    /// <summary>The place of the first line of a kind.</summary>
    public static int First(this List<string> lines, string kind) =>
        lines.FindIndex(line => line.StartsWith($"{{\"kind\":\"{kind}\",", StringComparison.Ordinal));
}
