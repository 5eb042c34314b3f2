namespace BlogKit.Internal;

/// <summary>
/// The data files inside the assembly: UTF-8 text of one entry per line, where lines that start with # and empty lines say nothing.
/// </summary>
internal static class EmbeddedLines
{
    /// <summary>The entries of a file, in order, trimmed at their end.</summary>
    /// <exception cref="InvalidOperationException">The assembly has no such file.</exception>
    public static IEnumerable<string> Of(string file)
    {
        using var stream = typeof(EmbeddedLines).Assembly.GetManifestResourceStream("BlogKit.Data." + file)
            ?? throw new InvalidOperationException($"The assembly lacks its data file '{file}'.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] is not '#')
            {
                yield return line.TrimEnd();
            }
        }
    }
}
