namespace BlogKit.Moderation.Internal;

/// <summary>What a list says about a term.</summary>
[Flags]
internal enum OffensiveFlags
{
    /// <summary>Nothing more.</summary>
    None = 0,

    /// <summary>It names a person.</summary>
    Insult = 1,

    /// <summary>It is aimed at somebody by itself.</summary>
    Targeted = 2,

    /// <summary>It has a harmless meaning, and counts only where a pattern says so.</summary>
    Unclear = 4,

    /// <summary>Never matched when misspelt.</summary>
    Exact = 8,

    /// <summary>Each word is listed in the plural too.</summary>
    Plural = 16,
}
