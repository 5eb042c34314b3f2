namespace BlogKit.AspNetCore;

/// <summary>What became of a line.</summary>
public enum DiffKind
{
    /// <summary>In both texts.</summary>
    Same = 0,

    /// <summary>In the first text only.</summary>
    Removed,

    /// <summary>In the second text only.</summary>
    Added,

    /// <summary>Stands for lines of both texts that are left out.</summary>
    Skipped,
}
