using BlogKit.Moderation;

namespace BlogKit;

/// <summary>The log while it changes: by comment, by blog in the order of positions, and by operation.</summary>
internal sealed class LogEdit(InMemoryState before)
{
    private readonly ImmutableDictionary<CommentId, ImmutableList<ModerationRecord>>.Builder _records = before.Records.ToBuilder();
    private readonly ImmutableDictionary<(BlogId Blog, Guid Operation), ImmutableSortedSet<long>>.Builder _operations =
        before.Operations.ToBuilder();
    private readonly ImmutableDictionary<BlogId, ImmutableList<ModerationRecord>>.Builder _logs = before.Log.ToBuilder();
    private long _last = before.LastPosition;

    public void Add(ModerationRecord record)
    {
        var stored = record with { Position = ++_last };
        _records[record.CommentId] = _records.GetValueOrDefault(record.CommentId, []).Add(stored);
        _logs[record.BlogId] = _logs.GetValueOrDefault(record.BlogId, []).Add(stored);
        if (record.OperationId is { } operation)
        {
            var key = (record.BlogId, operation);
            _operations[key] = _operations.GetValueOrDefault(key, []).Add(stored.Position);
        }
    }

    /// <summary>Adds a record of a copy: at its own position, or behind the last where that one is not behind.</summary>
    public void AddCopy(ModerationRecord record)
    {
        _last = Math.Max(_last, record.Position - 1);
        Add(record);
    }

    /// <summary>Takes from a comment's records what could tell its text.</summary>
    public void EraseTexts(CommentId id)
    {
        if (!_records.TryGetValue(id, out var records))
        {
            return;
        }

        _records[id] = records.ConvertAll(static r => r.WithoutText());
        foreach (var record in _records[id])
        {
            var log = _logs[record.BlogId];
            _logs[record.BlogId] = log.SetItem(IndexBehind(log, record.Position) - 1, record);
        }
    }

    public void Remove(CommentId id)
    {
        foreach (var record in _records.GetValueOrDefault(id, []))
        {
            var log = _logs[record.BlogId];
            _logs[record.BlogId] = log.RemoveAt(IndexBehind(log, record.Position) - 1);
            if (record.OperationId is { } operation)
            {
                var key = (record.BlogId, operation);
                _operations[key] = _operations[key].Remove(record.Position);
            }
        }

        _records.Remove(id);
    }

    public InMemoryState ToState(InMemoryState state) => state with
    {
        Records = _records.ToImmutable(),
        Operations = _operations.ToImmutable(),
        Log = _logs.ToImmutable(),
        LastPosition = _last,
    };

    /// <summary>The place of the first record behind a position.</summary>
    public static int IndexBehind(ImmutableList<ModerationRecord> log, long position)
    {
        var (from, to) = (0, log.Count);
        while (from < to)
        {
            var middle = (from + to) / 2;
            (from, to) = log[middle].Position > position ? (from, middle) : (middle + 1, to);
        }

        return from;
    }
}
