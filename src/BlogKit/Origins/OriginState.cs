namespace BlogKit;

/// <summary>The changes of an item since it was imported, at its source and here.</summary>
public enum OriginState
{
    /// <summary>It is the same at its source and here.</summary>
    Unchanged,

    /// <summary>It is another one at its source, and nobody changed it here.</summary>
    ChangedThere,

    /// <summary>It was changed here, and is the same at its source.</summary>
    EditedHere,

    /// <summary>It was changed here, and is another one at its source.</summary>
    ChangedOnBothSides,

    /// <summary>It was deleted or purged here, whatever it is at its source.</summary>
    DeletedHere,
}
