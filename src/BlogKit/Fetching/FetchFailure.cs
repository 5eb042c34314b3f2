namespace BlogKit;

/// <summary>Why another site's page was not had.</summary>
public enum FetchFailure
{
    /// <summary>The address, a redirect or where a name leads is none this server turns to. Trying again will not help.</summary>
    Forbidden,

    /// <summary>Too many redirects, too large, or not what was asked for. Trying again will not help.</summary>
    Unusable,

    /// <summary>No connection, too slow, broken off. It may be there later.</summary>
    Unreachable,
}
