namespace BlogKit.Moderation;

/// <summary>The kinds of objections to a comment. The numbers are stored and never reused.</summary>
public enum FlagKind
{
    /// <summary>Something else; the note says what.</summary>
    Other = 0,

    /// <summary>Advertising or a fraud.</summary>
    Spam = 1,

    /// <summary>Insults, threats or hatred.</summary>
    Offensive = 2,

    /// <summary>Not about the post.</summary>
    OffTopic = 3,

    /// <summary>Tells what somebody else would keep private.</summary>
    Private = 4,
}
