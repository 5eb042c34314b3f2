namespace BlogKit;

/// <summary>The reason why a call to Akismet failed.</summary>
public enum AkismetFault
{
    /// <summary>The call did not fail: Akismet answered.</summary>
    None,

    /// <summary>No answer within <see cref="AkismetOptions.Timeout"/>.</summary>
    Timeout,

    /// <summary>No connection, a broken one, or a fault on Akismet's side (5xx).</summary>
    Unavailable,

    /// <summary>The key is not valid.</summary>
    InvalidKey,

    /// <summary>Something other than the key is missing or wrong in the request; <see cref="AkismetAnswer.Help"/> may say what.</summary>
    InvalidRequest,

    /// <summary>The account has used up its calls (429).</summary>
    LimitReached,

    /// <summary>Another refusal: a redirection, which is never followed, or a 4xx.</summary>
    Refused,

    /// <summary>The answer is unknown to the protocol, or too long.</summary>
    Unreadable,

    /// <summary>The comment was purged: nothing was sent, because there is nothing left to send.</summary>
    NothingToSend,
}
