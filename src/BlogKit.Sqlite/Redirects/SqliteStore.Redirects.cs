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
                    saved += session.Use(RedirectSql.Save)
                        .With(blog)
                        .With(redirect.From.Value)
                        .With((int)redirect.To.Kind)
                        .With(redirect.To.Id)
                        .With(redirect.To.Name)
                        .With(redirect.ImportNumber)
                        .With(redirect.CreatedAt)
                        .Execute();
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
                redirects.Add(new Redirect
                {
                    BlogId = blogId,
                    From = OldAddress.Restore(rows.Text(0)),
                    To = RedirectTarget.Restore((RedirectKind)rows.Int32(1), rows.IdOrNull(2), rows.TextOrNull(3)),
                    ImportNumber = rows.Int64OrNull(4),
                    CreatedAt = rows.Time(5),
                });
            }

            return redirects.DrainToImmutable();
        }
    }
}
