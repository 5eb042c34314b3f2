namespace BlogKit;

/// <summary>A tag. Two tags with the same slug are the same tag.</summary>
/// <param name="Name">As written by the author.</param>
/// <param name="Slug">Its place in URLs, made from the name.</param>
public sealed record Tag(string Name, Slug Slug)
{
    /// <summary>Makes a tag from its name, trimmed.</summary>
    public static Tag From(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new Tag(name.Trim(), Slug.From(name));
    }
}
