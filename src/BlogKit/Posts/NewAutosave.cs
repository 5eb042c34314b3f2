namespace BlogKit;

/// <summary>The unsaved text of an editor, to be kept by <see cref="AutosaveService"/>.</summary>
/// <param name="BlogId">The blog.</param>
/// <param name="PostId">The post that is being edited; null for one that does not exist yet.</param>
/// <param name="Title">The title as typed; may be empty.</param>
/// <param name="Markdown">The text as typed; may be empty.</param>
public sealed record NewAutosave(BlogId BlogId, PostId? PostId, string Title, string Markdown)
{
    /// <summary>The other fields of the editor in a form of its own; empty for none.</summary>
    public string Fields { get; init; } = "";

    /// <summary>The <see cref="Post.Version"/> that is being edited.</summary>
    public long BaseVersion { get; init; }
}
