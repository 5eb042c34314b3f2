using System.Collections.Concurrent;
using BlogKit.Specification;
using BlogKit.Storage;
using Microsoft.Data.Sqlite;

namespace BlogKit.Sqlite.Tests;

/// <summary>A store over a file of its own in the temporary folder.</summary>
public sealed class SqliteHarness : StoreHarness
{
    private readonly string _folder = Directory.CreateTempSubdirectory("blogkit-").FullName;
    private SqliteStore? _store;
    private int _writesLeft = -1;

    public override IBlogStore Blogs => Store;

    public override IPostStore Posts => Store;

    public override IAuthorStore Authors => Store;

    public override ITaxonomyStore Taxonomy => Store;

    public override IFooterStore Footers => Store;

    public override ICommentStore Comments => Store;

    public override ICommentIntakeStore CommentIntake => Store;

    public override ICommentChangeStore CommentChanges => Store;

    public override ICommentUpkeepStore CommentUpkeep => Store;

    public override IFeedbackStore Feedback => Store;

    public override IThreadStore Threads => Store;

    public override ISearchStore Search => Store;

    public override IModerationStore Moderation => Store;

    public override IModerationLogStore ModerationLog => Store;

    public override IFlagStore Flags => Store;

    public override IBanStore Bans => Store;

    public override ILearningStore Learning => Store;

    public override IAutosaveStore Autosaves => Store;

    public override IDisplayNameStore DisplayNames => Store;

    public override IChangeStore Changes => Store;

    public override IOriginStore Origins => Store;

    public override ITransferStore Transfers => Store;

    public override IRedirectStore Redirects => Store;

    public override IStoreSchema Schema => Store;

    public override BlogKitInstruments? Instruments { get; } = new();

    public string Path => System.IO.Path.Combine(_folder, "blog.db");

    /// <summary>Whether the test leaves a file that is not whole.</summary>
    internal bool IsAbandoned { get; set; }

    /// <summary>Whether the test lets somebody else change the schema or put another file in, so that statements have to be planned anew.</summary>
    internal bool IsAlteredByOthers { get; set; }

    /// <summary>Every operation that would have changed something, commits included, since the store was opened.</summary>
    internal List<string> Writes { get; } = [];

    /// <summary>Every statement that SQLite prepared a second time on one connection.</summary>
    internal ConcurrentQueue<string> PreparedAnew { get; } = [];

    internal SqliteStore Store => _store ?? throw new InvalidOperationException("The store is not started.");

    internal SqliteStoreOptions Options { get; } = new();

    public override async Task StartAsync()
    {
        Options.BeforeWrite = BeforeWrite;
        Options.PreparedAnew = PreparedAnew.Enqueue;
        _store = Open();
        await _store.ApplyAsync(CancellationToken.None);
    }

    public override async Task RestartAsync()
    {
        await Store.DisposeAsync();
        _writesLeft = -1;
        _store = Open();
        await _store.CheckAsync(CancellationToken.None);
    }

    public override void DieBeforeWrite(int write) => _writesLeft = write;

    public override async ValueTask DisposeAsync()
    {
        if (_store is not null)
        {
            await _store.DisposeAsync();
            await CheckAsync();
            if (!IsAlteredByOthers)
            {
                PreparedAnew.Should().BeEmpty("a statement that is planned at each execution costs more than what it reads");
            }
        }

        Instruments!.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Another store over the same file, as another process would open it.</summary>
    internal SqliteStore OpenAnother(SqliteStoreOptions? options = null) =>
        new(SqliteLocation.Parse($"Data Source={Path}"), options ?? new SqliteStoreOptions(), instruments: null);

    /// <summary>A connection beside the store's, as another program has it.</summary>
    internal static SqliteConnection Connect(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False;Foreign Keys=False");
        connection.Open();
        return connection;
    }

    /// <summary>Executes a statement on a connection; returns how many rows it changed.</summary>
    internal static int Execute(SqliteConnection connection, string sql, Guid? id = null)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        if (id is { } value)
        {
            command.Parameters.AddWithValue("$id", value.ToByteArray(bigEndian: true));
        }

        return command.ExecuteNonQuery();
    }

    /// <summary>Executes a statement on a connection of its own.</summary>
    internal static int Execute(string path, string sql, Guid? id = null)
    {
        using var connection = Connect(path);
        return Execute(connection, sql, id);
    }

    /// <summary>Executes a statement on the file of the store, beside it; <c>$id</c> in it is the identity.</summary>
    internal int Execute(string sql, Guid? id = null) => Execute(Path, sql, id);

    /// <summary>Opens the store again with another hook before its writes.</summary>
    internal async Task ReopenAsync(Action<string> beforeWrite)
    {
        await Store.DisposeAsync();
        Options.BeforeWrite = beforeWrite;
        _store = Open();
    }

    /// <summary>Whatever a test did: pages, references and numbers are right.</summary>
    private async Task CheckAsync()
    {
        if (File.Exists(Path) && !IsAbandoned)
        {
            await using var store = OpenAnother();
            (await new SqliteCheck(store).RunAsync()).Should().BeEmpty();
        }
    }

    private SqliteStore Open() => new(SqliteLocation.Parse($"Data Source={Path}"), Options, Instruments);

    private void BeforeWrite(string operation)
    {
        lock (Writes)
        {
            Writes.Add(operation);
        }

        if (_writesLeft > 0 && --_writesLeft == 0)
        {
            throw new StoreDiedException();
        }
    }
}
