using BenchmarkDotNet.Attributes;

namespace BlogKit.Benchmarks;

/// <summary>
/// Storing a comment from one submitter, against bare prepared commands that write the same rows in one transaction each.
/// </summary>
[MemoryDiagnoser]
public class IntakeStoreBenchmarks
{
    private const int Comments = 500;
    private SqliteBlog _bareBlog = null!;
    private SqliteBlog _blog = null!;
    private BareComments _bare = null!;

    [Params(SqliteSynchronous.Full, SqliteSynchronous.Normal)]
    public SqliteSynchronous Synchronous { get; set; }

    [GlobalSetup]
    public void Open()
    {
        _bareBlog = new SqliteBlog(Synchronous);
        _blog = new SqliteBlog(Synchronous);
        _bare = new BareComments(_bareBlog.ConnectionString, Synchronous);
    }

    [GlobalCleanup]
    public void Close()
    {
        _bare.Dispose();
        _bareBlog.Dispose();
        _blog.Dispose();
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Comments)]
    public void BareSameRows()
    {
        for (var i = 0; i < Comments; i++)
        {
            _bare.Add(_bareBlog.NewAddition(_bareBlog.PostId));
        }
    }

    [Benchmark(OperationsPerInvoke = Comments)]
    public async Task Store()
    {
        for (var i = 0; i < Comments; i++)
        {
            await _blog.Store.AddAsync(_blog.NewAddition(_blog.PostId), CancellationToken.None);
        }
    }
}
