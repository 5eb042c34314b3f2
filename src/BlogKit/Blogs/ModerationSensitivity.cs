namespace BlogKit;

/// <summary>How easily policies about abuse and drift object. The numbers are stored and never reused.</summary>
public enum ModerationSensitivity
{
    /// <summary>As the options say.</summary>
    Normal = 0,

    /// <summary>Later: rough language is part of the place.</summary>
    Low = 1,

    /// <summary>Sooner: a place for everybody.</summary>
    High = 2,
}
