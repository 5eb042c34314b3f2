using BlogKit.Storage;

namespace BlogKit.Interchange.Internal;

/// <summary>
/// Lines that wait to be written together, and those between them that have their outcome, so that all are told in order.
/// </summary>
internal sealed class CopyBatch(
    CopyServices services, BlogId blogId, CopyOptions options, CopyTally tally, CancellationToken cancellationToken)
{
    private readonly StoredRenderings _stored = new(services, blogId, cancellationToken);
    private readonly List<(CopyLine Line, TransferItem? Item)> _lines = [];
    private TransferKind? _kind;
    private long _size;

    /// <summary>Adds a line that has its outcome.</summary>
    public Task AddAsync(CopyLine line)
    {
        _lines.Add((line, null));
        return _lines.Count >= options.BatchSize ? FlushAsync() : Task.CompletedTask;
    }

    /// <summary>Adds the item of a line.</summary>
    public async Task AddAsync(long number, TransferItem item)
    {
        var line = new CopyLine
        {
            Line = number,
            Kind = TransferText.FormatKind(item.Kind),
            Id = CopyIds.Of(item),
            Outcome = CopyOutcome.Checked,
        };

        // What others are rendered with is stored before them.
        if (_kind is { } kind && kind != item.Kind)
        {
            await FlushAsync().ConfigureAwait(false);
        }

        _lines.Add((line, item));
        _kind = item.Kind;
        _size += item.Size;
        if (_lines.Count >= options.BatchSize || _size >= ITransferStore.MaximumSize)
        {
            await FlushAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Writes what waits, and tells of it.</summary>
    public async Task FlushAsync()
    {
        if (_lines.Count == 0)
        {
            return;
        }

        cancellationToken.ThrowIfCancellationRequested();
        TransferItem[] items = [.. _lines.Select(static line => line.Item).OfType<TransferItem>()];
        var results = options.IsDryRun || items.Length == 0 ? null : await WriteAsync(items).ConfigureAwait(false);
        var next = 0;
        foreach (var (line, item) in _lines)
        {
            tally.Tell(item is null || results is null ? line : With(line, results[next++]));
        }

        _lines.Clear();
        (_kind, _size) = (null, 0);
        if (results?.Any(static result => result.Outcome is TransferOutcome.Stored) is true)
        {
            // One announcement for many items: pages that are kept are made anew, and nobody outside is told of what is old.
            services.Changes.Announce(new BlogChange(blogId, BlogChangeKind.Blog));
        }

        tally.TellProgress();
    }

    private async Task<TransferResult[]> WriteAsync(TransferItem[] items)
    {
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = await services.Rendering.RenderAsync(blogId, items[i], cancellationToken).ConfigureAwait(false);
        }

        TransferResult[] results = [.. await services.Transfers.WriteAsync(blogId, items, cancellationToken).ConfigureAwait(false)];
        List<(int Place, TransferItem Item)> again = [];
        for (var i = 0; i < items.Length; i++)
        {
            if (results[i].Outcome is TransferOutcome.Conflict
                && await _stored.FindAsync(items[i]).ConfigureAwait(false) is { } stored)
            {
                again.Add((i, stored));
            }
        }

        if (again.Count > 0)
        {
            var answers = await services.Transfers.WriteAsync(
                blogId, [.. again.Select(static a => a.Item)], cancellationToken).ConfigureAwait(false);
            for (var i = 0; i < answers.Length; i++)
            {
                results[again[i].Place] = answers[i];
            }
        }

        return results;
    }

    private static CopyLine With(CopyLine line, TransferResult result) => line with
    {
        Detail = result.Detail,
        Outcome = result.Outcome switch
        {
            TransferOutcome.Stored => CopyOutcome.Stored,
            TransferOutcome.Unchanged => CopyOutcome.Unchanged,
            TransferOutcome.Conflict => CopyOutcome.Conflict,
            TransferOutcome.Missing => CopyOutcome.Missing,
            _ => CopyOutcome.Refused,
        },
    };
}
