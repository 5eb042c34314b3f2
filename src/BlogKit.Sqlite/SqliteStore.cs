using BlogKit.Storage;

namespace BlogKit;

/// <summary>Every storage role over one SQLite file; each role stands in a file of its own. Safe for concurrent use.</summary>
internal sealed partial class SqliteStore : IStoreSchema, IAsyncDisposable, IDisposable
{
    private readonly StoreLife _life;
    private readonly SqliteStoreOptions _options;
    private readonly BlogKitInstruments? _instruments;
    private readonly FileGuard _guard;
    private readonly ReaderPool _readers;
    private readonly WriteQueue _writer;
    private readonly ImmutableArray<SchemaStep> _steps;

    public SqliteStore(SqliteLocation location, SqliteStoreOptions options, BlogKitInstruments? instruments)
        : this(location, options, instruments, SchemaVersions.Steps)
    {
    }

    internal SqliteStore(
        SqliteLocation location, SqliteStoreOptions options, BlogKitInstruments? instruments, ImmutableArray<SchemaStep> steps)
    {
        Location = location;
        _steps = steps;
        _life = new StoreLife(options.BeforeWrite);
        _options = options;
        _instruments = instruments;
        _guard = new FileGuard(location);
        _readers = new ReaderPool(location, options, _life, _guard, instruments);
        _writer = new WriteQueue(location, options, _life, _guard, instruments);
    }

    public SqliteLocation Location { get; }

    public async Task ApplyAsync(CancellationToken cancellationToken) => await WriteAsync(
        (Location, _steps),
        static (session, with) =>
        {
            SchemaVersions.Apply(session, with.Location, with._steps);
            return true;
        },
        cancellationToken).ConfigureAwait(false);

    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        _life.ThrowIfOver();
        _guard.Check();
        await ReadAsync(
            Location,
            static (session, location) =>
            {
                SchemaVersions.Check(session, location);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
    }

    public async Task CheckWritingAsync(CancellationToken cancellationToken)
    {
        // An empty transaction opens the writer, which refuses a read-only file, and checks whether the file is still the same. It writes
        // nothing.
        await WriteAsync(true, static (_, _) => true, cancellationToken).ConfigureAwait(false);
        WriteProbe.Try(Location);
    }

    /// <summary>A connection of its own: a backup or a check takes long, and the readers shall not wait for it.</summary>
    public SqliteSession OpenForLong()
    {
        _life.ThrowIfOver();
        return SqliteSession.OpenReader(Location, _options, _life, _guard, _instruments);
    }

    public async ValueTask DisposeAsync()
    {
        if (_life.Close())
        {
            await _writer.DisposeAsync().ConfigureAwait(false);
            _readers.Dispose();
            _guard.Dispose();
        }
    }

    public void Dispose()
    {
        if (_life.Close())
        {
            _writer.Dispose();
            _readers.Dispose();
            _guard.Dispose();
        }
    }

    private Task<T> ReadAsync<TState, T>(TState state, Func<SqliteSession, TState, T> read, CancellationToken cancellationToken) =>
        _readers.ReadAsync(state, read, cancellationToken);

    internal Task<T> WriteAsync<TState, T>(TState state, Func<SqliteSession, TState, T> write, CancellationToken cancellationToken) =>
        _writer.WriteAsync(state, write, cancellationToken);
}
