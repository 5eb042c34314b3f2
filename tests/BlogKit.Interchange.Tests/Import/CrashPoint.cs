namespace BlogKit.Interchange.Import;

/// <summary>The write at which a store breaks off, before it is committed or when it is and the answer is lost.</summary>
internal sealed class CrashPoint
{
    /// <summary>Writes until then; null for never.</summary>
    public int? WritesLeft { get; set; }

    public bool IsAfterCommit { get; set; }

    public int Writes { get; private set; }

    /// <summary>Counts a write; true when it is the one.</summary>
    public bool Count()
    {
        Writes++;
        return WritesLeft is { } left && (WritesLeft = left - 1) == 0;
    }
}
