namespace BlogKit;

/// <summary>Settings of the SQLite store. Read once, when the store is made.</summary>
public sealed class SqliteStoreOptions
{
    /// <summary>How far a commit has come when it is acknowledged. Default <see cref="SqliteSynchronous.Full"/>.</summary>
    public SqliteSynchronous Synchronous { get; set; } = SqliteSynchronous.Full;

    /// <summary>How long a write waits for another process that is writing before it fails. Default 10 seconds.</summary>
    public TimeSpan BusyTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How many reads run at the same moment; more wait for one of them. Default twice the number of processors, at least 4.
    /// </summary>
    public int MaximumReaders { get; set; } = Math.Max(4, Environment.ProcessorCount * 2);

    /// <summary>How many writes that wait at the same moment share one commit at most. Default 128; 1 turns sharing off.</summary>
    public int MaximumBatch { get; set; } = 128;

    /// <summary>
    /// Called before every statement that changes something, commits included, with its operation; tests let the store die here.
    /// </summary>
    internal Action<string>? BeforeWrite { get; set; }

    /// <summary>What is wrong with the values; null when nothing is.</summary>
    internal string? FindProblem()
    {
        if (!Enum.IsDefined(Synchronous))
        {
            return $"{nameof(SqliteStoreOptions)}.{nameof(Synchronous)} is {Synchronous}, which is none of its values.";
        }

        if (BusyTimeout < TimeSpan.Zero || BusyTimeout > TimeSpan.FromHours(1))
        {
            return $"{nameof(SqliteStoreOptions)}.{nameof(BusyTimeout)} is {BusyTimeout}; it must be between nothing and 1 hour.";
        }

        if (MaximumReaders is < 1 or > 1024)
        {
            return $"{nameof(SqliteStoreOptions)}.{nameof(MaximumReaders)} is {MaximumReaders}; it must be between 1 and 1024.";
        }

        return MaximumBatch is < 1 or > 10_000
            ? $"{nameof(SqliteStoreOptions)}.{nameof(MaximumBatch)} is {MaximumBatch}; it must be between 1 and 10000."
            : null;
    }
}
