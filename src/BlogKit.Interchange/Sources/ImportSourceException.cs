namespace BlogKit.Interchange;

/// <summary>A source cannot be read: it breaks off, breaks its format, or is of another one.</summary>
public sealed class ImportSourceException : Exception
{
    /// <summary>Creates it.</summary>
    public ImportSourceException()
    {
    }

    /// <summary>Creates it with its message.</summary>
    /// <param name="message">What is wrong and where, as sentences for people.</param>
    public ImportSourceException(string message)
        : base(message)
    {
    }

    /// <summary>Creates it with its message and cause.</summary>
    /// <param name="message">What is wrong and where, as sentences for people.</param>
    /// <param name="innerException">The cause.</param>
    public ImportSourceException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates it with its place.</summary>
    /// <param name="message">What is wrong, as sentences for people; the place is said in front of it.</param>
    /// <param name="place">Where.</param>
    /// <param name="innerException">The cause; null for none.</param>
    public ImportSourceException(string message, SourcePlace place, Exception? innerException = null)
        : base($"{Capital(place.ToString())}: {message}", innerException) => Place = place;

    /// <summary>The place of it; null when it has no place.</summary>
    public SourcePlace? Place { get; }

    private static string Capital(string text) => text.StartsWith("line", StringComparison.Ordinal) ? "L" + text[1..] : text;
}
