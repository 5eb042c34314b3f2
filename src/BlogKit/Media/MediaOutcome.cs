namespace BlogKit;

/// <summary>The outcome of a picture or file that was to be stored.</summary>
public enum MediaOutcome
{
    /// <summary>Refused: the actor may not write in this blog.</summary>
    NotAllowed,

    /// <summary>Stored.</summary>
    Added,

    /// <summary>The same content was stored already; nothing changed.</summary>
    AlreadyThere,

    /// <summary>Refused: larger than what is taken of its kind.</summary>
    TooLarge,

    /// <summary>
    /// Refused: empty, a picture that is not built as pictures are, or no picture where only pictures are taken. Trying again will not
    /// help.
    /// </summary>
    WrongKind,

    /// <summary>Refused: a picture of too many pixels, whatever its file's size.</summary>
    TooManyPixels,

    /// <summary>Not fetched: the address, a redirect or what a name leads to is not asked. Trying again will not help.</summary>
    AddressForbidden,

    /// <summary>Not fetched: another site answered with something else, or with too much. Trying again will not help.</summary>
    Unusable,

    /// <summary>Not fetched: another site could not be reached in time, or broke off. It may be there later.</summary>
    Unreachable,
}
