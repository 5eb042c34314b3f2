using BlogKit.Storage;

namespace BlogKit.Interchange.Internal;

/// <summary>
/// Brings comments in, many in one transaction, each after the one it answers: one whose parent comes later waits in memory, and where too
/// many wait, for the next reading of the source.
/// </summary>
internal sealed class CommentImports(ImportSession session, PostImport posts, CommentMaking making)
{
    private const int MaximumBatchLength = 4_000_000;
    private const int MostGenerations = 50;
    private const int MostRead = 100;

    private readonly List<Candidate> _batch = [];
    private readonly HashSet<string> _inBatch = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ImportedComment>> _waiting = new(StringComparer.Ordinal);
    private int _waitingCount;
    private int _batchLength;

    /// <summary>Takes a comment.</summary>
    public async Task AddAsync(ImportedComment comment, bool isLast)
    {
        if (posts.Find(comment.PostId) is not { } post)
        {
            if (await FindPostAsync(comment, isLast).ConfigureAwait(false) is not { } found)
            {
                return;
            }

            post = found;
        }

        if (comment.ParentId is { } parent && !_inBatch.Contains(parent))
        {
            var state = session.States.Find(ItemKinds.Comment, parent);
            if (state is ItemState.Seen or ItemState.Deferred or ItemState.Waiting)
            {
                if (!isLast || _waitingCount < session.Options.MaximumWaiting)
                {
                    Wait(comment, parent);
                    return;
                }

                // No reading comes any more, and there is no room to wait: it begins a thread rather than being lost.
                await TakeAsync(new Candidate(comment, post, IsRoot: true)).ConfigureAwait(false);
                return;
            }
        }

        await TakeAsync(new Candidate(comment, post, IsRoot: false)).ConfigureAwait(false);
    }

    /// <summary>Writes those that are held.</summary>
    public async Task FlushAsync()
    {
        while (_batch.Count > 0)
        {
            List<Candidate> batch = [.. _batch];
            _batch.Clear();
            _inBatch.Clear();
            _batchLength = 0;
            var again = await WriteAsync(batch).ConfigureAwait(false);
            foreach (var candidate in again)
            {
                Hold(candidate);
            }
        }
    }

    /// <summary>
    /// Writes those that wait for a comment that never comes: they answer each other in a circle, or what waits for another reading that
    /// brought nothing new.
    /// </summary>
    public async Task EndAsync()
    {
        await FlushAsync().ConfigureAwait(false);
        while (_waiting.Count > 0)
        {
            var waiting = _waiting.Values.SelectMany(static w => w).Select(static c => c.OriginalId).ToHashSet(StringComparer.Ordinal);
            var (parent, children) = _waiting.FirstOrDefault(w => !waiting.Contains(w.Key)) is { Value: not null } free
                ? free
                : _waiting.First();
            var first = children[0];
            children.RemoveAt(0);
            if (children.Count == 0)
            {
                _waiting.Remove(parent);
            }

            _waitingCount--;
            Hold(new Candidate(first, posts.Find(first.PostId)!.Value, IsRoot: true));
            await FlushAsync().ConfigureAwait(false);
        }
    }

    private async Task<PostId?> FindPostAsync(ImportedComment comment, bool isLast)
    {
        var state = session.States.Find(ItemKinds.Post, comment.PostId);
        if (state is ItemState.Seen or ItemState.Deferred && !isLast)
        {
            session.States.Set(ItemKinds.Comment, comment.OriginalId, ItemState.Deferred);
            return null;
        }

        if (state is null
            && await session.FindOriginAsync(OriginKind.Post, comment.PostId).ConfigureAwait(false) is { } origin
            && await session.Services.PostStore.FindAsync(session.Blog.Id, new PostId(origin.ItemId), session.Cancellation)
                .ConfigureAwait(false) is { } stored)
        {
            posts.Match(comment.PostId, stored.Id);
            return stored.Id;
        }

        Tell(comment, ImportOutcome.Refused, state is null
            ? $"Its post '{Texts.Start(comment.PostId)}' is not in the source."
            : $"Its post '{Texts.Start(comment.PostId)}' was not brought in.");
        return null;
    }

    private void Wait(ImportedComment comment, string parent)
    {
        if (_waitingCount >= session.Options.MaximumWaiting)
        {
            session.States.Set(ItemKinds.Comment, comment.OriginalId, ItemState.Deferred);
            return;
        }

        session.States.Set(ItemKinds.Comment, comment.OriginalId, ItemState.Waiting);
        if (!_waiting.TryGetValue(parent, out var siblings))
        {
            _waiting[parent] = siblings = [];
        }

        siblings.Add(comment);
        _waitingCount++;
    }

