namespace BlogKit;

/// <summary>Where in a submission evidence was found.</summary>
public enum EvidenceField
{
    /// <summary><see cref="Comment.PlainText"/>.</summary>
    Text,

    /// <summary><see cref="Comment.Markdown"/>: what is only there, such as the target of a link.</summary>
    Markdown,

    /// <summary>The writer's name.</summary>
    Name,

    /// <summary>The writer's e-mail address.</summary>
    Email,

    /// <summary>The writer's site.</summary>
    Url,

    /// <summary>The address it came from.</summary>
    RemoteAddress,

    /// <summary>The program it came from.</summary>
    UserAgent,
}
