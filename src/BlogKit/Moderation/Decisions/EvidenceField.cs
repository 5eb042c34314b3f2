namespace BlogKit.Moderation;

/// <summary>The part of a submission in which evidence was found. The numbers are stored and never reused.</summary>
public enum EvidenceField
{
    /// <summary><see cref="Comment.PlainText"/>.</summary>
    Text = 0,

    /// <summary><see cref="Comment.Markdown"/>: for evidence that is only there, such as the target of a link.</summary>
    Markdown = 1,

    /// <summary>The writer's name.</summary>
    Name = 2,

    /// <summary>The writer's e-mail address.</summary>
    Email = 3,

    /// <summary>The writer's site.</summary>
    Url = 4,

    /// <summary>The network address it came from.</summary>
    RemoteAddress = 5,

    /// <summary>The user agent it came from.</summary>
    UserAgent = 6,
}
