namespace BlogKit;

/// <summary>The result of a call to Akismet.</summary>
public sealed record AkismetAnswer
{
    /// <summary>The verdict about the comment; <see cref="AkismetVerdict.None"/> unless it was a check that succeeded.</summary>
    public AkismetVerdict Verdict { get; init; }

    /// <summary>The fault of the call; <see cref="AkismetFault.None"/> when it succeeded: the key is valid, the lesson was taken.</summary>
    public AkismetFault Fault { get; init; }

    /// <summary>
    /// The hint of Akismet about a faulty request (<c>X-akismet-debug-help</c>), one line of at most 200 characters; null when there is
    /// none.
    /// </summary>
    public string? Help { get; init; }

    /// <summary>The number of a warning about the account (<c>X-akismet-alert-code</c>); null when there is none.</summary>
    public string? AlertCode { get; init; }

    /// <summary>The warning (<c>X-akismet-alert-msg</c>), one line of at most 200 characters; null when there is none.</summary>
    public string? AlertMessage { get; init; }
}
