namespace BlogKit.Interchange;

/// <summary>The choice for items that were changed here since they were imported, and are another one at the source now.</summary>
public enum EditedHere
{
    /// <summary>What is here stays, and the item is reported as kept.</summary>
    Wins = 0,

    /// <summary>What the source has takes its place; the text of before is a revision.</summary>
    Loses = 1,

    /// <summary>What is here stays, and the item is reported as refused, so that somebody looks at it.</summary>
    IsRefused = 2,
}
