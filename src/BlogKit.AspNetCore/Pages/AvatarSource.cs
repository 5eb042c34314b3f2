namespace BlogKit.AspNetCore;

/// <summary>The source of the picture of a commenter who has none of their own.</summary>
public enum AvatarSource
{
    /// <summary>
    /// Drawn by this host from the blog's identity and the name that is shown. Nobody else is asked, and nothing can be learned from it
    /// that the page does not say.
    /// </summary>
    Generated,

    /// <summary>
    /// Gravatar, by the SHA-256 hash of the e-mail address. This host fetches the picture and hands it on: readers never contact the
    /// service, and neither address nor hash reaches them. The service learns the hashes of commenters, so say it in the privacy notice.
    /// Whoever has no picture there gets a generated one.
    /// </summary>
    Gravatar,

    /// <summary>Libravatar (libravatar.org), in the same way.</summary>
    Libravatar,
}
