namespace BlogKit.Interchange;

/// <summary>
/// The outcome for one item of an import's source. Every item has exactly one. The names stand in reports and never change.
/// </summary>
public enum ImportOutcome
{
    /// <summary>New here, and as it is at the source.</summary>
    Imported = 0,

    /// <summary>There already, and now as it is at the source.</summary>
    Updated = 1,

    /// <summary>There already, as it is at the source.</summary>
    Unchanged = 2,

    /// <summary>Another one at the source, and left as it is here; the reason says why.</summary>
    Kept = 3,

    /// <summary>
    /// Taken, new or in place of what was there, in another form than at the source; the notes say what is other, and why.
    /// </summary>
    Altered = 4,

    /// <summary>Not taken; the reason says why.</summary>
    Refused = 5,
}
