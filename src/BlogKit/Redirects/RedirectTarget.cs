namespace BlogKit.Redirects;

/// <summary>
/// The place an old address leads to. It says what is there, not where: the address is found when somebody asks, so that it survives a
/// changed slug and a comment that was moved.
/// </summary>
public sealed record RedirectTarget
{
    private RedirectTarget(RedirectKind kind, Guid? id, string? name) => (Kind, Id, Name) = (kind, id, name);

    /// <summary>Nowhere: what was there is gone for good.</summary>
    public static RedirectTarget Gone { get; } = new(RedirectKind.Gone, null, null);

    /// <summary>The blog's front page.</summary>
    public static RedirectTarget Home { get; } = new(RedirectKind.Home, null, null);

    /// <summary>The blog's feed.</summary>
    public static RedirectTarget Feed { get; } = new(RedirectKind.Feed, null, null);

    /// <summary>The kind of the place.</summary>
    public RedirectKind Kind { get; }

    /// <summary>The identity of the post, comment, category or author; null for every other kind.</summary>
    public Guid? Id { get; }

    /// <summary>The slug of the tag, the name of the file, or the path; null for every other kind.</summary>
    public string? Name { get; }

    /// <summary>Returns the place of a post or page.</summary>
    public static RedirectTarget OfPost(PostId id) => new(RedirectKind.Post, id.Value, null);

    /// <summary>Returns the place of a comment.</summary>
    public static RedirectTarget OfComment(CommentId id) => new(RedirectKind.Comment, id.Value, null);

    /// <summary>Returns the list of a category.</summary>
    public static RedirectTarget OfCategory(CategoryId id) => new(RedirectKind.Category, id.Value, null);

    /// <summary>Returns the list of an author.</summary>
    public static RedirectTarget OfAuthor(AuthorId id) => new(RedirectKind.Author, id.Value, null);

    /// <summary>Returns the list of a tag.</summary>
    public static RedirectTarget OfTag(Slug slug) => new(RedirectKind.Tag, null, slug.Value);

    /// <summary>Returns the place of a picture or file.</summary>
    /// <param name="name">The name under which it is stored (<see cref="StoredMedia.Name"/>).</param>
    public static RedirectTarget OfMedia(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return new(RedirectKind.Media, null, name);
    }

    /// <summary>Returns a path of the application.</summary>
    /// <param name="path">Begins with one slash; a query may follow. Never another host.</param>
    /// <exception cref="ArgumentException">It is no such path.</exception>
    public static RedirectTarget OfPath(string path) => IsLocalPath(path)
        ? new(RedirectKind.Path, null, path)
        : throw new ArgumentException(
            $"'{path}' is no path of the application: it begins with one slash, and names no host.", nameof(path));

    /// <summary>Returns the target that a store kept.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="id">The identity, for kinds that have one.</param>
    /// <param name="name">The name, for kinds that have one.</param>
    /// <exception cref="ArgumentException">There is no such kind, or the kind needs what is null.</exception>
    public static RedirectTarget Restore(RedirectKind kind, Guid? id, string? name) => (kind, id, name) switch
    {
        (RedirectKind.Gone, null, null) => Gone,
        (RedirectKind.Home, null, null) => Home,
        (RedirectKind.Feed, null, null) => Feed,
        (RedirectKind.Post or RedirectKind.Comment or RedirectKind.Category or RedirectKind.Author, not null, null) => new(kind, id, null),
        (RedirectKind.Tag or RedirectKind.Media, null, { Length: > 0 }) => new(kind, null, name),
        (RedirectKind.Path, null, { } path) => OfPath(path),
        _ => throw new ArgumentException($"A redirect of kind {(int)kind} is not known, or has not what the kind needs.", nameof(kind)),
    };

    /// <summary>Tells whether a text is a path of the application, which no browser takes for another host.</summary>
    /// <param name="path">The text.</param>
    public static bool IsLocalPath(string? path) =>
        path is { Length: > 0 and <= OldAddress.MaximumLength }
        && path[0] == '/'
        && (path.Length == 1 || path[1] is not ('/' or '\\'))
        && !path.AsSpan().ContainsAnyInRange('\0', '\u0020')
        && !path.Contains('\u007F', StringComparison.Ordinal)
        && !path.Contains('\\', StringComparison.Ordinal);
}
