namespace BlogKit.Interchange;

/// <summary>A place in a source.</summary>
/// <param name="File">The name of the file without its folder; null when the source is one stream.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The character in the line, from 1; 0 when unknown.</param>
public readonly record struct SourcePlace(string? File, long Line, int Column)
{
    /// <summary>Returns the place in words, as a report shows it.</summary>
    public override string ToString()
    {
        var place = Column == 0
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"line {Line}")
            : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"line {Line}, column {Column}");
        return File is null ? place : $"{File}, {place}";
    }
}
