namespace BlogKit.CommandLine;

/// <summary>Turns posts into the answers' shape.</summary>
internal static class PostMapping
{
    public static PostItem Item(PostSummary post, ImmutableArray<Author> authors, DateTimeOffset now) => new()
    {
        Id = post.Id,
        Slug = post.Slug,
        Title = post.Title,
        Kind = post.Kind,
        Status = StatusAt(post.Status, post.PublishedAt, now),
        Visibility = post.Visibility,
        PublishedAt = post.PublishedAt,
        UpdatedAt = post.UpdatedAt,
        Authors = Named(post.AuthorIds, authors),
        Tags = [.. post.Tags.Select(static t => t.Name)],
        Words = post.WordCount,
        Comments = post.ShownComments,
        Version = post.Version,
    };

    public static PostItem Item(Post post, ImmutableArray<Author> authors, int comments, DateTimeOffset now) => new()
    {
        Id = post.Id,
        Slug = post.Slug,
        Title = post.Title,
        Kind = post.Kind,
        Status = post.GetStatusAt(now),
        Visibility = post.Visibility,
        PublishedAt = post.PublishedAt,
        UpdatedAt = post.UpdatedAt,
        Authors = Named(post.AuthorIds, authors),
        Tags = [.. post.Tags.Select(static t => t.Name)],
        Words = post.Rendered.WordCount,
        Comments = comments,
        Version = post.Version,
    };

    private static PostStatus StatusAt(PostStatus status, DateTimeOffset? publishedAt, DateTimeOffset now) =>
        status is PostStatus.Scheduled && publishedAt <= now ? PostStatus.Published : status;

    private static ImmutableArray<AuthorItem> Named(ImmutableArray<AuthorId> ids, ImmutableArray<Author> authors) =>
        [.. ids
            .Select(id => authors.FirstOrDefault(a => a.Id == id))
            .OfType<Author>()
            .Select(static a => new AuthorItem(a.Slug, a.DisplayName))];
}
