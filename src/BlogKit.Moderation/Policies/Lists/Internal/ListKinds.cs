namespace BlogKit.Moderation.Internal;

/// <summary>What the entries of a list may be about.</summary>
internal enum ListKinds
{
    /// <summary>Everything.</summary>
    Any,

    /// <summary>Only who it comes from, not what it says: accounts, e-mail addresses and their domains, addresses.</summary>
    Identities,
}
