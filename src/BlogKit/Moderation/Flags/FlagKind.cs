namespace BlogKit;

/// <summary>What a reader says is wrong with a comment.</summary>
public enum FlagKind
{
    /// <summary>Something else; the note says what.</summary>
    Other,

    /// <summary>Advertising or a fraud.</summary>
    Spam,

    /// <summary>Insults, threats or hatred.</summary>
    Offensive,

    /// <summary>Not about the post.</summary>
    OffTopic,

    /// <summary>Tells what somebody else would keep private.</summary>
    Private,
}
