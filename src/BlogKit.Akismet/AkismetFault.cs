namespace BlogKit;

/// <summary>Why a call to Akismet came to nothing.</summary>
public enum AkismetFault
{
    /// <summary>It did not: Akismet answered.</summary>
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

    /// <summary>The answer is none that the protocol knows, or too long.</summary>
    Unreadable,

    /// <summary>The comment was purged: nothing was sent, because there is nothing left to send.</summary>
    NothingToSend,
}
