using BlogKit.Moderation;
using BlogKit.Redirects;
using BlogKit.Storage;

namespace BlogKit.Interchange.Internal;

/// <summary>Takes away what an import brought and nobody edited since.</summary>
internal sealed class ImportUndo(
    ImportServices services, BlogId blogId, ImportRun run, Actor actor, CancellationToken cancellationToken)
{
    private const int PageSize = 500;

    private readonly ImmutableArray<ItemReport>.Builder _kept = ImmutableArray.CreateBuilder<ItemReport>();
    private long _removed;

    public async Task<UndoReport> RunAsync()
    {
        await RemoveRedirectsAsync().ConfigureAwait(false);
        await ForEachAsync(OriginKind.Comment, RemoveCommentAsync).ConfigureAwait(false);
        await ForEachAsync(OriginKind.Post, RemovePostAsync).ConfigureAwait(false);
        await RemoveCategoriesAsync().ConfigureAwait(false);
        await ForEachAsync(OriginKind.Tag, ForgetAsync).ConfigureAwait(false);
        await ForEachAsync(OriginKind.Media, RemoveMediaAsync).ConfigureAwait(false);
        await ForEachAsync(OriginKind.Author, KeepAuthorAsync).ConfigureAwait(false);
        services.Changes.Announce(new BlogChange(blogId, BlogChangeKind.Blog));
        return new UndoReport(run.Number, _removed, _kept.ToImmutable());
    }

    private async Task RemoveRedirectsAsync()
    {
        OldAddress? after = null;
        while (true)
        {
            var some = await services.RedirectStore.ListRedirectsAsync(blogId, after, PageSize, cancellationToken).ConfigureAwait(false);
            OldAddress[] own = [.. some.Where(r => r.ImportNumber == run.Number).Select(static r => r.From)];
            if (own.Length > 0)
            {
                await services.RedirectStore.DeleteRedirectsAsync(blogId, own, cancellationToken).ConfigureAwait(false);
                services.Changes.Announce(new BlogChange(blogId, BlogChangeKind.Redirects));
            }

            if (some.Length < PageSize)
            {
                return;
            }

            after = some[^1].From;
        }
    }

    // What readers answered leaves an empty place, so that what they wrote keeps its own.
    private async Task RemoveCommentAsync(Origin origin)
    {
        var id = new CommentId(origin.ItemId);
        var comment = await services.Comments.FindAsync(blogId, id, cancellationToken).ConfigureAwait(false);
        if (comment is null || comment.PurgedAt is not null)
        {
            await ForgetAsync(origin).ConfigureAwait(false);
            return;
        }

        if (comment.Version != origin.ItemVersion)
        {
            Keep(ItemKinds.Comment, origin, "It was changed here since.", comment.By.Name);
            return;
        }

        var record = new ModerationRecord
        {
            BlogId = blogId,
            CommentId = id,
            Revision = comment.Revision,
            Action = ModerationAction.Purged,
            From = comment.Status,
            To = CommentStatus.Deleted,
            ActorKey = actor.Key ?? ActorKey.System,
            Reason = FormattableString.Invariant($"Import {run.Number} was undone."),
            At = services.Clock.GetUtcNow(),
        };
        if (await services.CommentChanges.PurgeAsync(blogId, id, comment.Version, record, cancellationToken).ConfigureAwait(false)
            is SaveOutcome.Saved)
        {
            _removed++;
            await ForgetAsync(origin).ConfigureAwait(false);
        }
        else
        {
            Keep(ItemKinds.Comment, origin, "Somebody changed it at the same time.", comment.By.Name);
        }
    }

    private async Task RemovePostAsync(Origin origin)
    {
        var id = new PostId(origin.ItemId);
        var post = await services.PostStore.FindAsync(blogId, id, cancellationToken).ConfigureAwait(false);
        if (post is null)
        {
            await ForgetAsync(origin).ConfigureAwait(false);
            return;
        }

        if (post.Version != origin.ItemVersion)
        {
            Keep(ItemKinds.Post, origin, "It was edited here since.", post.Title);
            return;
        }

        if (await HasCommentsAsync(id).ConfigureAwait(false))
        {
            Keep(ItemKinds.Post, origin, "Comments that this import did not bring, or that were changed here, are under it.", post.Title);
            return;
        }

        if (await services.PostStore.DeleteAsync(blogId, id, post.Version, cancellationToken).ConfigureAwait(false) is SaveOutcome.Saved)
        {
            _removed++;
            await ForgetAsync(origin).ConfigureAwait(false);
        }
        else
        {
            Keep(ItemKinds.Post, origin, "Somebody changed it at the same time.", post.Title);
        }
    }

    private async Task<bool> HasCommentsAsync(PostId id)
    {
        var counts = await services.Threads.CountAsync(blogId, id, cancellationToken).ConfigureAwait(false);
        return counts.Approved + counts.Pending + counts.Spam + counts.Trashed + counts.Deleted > 0;
    }

    private async Task RemoveCategoriesAsync() => await ForEachAsync(OriginKind.Category, async origin =>
    {
        var id = new CategoryId(origin.ItemId);
        var all = await services.Taxonomy.ListAllCategoriesAsync(blogId, cancellationToken).ConfigureAwait(false);
        var category = all.FirstOrDefault(c => c.Id == id);
        if (category is null || origin.ItemVersion == TermImport.Merged)
        {
            await ForgetAsync(origin).ConfigureAwait(false);
            return;
        }

        if (category.Version != origin.ItemVersion)
        {
            Keep(ItemKinds.Category, origin, "It was edited here since.", category.Name);
            return;
        }

        await services.Taxonomy.DeleteCategoryAsync(blogId, id, category.Version, cancellationToken).ConfigureAwait(false);
        _removed++;
        await ForgetAsync(origin).ConfigureAwait(false);
    }).ConfigureAwait(false);

    // The same content may have been there before, or be in a text since; whoever wants it away deletes it in the desk.
    private Task RemoveMediaAsync(Origin origin)
    {
        Keep(ItemKinds.Media, origin, "Other texts may show it; delete it among the files of the desk.", origin.ItemName);
        return Task.CompletedTask;
    }

    private Task KeepAuthorAsync(Origin origin)
    {
        Keep(ItemKinds.Author, origin, "Authors stay.");
        return Task.CompletedTask;
    }

    private async Task ForgetAsync(Origin origin) => await services.Origins.DeleteOriginsAsync(
        blogId, origin.Source, origin.Kind, [origin.OriginalId], cancellationToken).ConfigureAwait(false);

    private async Task ForEachAsync(OriginKind kind, Func<Origin, Task> act)
    {
        OriginCursor? after = null;
        while (true)
        {
            var origins = await services.Origins.ListOriginsOfImportAsync(
                blogId, run.Number, after, PageSize, cancellationToken).ConfigureAwait(false);
            foreach (var origin in origins.Where(o => o.Kind == kind))
            {
                await act(origin).ConfigureAwait(false);
            }

            if (origins.Length < PageSize || origins[^1].Kind > kind)
            {
                return;
            }

            after = OriginCursor.Of(origins[^1]);
        }
    }

    private void Keep(string kind, Origin origin, string reason, string? label = null)
    {
        if (_kept.Count < 10_000)
        {
            _kept.Add(new ItemReport
            {
                Kind = kind,
                OriginalId = origin.OriginalId,
                Label = Texts.Start(label ?? ""),
                Outcome = ImportOutcome.Kept,
                Reason = reason,
                ItemId = origin.ItemId,
            });
        }
    }
}
