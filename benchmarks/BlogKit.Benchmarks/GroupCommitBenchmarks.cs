using BenchmarkDotNet.Attributes;

namespace BlogKit.Benchmarks;

/// <summary>
/// Storing comments from eight submitters at once with every commit on the disk, against bare rows of which each has a commit of its own.
/// </summary>
[MemoryDiagnoser]
public class GroupCommitBenchmarks
{
    private const int Submitters = 8;
    private const int Comments = 800;
    private SqliteBlog _bareBlog = null!;
    private SqliteBlog _blog = null!;
    private BareComments _bare = null!;

    [GlobalSetup]
    public void Open()
    {
        _bareBlog = new SqliteBlog(SqliteSynchronous.Full);
        _blog = new SqliteBlog(SqliteSynchronous.Full);
        _bare = new BareComments(_bareBlog.ConnectionString, SqliteSynchronous.Full);
    }

    [GlobalCleanup]
    public void Close()
    {
        _bare.Dispose();
        _bareBlog.Dispose();
        _blog.Dispose();
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Comments)]
    public void BareOneRowOneCommit()
    {
        for (var i = 0; i < Comments; i++)
        {
            _bare.AddOneRow(_bareBlog.NewComment(_bareBlog.PostId));
        }
    }

    [Benchmark(OperationsPerInvoke = Comments)]
    public void BareSameRows()
    {
        for (var i = 0; i < Comments; i++)
        {
            _bare.Add(_bareBlog.NewAddition(_bareBlog.PostId));
        }
    }

    [Benchmark(OperationsPerInvoke = Comments)]
    public Task StoreEightSubmitters() => Task.WhenAll(Enumerable.Range(0, Submitters).Select(_ => Task.Run(async () =>
    {
        for (var i = 0; i < Comments / Submitters; i++)
        {
            await _blog.Store.AddAsync(_blog.NewAddition(_blog.PostId), CancellationToken.None);
        }
    })));
}
