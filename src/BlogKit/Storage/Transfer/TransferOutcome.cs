namespace BlogKit.Storage;

/// <summary>The outcomes of writing an item.</summary>
public enum TransferOutcome
{
    /// <summary>It cannot be stored in this blog whatever is there: a text, a value, a reference to itself, another blog.</summary>
    Refused,

    /// <summary>It is stored.</summary>
    Stored,

    /// <summary>It was there already, the same in every member; nothing was written.</summary>
    Unchanged,

    /// <summary>Something else has its identity or its name, and stays as it is.</summary>
    Conflict,

    /// <summary>Something it depends on is not there.</summary>
    Missing,
}
