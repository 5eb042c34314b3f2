namespace BlogKit;

/// <summary>The label that a person gave a comment.</summary>
public enum AkismetLesson
{
    /// <summary>Not spam, though Akismet took it for spam.</summary>
    Ham,

    /// <summary>Spam, though Akismet let it through.</summary>
    Spam,
}
