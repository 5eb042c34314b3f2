using System.Collections.Concurrent;
using BlogKit.Moderation.Internal;
using BlogKit.Storage;
using Microsoft.Extensions.Logging;

namespace BlogKit.Moderation;

/// <summary>
/// Keeps the models of the blogs' learning filters: catches up with the log, saves, and is told texts to learn. The log is the source:
/// whatever was not saved is learned again, and several hosts come to the same model. Safe for concurrent use.
/// </summary>
public sealed class LearningService : IDisposable
{
    private const string Prefix = "learning:";
    private const int BatchSize = 200;
    private const int SaveTries = 3;

    /// <summary>The key of the model that all blogs may listen to.</summary>
    private const string SharedKey = Prefix + "shared";

    private static readonly TimeSpan SharedAge = TimeSpan.FromMinutes(10);

    private readonly IModerationLogStore _log;
    private readonly ILearningStore _store;
    private readonly IModerationStore _history;
    private readonly TimeProvider _clock;
    private readonly ILogger<LearningService> _logger;
    private readonly LearningPolicyOptions _options;
    private readonly LessonRules _rules;
    private readonly ConcurrentDictionary<string, BlogModel> _models = new(StringComparer.Ordinal);
    private long _uses;
    private long _sharedReadAt;

    internal LearningService(
        IModerationLogStore log,
        ILearningStore store,
        IModerationStore history,
        TimeProvider clock,
        ILogger<LearningService> logger,
        LearningPolicyOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_log, _store, _history, _clock, _logger, _options) = (log, store, history, clock, logger, options);
        Shape = options.Shape;
        _rules = new LessonRules(options);
    }

    /// <summary>
    /// Teaches labelled texts, one pass, and saves the model. It counts like decisions of moderators, but cannot be taken back.
    /// </summary>
    /// <param name="blogId">
    /// The blog; null = the model that all blogs listen to while they know little (<see cref="LearningPolicyOptions.SharedPrior"/>).
    /// </param>
    /// <param name="texts">The texts, positive = spam.</param>
    /// <param name="progress">Told how many texts were learned; null for nobody.</param>
    /// <param name="cancellationToken">Honoured between texts; nothing is saved then.</param>
    /// <returns>
    /// What the filter knows now; an error of kind <see cref="ErrorKind.Conflict"/> when other hosts kept saving meanwhile.
    /// </returns>
    public async Task<Result<LearningStatus>> TrainAsync(
        BlogId? blogId,
        IAsyncEnumerable<LabelledCase> texts,
        IProgress<int>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var entry = Entry(KeyOf(blogId));
        await entry.Gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var (model, stored) = await LoadAsync(entry.Key, cancellationToken).ConfigureAwait(false);
            var workspace = new FeatureWorkspace(Shape.LongestText);
            var learned = 0;
            await foreach (var text in texts.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                cancellationToken.ThrowIfCancellationRequested();
                model.Learn(workspace.Read(text.Text, Shape.Bits), new Lesson(Guid.Empty, new LessonLabel(text.IsPositive, IsHalf: false)));
                progress?.Report(++learned);
            }

            return await ReplaceAsync(entry, model, stored?.Position ?? 0, stored?.Version ?? 0, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            entry.Gate.Release();
        }
    }

    /// <summary>
    /// Learns anew from the comments a blog has: approved ones are welcome, spam is spam, trashed ones are unwanted and count half;
    /// authors' own are left out. Meant for a blog that moderated before the filter came, imported comments included. Takes the place of
    /// what was learned before.
    /// </summary>
    /// <param name="blogId">The blog.</param>
    /// <param name="progress">Told how many comments were learned; null for nobody.</param>
    /// <param name="cancellationToken">Honoured between comments; nothing is saved then.</param>
    /// <returns>What the filter knows now; an error of kind <see cref="ErrorKind.Conflict"/> when another host saved meanwhile.</returns>
    public async Task<Result<LearningStatus>> TrainFromHistoryAsync(
        BlogId blogId, IProgress<int>? progress = null, CancellationToken cancellationToken = default)
    {
        var entry = Entry(KeyOf(blogId));
        await entry.Gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // What happens while the history is read is behind this position and learned from the log.
            var position = await NewestAsync(blogId, cancellationToken).ConfigureAwait(false);
            var version = await _store.ReadModelVersionAsync(entry.Key, cancellationToken).ConfigureAwait(false);
            var model = StarterLessons.NewModel(Shape);
            await LearnHistoryAsync(model, blogId, progress, cancellationToken).ConfigureAwait(false);
            return await ReplaceAsync(entry, model, position, version, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            entry.Gate.Release();
        }
    }

    /// <summary>
    /// Deletes the model and begins anew behind the newest record of the log; null = the model for all blogs. Other hosts follow when they
    /// next save or catch up.
    /// </summary>
    public async Task ForgetAsync(BlogId? blogId, CancellationToken cancellationToken = default)
    {
        var entry = Entry(KeyOf(blogId));
        await entry.Gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var model = StarterLessons.NewModel(Shape);
            for (var tries = 0; ; tries++)
            {
                var version = await _store.ReadModelVersionAsync(entry.Key, cancellationToken).ConfigureAwait(false);
                var position = blogId is { } id ? await NewestAsync(id, cancellationToken).ConfigureAwait(false) : 0;
                var saved = Snapshot(entry.Key, model, position, version);
                if (await _store.SaveModelAsync(saved, cancellationToken).ConfigureAwait(false) is SaveOutcome.Saved)
                {
                    Use(entry, model, position, version + 1);
                    return;
                }

                if (tries == SaveTries)
                {
                    throw new InvalidOperationException($"Other hosts keep saving the model {entry.Key}.");
                }
            }
        }
        finally
        {
            entry.Gate.Release();
        }
    }

    /// <summary>Returns the facts about the stored model of a blog; null = the model for all blogs.</summary>
    public async Task<LearningStatus> DescribeAsync(BlogId? blogId, CancellationToken cancellationToken = default)
    {
        var (model, stored) = await LoadAsync(KeyOf(blogId), cancellationToken).ConfigureAwait(false);
        return Status(model, stored);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var model in _models.Values)
        {
            model.Dispose();
        }

        _models.Clear();
    }

    internal int ModelsInMemory => _models.Count;

    /// <summary>Learns what the log has up to a position, and saves now and then. A store that fails leaves the filter as it was.</summary>
    internal async ValueTask CatchUpAsync(BlogId blogId, long position, CancellationToken cancellationToken)
    {
        var entry = Entry(KeyOf(blogId));
        if (entry.Position >= position)
        {
            return;
        }

        try
        {
            await entry.Gate.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                await FollowAsync(entry, blogId, position, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                entry.Gate.Release();
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // whatever a store throws: an old model judges better than none, and the comment is not held for it
        catch (Exception fault)
#pragma warning restore CA1031
        {
            LearningLog.NotCaughtUp(_logger, blogId, fault);
        }
    }

    /// <summary>What every model of this host is like.</summary>
    internal ModelShape Shape { get; }

    /// <summary>Judges a comment by what the filter of the blog knows now.</summary>
    internal async ValueTask<ModerationFinding?> JudgeAsync(
        SpamFilter filter, BlogId blogId, string text, CancellationToken cancellationToken)
    {
        var prior = _options.SharedPrior ? await SharedAsync(cancellationToken).ConfigureAwait(false) : null;
        return filter.Judge(text, Entry(KeyOf(blogId)).Lease, prior);
    }

    /// <summary>The stored form of what is known of a blog.</summary>
    internal System.Collections.Immutable.ImmutableArray<byte> StateOf(BlogId blogId)
    {
        var lease = Entry(KeyOf(blogId)).Lease;
        lock (lease.Sync)
        {
            return ModelFormat.Write(lease.Model);
        }
    }

    private async Task LearnHistoryAsync(
        SpamModel model, BlogId blogId, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var workspace = new FeatureWorkspace(Shape.LongestText);
        var learned = 0;
        CommentId? after = null;
        while (true)
        {
            var query = new HistoryQuery { BlogId = blogId, After = after, Size = BatchSize };
            var batch = await _history.ListHistoryAsync(query, cancellationToken).ConfigureAwait(false);
            if (batch.IsDefaultOrEmpty)
            {
                return;
            }

            foreach (var comment in batch)
            {
                cancellationToken.ThrowIfCancellationRequested();
                LessonLabel? label = comment.Status switch
                {
                    CommentStatus.Approved => new LessonLabel(IsSpam: false, IsHalf: false),
                    CommentStatus.Spam => new LessonLabel(IsSpam: true, IsHalf: false),
                    CommentStatus.Trashed => new LessonLabel(IsSpam: true, IsHalf: true),
                    _ => null,
                };
                if (label is { } known && comment.By.Kind is not CommenterKind.Author && comment.PlainText.Length > 0)
                {
                    model.Learn(workspace.Read(JudgedText.Of(comment), Shape.Bits), new Lesson(comment.Id.Value, known));
                    progress?.Report(++learned);
                }
            }

            after = batch[^1].Id;
        }
    }

    private async Task<Result<LearningStatus>> ReplaceAsync(
        BlogModel entry, SpamModel model, long position, long version, CancellationToken cancellationToken)
    {
        var saved = Snapshot(entry.Key, model, position, version);
        if (await _store.SaveModelAsync(saved, cancellationToken).ConfigureAwait(false) is not SaveOutcome.Saved)
        {
            return BlogError.Of(ErrorKind.Conflict, "model-changed", "Another host saved the model meanwhile; try again.");
        }

        Use(entry, model, position, version + 1);
        return Status(model, saved);
    }

    private static string KeyOf(BlogId? blogId) => blogId is { } id ? Prefix + id : SharedKey;

    private BlogModel Entry(string key)
    {
        var entry = _models.GetOrAdd(key, static (k, shape) => new BlogModel(k, StarterLessons.NewModel(shape)), Shape);
        entry.LastUse = Interlocked.Increment(ref _uses);
        if (_models.Count > _options.BlogsInMemory)
        {
            // What was not saved is learned again from the log.
            var oldest = _models.Values.Where(m => m != entry && m.Gate.CurrentCount == 1).MinBy(static m => m.LastUse);
            if (oldest is not null)
            {
                _models.TryRemove(oldest.Key, out _);
            }
        }

        return entry;
    }

    private async Task FollowAsync(BlogModel entry, BlogId blogId, long position, CancellationToken cancellationToken)
    {
        var version = await _store.ReadModelVersionAsync(entry.Key, cancellationToken).ConfigureAwait(false);
        if (entry.Position < 0 || version > entry.Version)
        {
            await ReloadAsync(entry, cancellationToken).ConfigureAwait(false);
        }

        var (read, lessons) = (0, 0);
        var workspace = new FeatureWorkspace(Shape.LongestText);
        while (entry.Position < position && read < _options.RecordsPerDecision)
        {
            var batch = await _log.ListAfterAsync(blogId, entry.Position, BatchSize, cancellationToken).ConfigureAwait(false);
            if (batch.IsDefaultOrEmpty)
            {
                break;
            }

            lock (entry.Lease.Sync)
            {
                foreach (var logged in batch)
                {
                    lessons += _rules.Apply(entry.Lease.Model, logged, workspace) ? 1 : 0;
                }
            }

            read += batch.Length;
            entry.Position = batch[^1].Record.Position;
        }

        entry.Unsaved += lessons;
        if (lessons > 0)
        {
            LearningLog.Learned(_logger, blogId, lessons, entry.Position);
        }

        // A long stretch without lessons is saved as well, so that nobody reads it again after a restart.
        if (entry.Unsaved >= _options.SaveEvery || read >= BatchSize)
        {
            await SaveAsync(entry, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task SaveAsync(BlogModel entry, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < SaveTries; tries++)
        {
            LearnedModel snapshot;
            lock (entry.Lease.Sync)
            {
                snapshot = Snapshot(entry.Key, entry.Lease.Model, entry.Position, entry.Version);
            }

            if (await _store.SaveModelAsync(snapshot, cancellationToken).ConfigureAwait(false) is SaveOutcome.Saved)
            {
                entry.Version++;
                entry.Unsaved = 0;
                return;
            }

            // Another host saved. Its model counts when it knows at least as much of the log; both come from the same records.
            var other = await _store.FindModelAsync(entry.Key, cancellationToken).ConfigureAwait(false);
            if (other is not null && other.Position >= entry.Position)
            {
                await ReloadAsync(entry, cancellationToken).ConfigureAwait(false);
                return;
            }

            entry.Version = other?.Version ?? 0;
        }
    }

    private async Task ReloadAsync(BlogModel entry, CancellationToken cancellationToken)
    {
        var (model, stored) = await LoadAsync(entry.Key, cancellationToken).ConfigureAwait(false);
        Use(entry, model, stored?.Position ?? 0, stored?.Version ?? 0);
    }

    private static void Use(BlogModel entry, SpamModel model, long position, long version)
    {
        lock (entry.Lease.Sync)
        {
            entry.Lease.Model = model;
        }

        (entry.Version, entry.Unsaved, entry.Position) = (version, 0, position);
    }

    private async Task<(SpamModel Model, LearnedModel? Stored)> LoadAsync(string key, CancellationToken cancellationToken)
    {
        var stored = await _store.FindModelAsync(key, cancellationToken).ConfigureAwait(false);
        if (stored is null)
        {
            return (StarterLessons.NewModel(Shape), null);
        }

        if (ModelFormat.Read(stored.State, Shape) is { } model)
        {
            return (model, stored);
        }

        LearningLog.OtherForm(_logger, key);
        return (StarterLessons.NewModel(Shape), stored with { Position = 0 });
    }

    private async ValueTask<ModelLease?> SharedAsync(CancellationToken cancellationToken)
    {
        var entry = Entry(SharedKey);
        var readAt = Interlocked.Read(ref _sharedReadAt);
        if (entry.Position >= 0 && _clock.GetElapsedTime(readAt) < SharedAge)
        {
            return entry.Lease;
        }

        try
        {
            await entry.Gate.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                if (entry.Position < 0
                    || await _store.ReadModelVersionAsync(SharedKey, cancellationToken).ConfigureAwait(false) != entry.Version)
                {
                    await ReloadAsync(entry, cancellationToken).ConfigureAwait(false);
                }

                Interlocked.Exchange(ref _sharedReadAt, _clock.GetTimestamp());
            }
            finally
            {
                entry.Gate.Release();
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // as above: the blog's own model still judges
        catch (Exception fault)
#pragma warning restore CA1031
        {
            LearningLog.NotCaughtUp(_logger, default, fault);
        }

        return entry.Lease;
    }

    private async Task<long> NewestAsync(BlogId blogId, CancellationToken cancellationToken)
    {
        var newest = await _log.ListAsync(new LogQuery { BlogId = blogId, Size = 1 }, cancellationToken).ConfigureAwait(false);
        return newest.IsDefaultOrEmpty ? 0 : newest[0].Position;
    }

    private LearnedModel Snapshot(string key, SpamModel model, long position, long version) => new()
    {
        Key = key,
        Position = position,
        State = ModelFormat.Write(model),
        SavedAt = _clock.GetUtcNow(),
        Version = version,
    };

    private LearningStatus Status(SpamModel model, LearnedModel? stored) => new()
    {
        SpamLessons = model.SpamLessons,
        HamLessons = model.HamLessons,
        Position = stored?.Position ?? 0,
        SavedAt = stored?.SavedAt,
        StoredBytes = stored?.State.Length ?? 0,
        MemoryBytes = model.MemoryBytes,
        IsJudging = Math.Min(model.SpamLessons, model.HamLessons) >= _options.MinimumLessons,
    };
}
