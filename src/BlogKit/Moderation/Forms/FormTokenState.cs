namespace BlogKit.Moderation;

/// <summary>The state of a form's token.</summary>
public enum FormTokenState
{
    /// <summary>The form has no token.</summary>
    Missing,

    /// <summary>Not signed by this application, or for another post.</summary>
    Invalid,

    /// <summary>Signed, but too old, or dated in the future because the clock was set back.</summary>
    Expired,

    /// <summary>Signed and fresh.</summary>
    Valid,
}