    private async Task TakeAsync(Candidate candidate)
    {
        Hold(candidate);
        if (_batch.Count >= session.Options.BatchSize || _batchLength >= MaximumBatchLength)
        {
            await FlushAsync().ConfigureAwait(false);
        }
    }

    // Those that wait for it stand behind it from now on.
    private void Hold(Candidate candidate)
    {
        var held = new Queue<Candidate>([candidate]);
        while (held.TryDequeue(out var next))
        {
            _batch.Add(next);
            _inBatch.Add(next.Comment.OriginalId);
            _batchLength += next.Comment.Body.Text.Length;
            if (_waiting.Remove(next.Comment.OriginalId, out var children))
            {
                _waitingCount -= children.Count;
                foreach (var child in children)
                {
                    held.Enqueue(new Candidate(child, posts.Find(child.PostId)!.Value, IsRoot: false));
                }
            }
        }
    }

    /// <summary>
    /// Writes a batch; returns those that are to be written again: as roots, because what they answer was refused, or under another
    /// identity.
    /// </summary>
    private async Task<List<Candidate>> WriteAsync(List<Candidate> batch)
    {
        var origins = await session.FindOriginsAsync(
            OriginKind.Comment,
            batch.SelectMany(static c => new[] { c.Comment.OriginalId, c.Comment.ParentId })
                .OfType<string>()
                .Select(ImportSession.KeyOf)
                .ToHashSet(StringComparer.Ordinal)).ConfigureAwait(false);
        var stored = await FindStoredAsync(batch, origins).ConfigureAwait(false);
        var here = new Dictionary<string, CommentId>(StringComparer.Ordinal);
        List<(Candidate Candidate, CommentImport Import, Origin? Origin, List<SourceNote> Notes)> made = [];
        foreach (var candidate in batch)
        {
            var comment = candidate.Comment;
            var origin = origins.GetValueOrDefault(ImportSession.KeyOf(comment.OriginalId));
            var before = origin is null ? null : stored.GetValueOrDefault(new CommentId(origin.ItemId));
            if (origin is not null && TellKnown(comment, origin, before))
            {
                here[comment.OriginalId] = new CommentId(origin.ItemId);
                continue;
            }

            List<SourceNote> notes = [];
            var parent = ParentOf(candidate, here, origins, notes);
            var id = before?.Id ?? new CommentId(session.Identify(
                ItemKinds.Comment, comment.OriginalId, making.CreatedAt(comment, []), candidate.Generation));
            here[comment.OriginalId] = id;
            made.Add((candidate, making.Make(comment, id, candidate.Post, parent, before?.Version, notes), origin, notes));
        }

        return await StoreAsync(made).ConfigureAwait(false);
    }

    private async Task<List<Candidate>> StoreAsync(
        List<(Candidate Candidate, CommentImport Import, Origin? Origin, List<SourceNote> Notes)> made)
    {
        List<Candidate> again = [];
        if (session.Number is null)
        {
            foreach (var (candidate, import, origin, notes) in made)
            {
                Tell(candidate.Comment, origin is null ? ImportOutcome.Imported : ImportOutcome.Updated, null, notes, import.Comment.Id);
            }

            return again;
        }

        var answers = await session.Services.Intake.ImportAsync([.. made.Select(static m => m.Import)], CancellationToken.None)
            .ConfigureAwait(false);
        for (var i = 0; i < made.Count; i++)
        {
            var (candidate, import, origin, notes) = made[i];
            var answer = answers[i];
            if (answer.Outcome is CommentImportOutcome.ParentMissing && !candidate.IsRoot)
            {
                var parent = candidate.Comment.ParentId;
                var comesAgain = again.Exists(a => string.Equals(a.Comment.OriginalId, parent, StringComparison.Ordinal));
                again.Add(candidate with { IsRoot = !comesAgain });
                continue;
            }

            if (answer.Outcome is CommentImportOutcome.Purged && origin is null && candidate.Generation < MostGenerations)
            {
                again.Add(candidate with { Generation = candidate.Generation + 1 });
                continue;
            }

            var (outcome, reason) = OutcomeOf(answer.Outcome, import.Comment.PurgedAt is not null);
            if (answer.Outcome is CommentImportOutcome.Stored or CommentImportOutcome.Updated or CommentImportOutcome.Unchanged)
            {
                await session.KeepAsync(session.OriginOf(
                    OriginKind.Comment, candidate.Comment, origin, import.Comment.Id.Value, answer.Version)).ConfigureAwait(false);
            }

            Tell(candidate.Comment, outcome, reason, notes, import.Comment.Id);
        }

        return again;
    }

