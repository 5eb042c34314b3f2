namespace BlogKit.Interchange;

/// <summary>The choice for items that were changed here since they were imported, and are another one at the source now.</summary>
public enum EditedHere
{
    /// <summary>It stays as it is here, and is reported as kept.</summary>
    Wins = 0,

    /// <summary>It becomes what the source has; the text of before is a revision.</summary>
    Loses = 1,

    /// <summary>It stays as it is here, and is reported as refused, so that somebody looks at it.</summary>
    IsRefused = 2,
}
