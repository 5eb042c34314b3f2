namespace BlogKit.OpenWeb.Internal;

/// <summary>What others are told.</summary>
internal enum OutgoingKind
{
    /// <summary>A post changed: who is to be told has to be found.</summary>
    Post,

    /// <summary>A hub, that a feed changed.</summary>
    Hub,

    /// <summary>A page, that a post links to it.</summary>
    Mention,
}
