using System.Text;

namespace BlogKit;

/// <summary>
/// The lists readers find a post in: all, and one per tag, category, author and series, each in the order of publication,
/// so that a page of any of them is one walk along an index. Posts readers will not find are in none.
/// </summary>
internal static class PostLists
{
    public const int All = 0;
    public const int Tag = 1;
    public const int Category = 2;
    public const int Author = 3;
    public const int Series = 4;

    public static void Write(SqliteSession session, long number, long blog, Post post)
    {
        session.Use(PostSql.RemoveFromLists).With(number).Execute();
        if (post.Status is not (PostStatus.Published or PostStatus.Scheduled)
            || post.Visibility is PostVisibility.Unlisted
            || post.PublishedAt is null)
        {
            return;
        }

        Add(session, number, blog, post, All, []);
        foreach (var tag in Arrays.Given(post.Tags))
        {
            Add(session, number, blog, post, Tag, Key(tag.Slug), tag.Name);
        }

        AddAll(session, number, blog, post, Category, post.CategoryIds);
        AddAll(session, number, blog, post, Author, post.AuthorIds);
        if (post.SeriesId is { } series)
        {
            Add(session, number, blog, post, Series, IdColumn.Bytes(series.Value));
        }
    }

    /// <summary>Whether another listed post has the slug of a tag under another name.</summary>
    public static bool IsTaken(SqliteSession session, long blog, PostId post, Tag tag)
    {
        using var row = session.Use(PostSql.TagIsTaken).With(blog).With(Key(tag.Slug).AsSpan()).With(tag.Name).With(post.Value);
        return row.Step() && row.Bool(0);
    }

    public static void Remove(SqliteSession session, long blog, int list, byte[] key) =>
        session.Use(PostSql.RemoveList).With(blog).With(list).With(key.AsSpan()).Execute();

    public static byte[] Key(Slug slug) => Encoding.UTF8.GetBytes(slug.Value);

    private static void AddAll<TId>(SqliteSession session, long number, long blog, Post post, int list, ImmutableArray<TId> ids)
        where TId : struct, IEntityId<TId>
    {
        foreach (var id in Arrays.Given(ids))
        {
            Add(session, number, blog, post, list, IdColumn.Bytes(id.Value));
        }
    }

    private static void Add(SqliteSession session, long number, long blog, Post post, int list, byte[] key, string? tagName = null) =>
        session.Use(PostSql.AddToList)
            .With(blog)
            .With((int)post.Kind)
            .With(list)
            .With(key.AsSpan())
            .With(post.PublishedAt!.Value)
            .With(post.Id.Value)
            .With(number)
            .With(tagName)
            .Execute();
}
