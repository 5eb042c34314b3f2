using System.Globalization;
using BlogKit.Storage;

namespace BlogKit.Internal;

/// <summary>
/// Cuts a walk over the items of one committed state into parts. A cursor is the number of items before it, which is the same in every
/// walk over that state. Used by one caller at a time.
/// </summary>
internal sealed class TransferPages(Func<IEnumerable<TransferItem>> walk) : IDisposable
{
    // The number at the front is the version of the form.
    private const string Form = "1.";

    private IEnumerator<TransferItem>? _items;
    private long _read;
    private long _lastStart = -1;
    private int _lastLimit;
    private TransferSlice? _last;

    public TransferSlice Read(string? cursor, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, ITransferStore.MaximumItems);
        var start = Parse(cursor);
        if (_last is not null && start == _lastStart && limit == _lastLimit)
        {
            return _last;
        }

        var slice = ReadFrom(start, limit);
        (_last, _lastStart, _lastLimit) = (slice, start, limit);
        return slice;
    }

    public void Dispose()
    {
        _items?.Dispose();
        _items = null;
        _last = null;
    }

    /// <summary>Those with nothing above them first, then level by level; what stands in a circle comes last.</summary>
    public static IEnumerable<T> SortByLevel<T, TId>(IReadOnlyCollection<T> items, Func<T, TId> id, Func<T, TId?> parent)
        where TId : struct
    {
        var parents = items.ToDictionary(id, parent);
        return items.OrderBy(item => Level(id(item)));

        int Level(TId of)
        {
            var level = 0;
            for (var above = parents[of]; above is { } next && level < parents.Count && parents.TryGetValue(next, out var further);)
            {
                above = further;
                level++;
            }

            return level;
        }
    }

    private static long Parse(string? cursor)
    {
        if (cursor is null)
        {
            return 0;
        }

        return cursor.StartsWith(Form, StringComparison.Ordinal)
            && long.TryParse(cursor.AsSpan(Form.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var start)
                ? start
                : throw new ArgumentException("This is no cursor of a copy.", nameof(cursor));
    }

    private TransferSlice ReadFrom(long start, int limit)
    {
        var part = ImmutableArray.CreateBuilder<TransferItem>();
        var size = 0L;
        try
        {
            if (_items is null || start < _read)
            {
                Dispose();
                _read = -1;
                _items = walk().GetEnumerator();
                Step();
            }

            while (_read < start && _items is not null)
            {
                Step();
            }

            while (_items is not null
                && part.Count < limit
                && (part.Count == 0 || size + _items.Current.Size <= ITransferStore.MaximumSize))
            {
                part.Add(_items.Current);
                size += _items.Current.Size;
                Step();
            }
        }
        catch
        {
            Dispose();
            throw;
        }

        var next = _items is null ? null : string.Create(CultureInfo.InvariantCulture, $"{Form}{start + part.Count}");
        return new TransferSlice(part.DrainToImmutable(), next);
    }

    private void Step()
    {
        _read++;
        if (!_items!.MoveNext())
        {
            _items.Dispose();
            _items = null;
        }
    }
}
