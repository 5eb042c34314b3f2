using BenchmarkDotNet.Attributes;

namespace BlogKit.Benchmarks;

/// <summary>
/// Taking comments whole from eight submitters at once, every one acknowledged after a commit that is on the disk,
/// against bare rows of which each has a commit of its own.
/// </summary>
[MemoryDiagnoser]
public class EightSubmittersBenchmarks
{
    private const int Submitters = 8;
    private const int Comments = 800;
    private SqliteBlog _bareBlog = null!;
    private BareComments _bare = null!;
    private CommentIntake _intake = null!;

    [GlobalSetup]
    public void Open()
    {
        _bareBlog = new SqliteBlog(SqliteSynchronous.Full);
        _bare = new BareComments(_bareBlog.ConnectionString, SqliteSynchronous.Full);
        _intake = new CommentIntake(SqliteSynchronous.Full);
    }

    [GlobalCleanup]
    public void Close()
    {
        _bare.Dispose();
        _bareBlog.Dispose();
        _intake.Dispose();
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
    public Task Submit() => Task.WhenAll(Enumerable.Range(0, Submitters).Select(submitter => Task.Run(async () =>
    {
        for (var i = 0; i < Comments / Submitters; i++)
        {
            await _intake.SubmitAsync($"Comment {i} of submitter {submitter}: the bees do not mind, and neither do I.");
        }
    })));
}
