namespace BlogKit;

/// <summary>What Akismet takes a comment for.</summary>
public enum AkismetVerdict
{
    /// <summary>Nothing was said: the call failed, or it did not ask for a verdict.</summary>
    None,

    /// <summary>Not spam.</summary>
    Ham,

    /// <summary>Spam.</summary>
    Spam,

    /// <summary>Spam so plain that Akismet advises not to keep it (<c>X-akismet-pro-tip: discard</c>).</summary>
    BlatantSpam,
}
