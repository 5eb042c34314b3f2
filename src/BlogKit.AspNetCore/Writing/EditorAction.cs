namespace BlogKit.AspNetCore;

/// <summary>What the editor's buttons do. All but <see cref="Preview"/> save first.</summary>
public enum EditorAction
{
    /// <summary>Saves, and leaves the stage as it is.</summary>
    Save = 0,

    /// <summary>Shows what it will look like; saves nothing.</summary>
    Preview,

    /// <summary>Hands it in for review.</summary>
    Review,

    /// <summary>Publishes it now.</summary>
    Publish,

    /// <summary>Lets it publish itself at a moment.</summary>
    Schedule,

    /// <summary>Makes it a draft again.</summary>
    Draft,

    /// <summary>Leaves it to those who may edit it.</summary>
    Private,

    /// <summary>Takes it out of everything readers see.</summary>
    Archive,

    /// <summary>Takes an archived post back to the stage it had.</summary>
    Unarchive,
}
