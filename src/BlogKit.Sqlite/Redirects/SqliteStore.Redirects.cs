using BlogKit.Redirects;
using BlogKit.Storage;

namespace BlogKit;

internal sealed partial class SqliteStore : IRedirectStore
{
    public Task<SaveOutcome> SaveRedirectsAsync(
        BlogId blogId, IReadOnlyCollection<Redirect> redirects, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(redirects);
        foreach (var redirect in redirects)
        {
            StorableText.Check(redirect);
            if (redirect.BlogId != blogId)
            {
                throw new ArgumentException(
                    $"The redirect of '{redirect.From}' is of another blog than {blogId}. Nothing was written.", nameof(redirects));
            }
        }

        return WriteAsync(
            (blogId, redirects),
            static (session, what) =>
            {
                if (FindBlogNumber(session, what.blogId) is not { } blog)
                {
                    return SaveOutcome.Missing;
                }

                var saved = 0;
                foreach (var redirect in what.redirects)
                {
                    saved += SaveRedirect(session, blog, redirect);
                }

                if (saved > 0)
                {
                    ChangeFeed.Add(session, blog, BlogChangeKind.Redirects);
                }

                return SaveOutcome.Saved;
            },
            cancellationToken);
    }

    public Task<ImmutableArray<Redirect>> FindManyRedirectsAsync(
        BlogId blogId, IReadOnlyCollection<OldAddress> addresses, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        return ReadAsync(
            (blogId, List: Json(addresses.Select(static address => address.Value))),
            static (session, by) => ReadRedirects(
                session.Use(RedirectSql.FindMany).With(by.blogId.Value).With(by.List), by.blogId),
            cancellationToken);
    }

    public Task<ImmutableArray<Redirect>> ListRedirectsAsync(
        BlogId blogId, OldAddress? after, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return ReadAsync(
            (blogId, After: after?.Value ?? "", limit),
            static (session, by) => ReadRedirects(
                session.Use(RedirectSql.List).With(by.blogId.Value).With(by.After).With(by.limit), by.blogId),
            cancellationToken);
    }

    public Task<int> DeleteRedirectsAsync(
        BlogId blogId, IReadOnlyCollection<OldAddress> addresses, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        return WriteAsync(
            (blogId, List: Json(addresses.Select(static address => address.Value))),
            static (session, by) =>
            {
                var deleted = session.Use(RedirectSql.Delete).With(by.blogId.Value).With(by.List).Execute();
                if (deleted > 0)
                {
                    ChangeFeed.Add(session, by.blogId, BlogChangeKind.Redirects);
                }

                return deleted;
            },
            cancellationToken);
    }

    private static ImmutableArray<Redirect> ReadRedirects(Statement rows, BlogId blogId)
    {
        using (rows)
        {
            var redirects = ImmutableArray.CreateBuilder<Redirect>();
            while (rows.Step())
            {
                redirects.Add(ReadRedirect(rows, blogId));
            }

            return redirects.DrainToImmutable();
        }
    }

    private static int SaveRedirect(SqliteSession session, long blog, Redirect redirect) => session.Use(RedirectSql.Save)
        .With(blog)
        .With(redirect.From.Value)
        .With((int)redirect.To.Kind)
        .With(redirect.To.Id)
        .With(redirect.To.Name)
        .With(redirect.ImportNumber)
        .With(redirect.CreatedAt)
        .Execute();

    private static Redirect ReadRedirect(Statement row, BlogId blogId) => new()
    {
        BlogId = blogId,
        From = OldAddress.Restore(row.Text(0)),
        To = RedirectTarget.Restore((RedirectKind)row.Int32(1), row.IdOrNull(2), row.TextOrNull(3)),
        ImportNumber = row.Int64OrNull(4),
        CreatedAt = row.Time(5),
    };
}
