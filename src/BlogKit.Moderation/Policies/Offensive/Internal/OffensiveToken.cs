namespace BlogKit.Moderation.Internal;

/// <summary>A word of a text with what the lists know about it.</summary>
internal struct OffensiveToken
{
    /// <summary>Where it begins in the folded text.</summary>
    public int Start;

    /// <summary>The index behind it.</summary>
    public int End;

    /// <summary>The term; -1 when no list has it.</summary>
    public int Term;

    /// <summary>The classes it belongs to here.</summary>
    public ulong Classes;

    /// <summary>How offensive it is by itself.</summary>
    public OffensiveSeverity Severity;

    /// <summary>What the list says about it.</summary>
    public OffensiveFlags Flags;

    /// <summary>What patterns said about it, a bit for each <see cref="OffensivePatternKind"/>.</summary>
    public int Said;

    /// <summary>Which sentence it is in.</summary>
    public int Sentence;

    /// <summary>The entry when it is a phrase's last word; null when it stands for itself.</summary>
    public string? Entry;

    /// <summary>How many words before it belong to the phrase.</summary>
    public int Before;

    /// <summary>Whether it was not written as the list has it.</summary>
    public bool IsDisguised;

    /// <summary>Whether a comma or the like stands before it.</summary>
    public bool AfterBreak;

    /// <summary>Whether it stands inside a quotation.</summary>
    public bool IsQuoted;
}
