namespace BlogKit;

/// <summary>
/// The posts that a connection read last, for their texts: those that are read again and are still the same take no memory. Every text is
/// compared with what is read, so that none can be out of date. Used by one thread at a time.
/// </summary>
internal sealed class KeptPosts
{
    // Of all texts of a post: with the places it bounds what a connection holds, to 1.6 MB.
    private const int MostCharacters = 100_000;

    // A power of two.
    private const int Places = 8;
    private readonly Post?[] _posts = new Post?[Places];

    /// <summary>The form in which a post was read before; null for a post that was not.</summary>
    public Post? Find(PostId id) => _posts[PlaceOf(id)] is { } kept && kept.Id == id ? kept : null;

    public Post Keep(Post post)
    {
        var texts = post.Markdown.Length + post.Rendered.Html.Length + post.Rendered.PlainText.Length
            + post.Fields.Sum(static f => f.Name.Length + f.Value.Length);
        _posts[PlaceOf(post.Id)] = texts <= MostCharacters ? post : null;
        return post;
    }

    private static int PlaceOf(PostId id) => id.GetHashCode() & (Places - 1);
}
