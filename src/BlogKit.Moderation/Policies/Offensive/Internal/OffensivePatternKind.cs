namespace BlogKit.Moderation.Internal;

/// <summary>What a pattern finds, or what it says about the terms it covers.</summary>
internal enum OffensivePatternKind
{
    /// <summary>Hatred against a group.</summary>
    Hatred,

    /// <summary>Abuse of a person.</summary>
    Abuse,

    /// <summary>A threat.</summary>
    Threat,

    /// <summary>Incitement to self-harm.</summary>
    Incitement,

    /// <summary>The writer speaks of harming themselves.</summary>
    Distress,

    /// <summary>The terms are aimed at somebody.</summary>
    Target,

    /// <summary>The unclear terms are meant.</summary>
    Confirm,

    /// <summary>The terms are used by those they are about.</summary>
    Own,

    /// <summary>The terms are talked about, not used.</summary>
    Mention,

    /// <summary>The terms mean something else.</summary>
    Harmless,
}
