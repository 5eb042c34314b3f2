namespace BlogKit.Interchange;

/// <summary>The outcomes of a line of a copy, and of a file beside it.</summary>
public enum CopyOutcome
{
    /// <summary>It cannot be read, or stored in this blog whatever is there.</summary>
    Refused,

    /// <summary>It was written into the copy.</summary>
    Written,

    /// <summary>It was checked in a dry run, and nothing is wrong with it by itself.</summary>
    Checked,

    /// <summary>It is stored.</summary>
    Stored,

    /// <summary>It was there already, the same in every member.</summary>
    Unchanged,

    /// <summary>Something else has its identity or its name, and stays as it is.</summary>
    Conflict,

    /// <summary>Something it depends on is not there; of a picture or file, its content.</summary>
    Missing,
}
