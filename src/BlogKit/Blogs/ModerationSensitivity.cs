namespace BlogKit;

/// <summary>The sensitivity of the policies about abuse and drift. The numbers are stored and never reused.</summary>
public enum ModerationSensitivity
{
    /// <summary>The policies object as their options say.</summary>
    Normal = 0,

    /// <summary>The policies object later: rough language is part of the place.</summary>
    Low = 1,

    /// <summary>The policies object sooner: a place for everybody.</summary>
    High = 2,
}
