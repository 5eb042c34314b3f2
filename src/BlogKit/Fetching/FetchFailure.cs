namespace BlogKit;

/// <summary>The reason why another site's page could not be fetched.</summary>
public enum FetchFailure
{
    /// <summary>The address, a redirect, or the address that a name resolves to is not allowed. Trying again will not help.</summary>
    Forbidden,

    /// <summary>The answer has too many redirects, is too large, or is not what was asked for. Trying again will not help.</summary>
    Unusable,

    /// <summary>The site could not be reached: no connection, too slow, broken off. It may be there later.</summary>
    Unreachable,
}
