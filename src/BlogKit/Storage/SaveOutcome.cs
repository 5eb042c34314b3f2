namespace BlogKit.Storage;

/// <summary>The outcome of a compare-and-swap.</summary>
public enum SaveOutcome
{
    /// <summary>The change is committed.</summary>
    Saved,

    /// <summary>The stored version is not the expected one; nothing changed.</summary>
    Conflict,

    /// <summary>A unique name (slug, key, user key) is taken, or the identity exists already; nothing changed.</summary>
    Duplicate,

    /// <summary>Nothing with that identity exists (any more), or something it refers to is missing; nothing changed.</summary>
    Missing,

    /// <summary>
    /// Another post has one of <see cref="PostSave.NewTags"/> by now, by its slug and under another name; nothing changed. Posts only.
    /// </summary>
    TagTaken,
}
