namespace BlogKit.Moderation;

/// <summary>What a form's token turned out to be.</summary>
public enum FormTokenState
{
    /// <summary>There was none.</summary>
    Missing,

    /// <summary>Not signed by this application, or for another post.</summary>
    Invalid,

    /// <summary>Signed, but too old, or from a time to come: the clock was set back.</summary>
    Expired,

    /// <summary>Signed and fresh.</summary>
    Valid,
}
