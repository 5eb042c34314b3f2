namespace BlogKit.AspNetCore;

/// <summary>The kinds of lines in a comparison.</summary>
public enum DiffKind
{
    /// <summary>The line is in both texts.</summary>
    Same = 0,

    /// <summary>The line is in the first text only.</summary>
    Removed,

    /// <summary>The line is in the second text only.</summary>
    Added,

    /// <summary>The line stands for lines of both texts that are left out.</summary>
    Skipped,
}
