using BlogKit.Storage;

namespace BlogKit;

internal sealed partial class InMemoryStore
{
    public Task<ImmutableArray<CommentImportResult>> ImportAsync(
        IReadOnlyCollection<CommentImport> comments, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(comments);
        foreach (var comment in comments)
        {
            StorableText.Check(comment);
        }

        return Write(
            state =>
            {
                var edit = Edit(state);
                var written = new HashSet<CommentId>();
                var results = ImmutableArray.CreateBuilder<CommentImportResult>(comments.Count);
                foreach (var comment in comments)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    var result = Import(state, edit, comment, written.Contains(comment.Comment.Id));
                    if (result.Outcome is CommentImportOutcome.Stored or CommentImportOutcome.Updated)
                    {
                        written.Add(comment.Comment.Id);
                    }

                    results.Add(result);
                }

                return (written.Count == 0 ? state : edit.ToState(), results.MoveToImmutable());
            },
            cancellationToken);
    }

    private static CommentImportResult Import(InMemoryState state, CommentsEdit edit, CommentImport import, bool isWritten)
    {
        var comment = import.Comment;
        if (edit.Find(comment.Id) is { } known)
        {
            return known.Comment.BlogId == comment.BlogId
                ? Update(state, edit, known, import, isWritten)
                : new(CommentImportOutcome.Duplicate);
        }

        if (state.Records.GetValueOrDefault(comment.Id) is { } log)
        {
            return new(log[0].BlogId == comment.BlogId ? CommentImportOutcome.Purged : CommentImportOutcome.Duplicate);
        }

        if (state.FindPost(comment.BlogId, comment.PostId) is null)
        {
            return new(CommentImportOutcome.PostMissing);
        }

        if (comment.ParentId is { } parent && edit.Find(parent)?.Comment.PostId != comment.PostId)
        {
            return new(CommentImportOutcome.ParentMissing);
        }

        if (import.SubmissionKey is { } key && edit.HasSubmission(key))
        {
            return new(CommentImportOutcome.Duplicate);
        }

        var stored = Placed(edit, import.ToStored());
        edit.Insert(stored, import.SubmissionKey, import.RequestHash, import.Fingerprints);
        edit.Changed(stored);
        if (import.Record is { } record)
        {
            edit.AddRecord(record);
        }

        foreach (var former in import.Revisions.OrderBy(static r => r.Revision))
        {
            edit.AddRevision(former);
        }

        foreach (var voice in import.Voices)
        {
            edit.SetFeedback(comment.Id, null, voice.Voter, voice.Said);
        }

        return new(CommentImportOutcome.Stored, stored.Version);
    }

    private static CommentImportResult Update(
        InMemoryState state, CommentsEdit edit, CommentNode known, CommentImport import, bool isWritten)
    {
        var stored = known.Comment;
        if (isWritten || (stored.PurgedAt is not null && import.Comment.PurgedAt is not null))
        {
            return new(CommentImportOutcome.Unchanged, stored.Version);
        }

        if (stored.PurgedAt is not null)
        {
            return new(CommentImportOutcome.Purged, stored.Version);
        }

        if (import.ReplacesVersion is not { } version || import.ToChange(stored) is not { } change)
        {
            return new(CommentImportOutcome.Unchanged, stored.Version);
        }

        if (version != stored.Version)
        {
            var repeated = WasMade(state, stored.BlogId, stored.Id, change.Record);
            return new(repeated ? CommentImportOutcome.Unchanged : CommentImportOutcome.Conflict, stored.Version);
        }

        Update(edit, known, change);
        return new(CommentImportOutcome.Updated, stored.Version + 1);
    }
}
