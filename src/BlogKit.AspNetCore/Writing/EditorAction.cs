namespace BlogKit.AspNetCore;

/// <summary>The actions of the editor's buttons. All but <see cref="Preview"/> and <see cref="Convert"/> save first.</summary>
public enum EditorAction
{
    /// <summary>Saves, and leaves the stage as it is.</summary>
    Save = 0,

    /// <summary>Shows a preview; saves nothing.</summary>
    Preview,

    /// <summary>Submits it for review.</summary>
    Review,

    /// <summary>Publishes it now.</summary>
    Publish,

    /// <summary>Schedules it, to publish itself at a moment.</summary>
    Schedule,

    /// <summary>Makes it a draft again.</summary>
    Draft,

    /// <summary>Makes it private: only those who may edit it see it.</summary>
    Private,

    /// <summary>Archives it: readers no longer see it.</summary>
    Archive,

    /// <summary>Returns an archived post to the stage it had.</summary>
    Unarchive,

    /// <summary>Puts Markdown in the place of HTML where readers see the same; saves nothing.</summary>
    Convert,
}
