using BlogKit.Storage;

namespace BlogKit;

/// <summary>The options of the SQLite store. Read once, when the store is made.</summary>
public sealed class SqliteStoreOptions
{
    /// <summary>The durability of a commit when it is acknowledged. Default <see cref="SqliteSynchronous.Full"/>.</summary>
    public SqliteSynchronous Synchronous { get; set; } = SqliteSynchronous.Full;

    /// <summary>The time a write waits for another process that is writing before it fails. Default 10 seconds.</summary>
    public TimeSpan BusyTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// The number of reads that run at the same moment; more wait for one of them. Default twice the number of processors, at least 4.
    /// </summary>
    public int MaximumReaders { get; set; } = Math.Max(4, Environment.ProcessorCount * 2);

    /// <summary>The most writes waiting at the same moment that share one commit. Default 128; 1 turns sharing off.</summary>
    public int MaximumBatch { get; set; } = 128;

    /// <summary>
    /// The longest time that a blog is read as one state (<see cref="ITransferStore.OpenAsync"/>): the write-ahead log grows while it
    /// lasts. Default 1 hour.
    /// </summary>
    public TimeSpan MaximumCopyTime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// Called before every statement that changes something, commits included, with its operation; tests let the store die here.
    /// </summary>
    internal Action<string>? BeforeWrite { get; set; }

    /// <summary>
    /// Called when a connection is closed, with the operation of each statement that SQLite prepared anew while it lived; tests refuse it.
    /// </summary>
    internal Action<string>? PreparedAnew { get; set; }

    /// <summary>The clock by which changes are dated; <c>UseSqlite</c> takes the container's.</summary>
    internal TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>Whether writes leave rows in the change feed; benchmarks measure what they cost without.</summary>
    internal bool LeavesChanges { get; set; } = true;

    /// <summary>What is wrong with the values, a sentence each.</summary>
    internal List<string> FindProblems()
    {
        var problems = new List<string>();
        OptionChecks.CheckDefined(problems, "SqliteStoreOptions.Synchronous", Synchronous);
        OptionChecks.CheckRange(problems, "SqliteStoreOptions.BusyTimeout", BusyTimeout, TimeSpan.Zero, TimeSpan.FromHours(1));
        OptionChecks.CheckRange(problems, "SqliteStoreOptions.MaximumReaders", MaximumReaders, 1, 1_024);
        OptionChecks.CheckRange(problems, "SqliteStoreOptions.MaximumBatch", MaximumBatch, 1, 10_000);
        OptionChecks.CheckRange(
            problems, "SqliteStoreOptions.MaximumCopyTime", MaximumCopyTime, TimeSpan.FromSeconds(1), TimeSpan.FromDays(7));
        return problems;
    }
}
