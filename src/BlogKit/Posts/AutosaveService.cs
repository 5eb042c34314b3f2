using BlogKit.Internal;
using BlogKit.Storage;

namespace BlogKit;

/// <summary>
/// Keeps the unsaved text of an author until they save or discard it, for at most <see cref="PostOptions.AutosaveRetention"/>. Only the one
/// who typed it finds it. Safe for concurrent use.
/// </summary>
public sealed class AutosaveService
{
    private static readonly TimeSpan s_sweepEvery = TimeSpan.FromHours(1);

    private readonly IAutosaveStore _autosaves;
    private readonly PostService _posts;
    private readonly PostOptions _options;
    private readonly TimeProvider _clock;
    private Deadline? _nextSweep;

    internal AutosaveService(IAutosaveStore autosaves, PostService posts, PostOptions options, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        _autosaves = autosaves;
        _posts = posts;
        _options = options;
        _clock = clock;
    }

    /// <summary>
    /// Stores the unsaved text, in place of the one the same actor had stored there before. Fails for those who may not edit the post (or
    /// write at all), for a text over the limits of posts, and for fields over <see cref="PostOptions.MaximumAutosaveFieldsLength"/>; the
    /// title may be empty here.
    /// </summary>
    public async Task<Result<PostAutosave>> SaveAsync(NewAutosave input, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (await RefuseAsync(input.BlogId, input.PostId, actor, cancellationToken).ConfigureAwait(false) is { } refusal)
        {
            return refusal;
        }

        var errors = new InputErrors();
        errors.Text(input.Title, _options.MaximumTitleLength, nameof(input.Title));
        errors.Text(input.Markdown, _options.MaximumLength, nameof(input.Markdown));
        errors.Text(input.Fields, _options.MaximumAutosaveFieldsLength, nameof(input.Fields));
        if (errors.Any)
        {
            return errors.ToImmutable();
        }

        var now = _clock.GetUtcNow();
        await SweepAsync(cancellationToken).ConfigureAwait(false);
        var autosave = new PostAutosave
        {
            BlogId = input.BlogId,
            PostId = input.PostId,
            OwnerKey = actor.Key!.Value,
            Title = input.Title ?? "",
            Markdown = input.Markdown ?? "",
            Fields = input.Fields ?? "",
            BaseVersion = input.BaseVersion,
            SavedAt = now,
        };
        return await _autosaves.SaveAutosaveAsync(autosave, cancellationToken).ConfigureAwait(false) is SaveOutcome.Saved
            ? autosave
            : Errors.PostNotFound;
    }

    /// <summary>
    /// Returns the unsaved text of the actor for a post (null = one that does not exist yet), unless it is too old; null when there is
    /// none. At most one command.
    /// </summary>
    public async Task<PostAutosave?> FindAsync(BlogId blogId, PostId? postId, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.ForBlog(blogId) is { CanWrite: true, Key: { } key }
            && await _autosaves.FindAutosaveAsync(blogId, postId, key, cancellationToken).ConfigureAwait(false) is { } found
            && found.SavedAt >= _clock.GetUtcNow() - _options.AutosaveRetention
            ? found
            : null;
    }

    /// <summary>
    /// Deletes the unsaved text of the actor for a post (null = one that does not exist yet). False when there was nothing.
    /// </summary>
    public async Task<bool> DiscardAsync(BlogId blogId, PostId? postId, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Key is { } key && await _autosaves.DeleteAutosaveAsync(blogId, postId, key, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Deletes every unsaved text that is older than <see cref="PostOptions.AutosaveRetention"/>. Saving does so by itself, once an hour.
    /// </summary>
    public Task<int> DeleteExpiredAsync(CancellationToken cancellationToken = default) =>
        _autosaves.DeleteAutosavesAsync(_clock.GetUtcNow() - _options.AutosaveRetention, cancellationToken);

    private async Task<BlogError?> RefuseAsync(BlogId blogId, PostId? postId, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.ForBlog(blogId).CanWrite || actor.Key is null)
        {
            return Errors.NotAllowed("You may not write posts.");
        }

        if (postId is not { } id)
        {
            return null;
        }

        var found = await _posts.FindEditableAsync(blogId, id, null, actor, cancellationToken).ConfigureAwait(false);
        return found.Error;
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        var next = Volatile.Read(ref _nextSweep);
        if (next is null or { IsOver: true }
            && Interlocked.CompareExchange(ref _nextSweep, Deadline.In(_clock, s_sweepEvery), next) == next)
        {
            await DeleteExpiredAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
