namespace BlogKit;

/// <summary>How easily policies about abuse and drift object.</summary>
public enum ModerationSensitivity
{
    /// <summary>As the options say.</summary>
    Normal,

    /// <summary>Later: rough language is part of the place.</summary>
    Low,

    /// <summary>Sooner: a place for everybody.</summary>
    High,
}