    private static (ImportOutcome Outcome, string? Reason) OutcomeOf(CommentImportOutcome outcome, bool isPlaceholder) => outcome switch
    {
        CommentImportOutcome.Stored => (ImportOutcome.Imported, null),
        CommentImportOutcome.Updated => (ImportOutcome.Updated, null),
        CommentImportOutcome.Unchanged => (ImportOutcome.Unchanged, null),
        CommentImportOutcome.Purged when isPlaceholder => (ImportOutcome.Unchanged, null),
        CommentImportOutcome.Conflict => (ImportOutcome.Kept, "Somebody changed it here at the same time."),
        CommentImportOutcome.Purged => (ImportOutcome.Kept, "It was erased here, and is not brought back."),
        CommentImportOutcome.PostMissing => (ImportOutcome.Refused, "Its post was deleted at the same time."),
        CommentImportOutcome.ParentMissing => (ImportOutcome.Refused, "The comment it answers is not here."),
        _ => (ImportOutcome.Refused, "Another blog of the same store has its identity."),
    };

    private bool TellKnown(ImportedComment comment, Origin origin, Comment? stored)
    {
        var isErased = stored is null || (stored.PurgedAt is not null && comment.Body.Text.Length > 0);
        if (isErased)
        {
            Tell(comment, ImportOutcome.Kept, "It was erased here since it was imported, and is not brought back.");
            return true;
        }

        switch (origin.Judge(ItemHash.Of(comment), stored!.Version))
        {
            case OriginState.Unchanged or OriginState.EditedHere:
                Tell(comment, ImportOutcome.Unchanged, null, null, stored.Id);
                return true;
            case OriginState.ChangedOnBothSides when session.Options.WhenEditedHere is not EditedHere.Loses:
                Decisions.TellEditedHere(session, comment, stored.Id.Value);
                session.States.Set(ItemKinds.Comment, comment.OriginalId, ItemState.Taken);
                return true;
            default:
                return false;
        }
    }

    private void Tell(
        ImportedComment comment,
        ImportOutcome outcome,
        string? reason = null,
        List<SourceNote>? notes = null,
        CommentId? id = null)
    {
        session.States.Set(
            ItemKinds.Comment, comment.OriginalId, outcome is ImportOutcome.Refused ? ItemState.NotTaken : ItemState.Taken);
        session.Tally.Tell(comment, outcome, reason, notes, id?.Value);
    }

    private CommentId? ParentOf(
        Candidate candidate, Dictionary<string, CommentId> here, Dictionary<string, Origin> origins, List<SourceNote> notes)
    {
        if (candidate.Comment.ParentId is not { } parent)
        {
            return null;
        }

        if (!candidate.IsRoot)
        {
            if (here.TryGetValue(parent, out var known))
            {
                return known;
            }

            if (origins.GetValueOrDefault(ImportSession.KeyOf(parent)) is { } origin)
            {
                return new CommentId(origin.ItemId);
            }

            if (session.Number is null && session.States.Find(ItemKinds.Comment, parent) is ItemState.Taken)
            {
                return new CommentId(session.Identify(ItemKinds.Comment, parent, null));
            }
        }

        notes.Add(new SourceNote(
            SourceNoteKind.Missing, "parent", $"The comment '{Texts.Start(parent)}' that it answers is not here; it begins a thread."));
        return null;
    }

    private async Task<Dictionary<CommentId, Comment>> FindStoredAsync(List<Candidate> batch, Dictionary<string, Origin> origins)
    {
        CommentId[] ids =
        [
            .. batch.Select(c => origins.GetValueOrDefault(ImportSession.KeyOf(c.Comment.OriginalId)))
                .OfType<Origin>()
                .Select(static origin => new CommentId(origin.ItemId))
                .Distinct(),
        ];
        Dictionary<CommentId, Comment> stored = [];
        foreach (var some in ids.Chunk(MostRead))
        {
            foreach (var listed in await session.Services.Comments.FindManyAsync(session.Blog.Id, some, session.Cancellation)
                .ConfigureAwait(false))
            {
                stored[listed.Comment.Id] = listed.Comment;
            }
        }

        return stored;
    }

    private sealed record Candidate(ImportedComment Comment, PostId Post, bool IsRoot)
    {
        // What an undone import brought was erased, and its identity with it: the same comment comes back under another one.
        public int Generation { get; init; } = 1;
    }
}
