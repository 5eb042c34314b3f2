namespace BlogKit;

/// <summary>The kind of an expected failure; maps one to one onto an HTTP status.</summary>
public enum ErrorKind
{
    /// <summary>The input breaks a rule; <see cref="BlogError.Field"/> names the field (HTTP 422).</summary>
    Invalid,

    /// <summary>The thing does not exist, or the caller may not know that it does (HTTP 404).</summary>
    NotFound,

    /// <summary>Somebody else changed the thing meanwhile, or a unique name is taken (HTTP 409).</summary>
    Conflict,

    /// <summary>The caller may not do this, or the thing is closed (HTTP 403).</summary>
    Forbidden,

    /// <summary>A rate or count limit is used up (HTTP 429).</summary>
    TooMany,
}
