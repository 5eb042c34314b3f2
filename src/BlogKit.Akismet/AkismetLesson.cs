namespace BlogKit;

/// <summary>What a person found a comment to be.</summary>
public enum AkismetLesson
{
    /// <summary>Not spam, though Akismet took it for spam.</summary>
    Ham,

    /// <summary>Spam, though Akismet let it through.</summary>
    Spam,
}
