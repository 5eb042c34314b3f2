namespace BlogKit.Moderation.Internal;

/// <summary>What a place in a text is, ordered by how much it weighs.</summary>
internal enum OffensiveSeverity
{
    /// <summary>Nothing offensive.</summary>
    None,

    /// <summary>Rough language.</summary>
    Mild,

    /// <summary>Obscene language.</summary>
    Strong,

    /// <summary>The writer speaks of harming themselves: not an offence, but somebody should read it.</summary>
    Distress,

    /// <summary>Abuse of a person that needs no bad word.</summary>
    Abuse,

    /// <summary>A word made to degrade a group.</summary>
    Slur,

    /// <summary>Hatred, dehumanisation, exclusion or violence wished on a group.</summary>
    Hatred,

    /// <summary>Violence announced to or wished on a person.</summary>
    Threat,

    /// <summary>Somebody is told to harm themselves.</summary>
    Incitement,
}
