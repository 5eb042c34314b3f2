namespace BlogKit.Moderation.Internal;

/// <summary>
/// The model of one blog in memory, with where it stands. Everything but the lease's model is read and changed by who holds the gate.
/// </summary>
internal sealed class BlogModel : IDisposable
{
    private long _position = -1;

    public BlogModel(string key, SpamModel model)
    {
        Key = key;
        Lease = new ModelLease(model);
    }

    public string Key { get; }

    public ModelLease Lease { get; }

    /// <summary>One at a time catches up.</summary>
    public SemaphoreSlim Gate { get; } = new(1, 1);

    /// <summary>The last record learned from; −1 before the stored model was looked for. Read without the gate.</summary>
    public long Position
    {
        get => Interlocked.Read(ref _position);
        set => Interlocked.Exchange(ref _position, value);
    }

    /// <summary>The version stored; 0 = none.</summary>
    public long Version { get; set; }

    /// <summary>Lessons not yet saved.</summary>
    public int Unsaved { get; set; }

    /// <summary>When it was used last, as a count of uses.</summary>
    public long LastUse { get; set; }

    public void Dispose() => Gate.Dispose();
}
