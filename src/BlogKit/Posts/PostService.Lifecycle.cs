using BlogKit.Internal;
using BlogKit.Storage;

namespace BlogKit;

public sealed partial class PostService
{
    /// <summary>Submits a draft for review.</summary>
    public Task<Result<Post>> SubmitForReviewAsync(
        BlogId blogId, PostId id, Actor actor, long version, CancellationToken cancellationToken = default) =>
        ChangeStatusAsync(blogId, id, PostStatus.PendingReview, null, version, actor, cancellationToken);

    /// <summary>Schedules the post, which publishes itself at a moment in the future; no job has to run for it.</summary>
    public Task<Result<Post>> ScheduleAsync(
        BlogId blogId, PostId id, DateTimeOffset publishAt, Actor actor, long version, CancellationToken cancellationToken = default) =>
        ChangeStatusAsync(blogId, id, PostStatus.Scheduled, publishAt, version, actor, cancellationToken);

    /// <summary>Publishes the post now; one that was published before keeps its first date.</summary>
    public Task<Result<Post>> PublishAsync(
        BlogId blogId, PostId id, Actor actor, long version, CancellationToken cancellationToken = default) =>
        ChangeStatusAsync(blogId, id, PostStatus.Published, null, version, actor, cancellationToken);

    /// <summary>Publishes the post with a date in the past, for texts that were published elsewhere before. Editors only.</summary>
    public Task<Result<Post>> PublishAsync(
        BlogId blogId, PostId id, DateTimeOffset publishedAt, Actor actor, long version, CancellationToken cancellationToken = default) =>
        ChangeStatusAsync(blogId, id, PostStatus.Published, publishedAt, version, actor, cancellationToken);

