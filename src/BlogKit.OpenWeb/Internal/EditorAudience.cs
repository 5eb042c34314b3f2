namespace BlogKit.OpenWeb.Internal;

/// <summary>Whom an editing program wants a post to be seen by.</summary>
internal enum EditorAudience
{
    Private,

    /// <summary>Those who know the password it has; cannot be asked for anew.</summary>
    Protected,
    Unlisted,
    Public,
}
