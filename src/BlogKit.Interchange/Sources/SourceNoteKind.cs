namespace BlogKit.Interchange;

/// <summary>The ways in which reading and importing can alter an item. The names stand in reports and never change.</summary>
public enum SourceNoteKind
{
    /// <summary>Characters that the format forbids were left out.</summary>
    ForbiddenCharacters = 0,

    /// <summary>Bytes that are no text of the file's encoding were read as Windows-1252.</summary>
    WrongEncoding = 1,

    /// <summary>A date was missing or impossible, or its zone had to be assumed.</summary>
    Date = 2,

    /// <summary>A value that is not known was left out.</summary>
    UnknownValue = 3,

    /// <summary>A text was longer than its place and was cut.</summary>
    Shortened = 4,

    /// <summary>A markup of the other system was kept as text.</summary>
    KeptMarkup = 5,

    /// <summary>A value that BlogKit has no place for was left out.</summary>
    LeftOut = 6,

    /// <summary>Another name: the one it had is taken, or cannot be one here.</summary>
    Renamed = 7,

    /// <summary>Elements and attributes that a text may not hold were left out.</summary>
    Cleaned = 8,

    /// <summary>A text that BlogKit writes in another way; what readers see differs in what the note says.</summary>
    Converted = 9,

    /// <summary>It is one with something that was here before.</summary>
    Merged = 10,

    /// <summary>Something it names is not there: an author, a category, a picture, the comment it answers.</summary>
    Missing = 11,
}