    /// <summary>
    /// Changes only the publication date: that of a published or private post, which lies in the past, or the one a draft or a post in
    /// review is to have once it is published; null takes the latter away. A date in the past is for editors, one to come for whoever may
    /// publish. A scheduled post is moved by <see cref="ScheduleAsync"/>.
    /// </summary>
    public async Task<Result<Post>> SetPublicationDateAsync(
        BlogId blogId, PostId id, DateTimeOffset? publishedAt, Actor actor, long version, CancellationToken cancellationToken = default)
    {
        var found = await FindEditableAsync(blogId, id, version, actor, cancellationToken).ConfigureAwait(false);
        if (!found.Succeeded)
        {
            return found;
        }

        var now = _clock.GetUtcNow();
        var post = found.Value;
        var stage = post.GetStatusAt(now);
        var isUnpublished = stage is PostStatus.Draft or PostStatus.PendingReview;
        if (!isUnpublished && stage is not (PostStatus.Published or PostStatus.Private))
        {
            return BlogError.Of(
                ErrorKind.Conflict,
                ErrorCodes.InvalidTransition,
                "The date of a post that is {from} cannot be changed by itself.",
                arguments: [("from", Words(stage))]);
        }

        if (!isUnpublished && !(publishedAt <= now))
        {
            return BlogError.Of(
                ErrorKind.Invalid,
                ErrorCodes.OutOfRange,
                "{field} of a post that is {stage} must be a time that has come.",
                "PublishedAt",
                ("stage", Words(stage)));
        }

        actor = actor.ForBlog(post.BlogId);
        return (publishedAt <= now && !actor.CanEditOthers) || (publishedAt > now && !actor.CanPublish)
            ? Errors.NotAllowed("You may not choose the date of publication.")
            : await SaveAsync(
                post with { PublishedAt = publishedAt?.ToUniversalTime(), UpdatedAt = now.NotBefore(post.UpdatedAt) },
                cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes the post private: only those who may edit it see it.</summary>
    public Task<Result<Post>> MakePrivateAsync(
        BlogId blogId, PostId id, Actor actor, long version, CancellationToken cancellationToken = default) =>
        ChangeStatusAsync(blogId, id, PostStatus.Private, null, version, actor, cancellationToken);

    /// <summary>Archives the post: readers no longer see it; text, thread, slug and the stage it had are kept.</summary>
    public Task<Result<Post>> ArchiveAsync(
        BlogId blogId, PostId id, Actor actor, long version, CancellationToken cancellationToken = default) =>
        ChangeStatusAsync(blogId, id, PostStatus.Archived, null, version, actor, cancellationToken);

    /// <summary>
    /// Returns an archived post to the stage it had: what was public is public again, and nothing else is. One that was to publish itself
    /// does so when its time is still to come; else, like a post archived before the stage was kept, it becomes a draft. Needs the right to
    /// publish for what only those with it may see to.
    /// </summary>
    public async Task<Result<Post>> UnarchiveAsync(
        BlogId blogId, PostId id, Actor actor, long version, CancellationToken cancellationToken = default)
    {
        var found = await FindEditableAsync(blogId, id, version, actor, cancellationToken).ConfigureAwait(false);
        if (!found.Succeeded)
        {
            return found;
        }

        var post = found.Value;
        if (post.Status is not PostStatus.Archived)
        {
            return BlogError.Of(ErrorKind.Conflict, ErrorCodes.InvalidTransition, "Only an archived post can be taken back.");
        }

        var now = _clock.GetUtcNow();
        var to = PostLifecycle.AfterArchive(post, now);
        return await SaveStageAsync(
            post with
            {
                Status = to,
                PublishedAt = to is PostStatus.Draft or PostStatus.PendingReview && post.PublishedAt > now ? null : post.PublishedAt,
            }, now, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes the post a draft again.</summary>
    public Task<Result<Post>> ReturnToDraftAsync(
        BlogId blogId, PostId id, Actor actor, long version, CancellationToken cancellationToken = default) =>
        ChangeStatusAsync(blogId, id, PostStatus.Draft, null, version, actor, cancellationToken);

    /// <summary>Deletes a draft or archived post for ever, with its revisions, thread and slugs. Editors only.</summary>
    public async Task<Result> DeleteAsync(
        BlogId blogId, PostId id, Actor actor, long version, CancellationToken cancellationToken = default)
    {
        var found = await FindEditableAsync(blogId, id, version, actor, cancellationToken).ConfigureAwait(false);
        if (!found.Succeeded)
        {
            return found.Error;
        }

        if (!actor.ForBlog(found.Value.BlogId).CanEditOthers)
        {
            return Errors.NotAllowed("You may not delete posts for ever.");
        }

        if (found.Value.Status is not (PostStatus.Draft or PostStatus.Archived))
        {
            return BlogError.Of(
                ErrorKind.Conflict, ErrorCodes.InvalidTransition, "Only a draft or an archived post can be deleted. Archive it first.");
        }

        return await _posts.DeleteAsync(
            blogId, id, version, cancellationToken).AnnounceAsync(_changes, Touched(blogId, id)).ConfigureAwait(false) switch
        {
            SaveOutcome.Saved => Result.Success,
            SaveOutcome.Missing => Errors.PostNotFound,
            _ => Errors.Changed("post"),
        };
    }

    private async Task<Result<Post>> ChangeStatusAsync(
        BlogId blogId, PostId id, PostStatus to, DateTimeOffset? at, long version, Actor actor, CancellationToken cancellationToken)
    {
        var found = await FindEditableAsync(blogId, id, version, actor, cancellationToken).ConfigureAwait(false);
        if (!found.Succeeded)
        {
            return found;
        }

        var now = _clock.GetUtcNow();
        var staged = Staged(found.Value, to, at, actor.ForBlog(found.Value.BlogId), now);
        return staged.Succeeded ? await SaveStageAsync(staged.Value, now, cancellationToken).ConfigureAwait(false) : staged;
    }

    /// <summary>The post in another stage, unsaved; or why it may not come there.</summary>
    private static Result<Post> Staged(Post post, PostStatus to, DateTimeOffset? at, Actor actor, DateTimeOffset now)
    {
        var from = post.GetStatusAt(now);
        if (to is PostStatus.Published or PostStatus.Scheduled or PostStatus.Private && !actor.CanPublish)
        {
            return Errors.NotAllowed("You may not publish without review.");
        }

        if (!PostLifecycle.Allows(from, to))
        {
            return BlogError.Of(
                ErrorKind.Conflict,
                ErrorCodes.InvalidTransition,
                "A post that is {from} cannot become {to}.",
                arguments: [("from", Words(from)), ("to", Words(to))]);
        }

        if (to is PostStatus.Scheduled && !(at > now))
        {
            return BlogError.Of(ErrorKind.Invalid, ErrorCodes.OutOfRange, "{field} must be in the future.", "PublishAt");
        }

        if (to is PostStatus.Published && at is not null && (at > now || !actor.CanEditOthers))
        {
            return at > now
                ? BlogError.Of(
                    ErrorKind.Invalid,
                    ErrorCodes.OutOfRange,
                    "{field} must not be in the future; schedule the post instead.",
                    "PublishedAt")
                : Errors.NotAllowed("You may not choose the date of publication.");
        }

        return post with
        {
            Status = to,
            StatusBefore = to is PostStatus.Archived ? from : null,
            PublishedAt = to switch
            {
                PostStatus.Scheduled => at!.Value.ToUniversalTime(),
                PostStatus.Published => at?.ToUniversalTime() ?? (post.PublishedAt is { } first && first <= now ? first : now),
                PostStatus.Draft or PostStatus.PendingReview
                    when from is PostStatus.Scheduled or PostStatus.Archived && post.PublishedAt > now => null,
                _ => post.PublishedAt,
            },
        };
    }

    // Whatever changes a stage comes through here: only an archived post has one before.
    private async Task<Result<Post>> SaveStageAsync(Post post, DateTimeOffset now, CancellationToken cancellationToken)
    {
        post = post with
        {
            StatusBefore = post.Status is PostStatus.Archived ? post.StatusBefore : null,
            UpdatedAt = now.NotBefore(post.UpdatedAt),
        };

        // Drafts do not know of each other's tags: they meet when they come out.
        var saved = await SaveAsync(
            post,
            revision: null,
            tagsBefore: post.Status is PostStatus.Published or PostStatus.Scheduled ? [] : post.Tags,
            cancellationToken).ConfigureAwait(false);
        if (saved.Succeeded)
        {
            PostLog.PostStatusChanged(_logger, post.Id, post.Status);
        }

        return saved;
    }

    private static string Words(PostStatus status) => status switch
    {
        PostStatus.PendingReview => "pending review",
        _ => status.ToString().ToLowerInvariant(),
    };
}
