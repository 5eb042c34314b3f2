namespace BlogKit;

/// <summary>The verdict of Akismet about a comment.</summary>
public enum AkismetVerdict
{
    /// <summary>No verdict: the call failed, or it did not ask for one.</summary>
    None,

    /// <summary>Not spam.</summary>
    Ham,

    /// <summary>Spam.</summary>
    Spam,

    /// <summary>Spam so plain that Akismet advises not to keep it (<c>X-akismet-pro-tip: discard</c>).</summary>
    BlatantSpam,
}
