using BenchmarkDotNet.Attributes;

namespace BlogKit.Benchmarks;

/// <summary>
/// Taking a comment whole — validate, look up, render, moderate, store, count, index, log — through <see cref="CommentService"/> from one
/// submitter, against bare prepared commands that write the same rows in one transaction each, with the same journal.
/// </summary>
[MemoryDiagnoser]
public class IntakeBenchmarks
{
    private const int Comments = 500;
    private const string Text = "A hive in **late March** is louder than you remember, and the first warm noon empties it onto the willow. "
        + "I had to think of that when I read the part about _patience_: ours swarmed twice before the cherry was over, and both times "
        + "the neighbours knew before we did. So: what would you have done, and when?";

    private SqliteBlog _bareBlog = null!;
    private BareComments _bare = null!;
    private CommentIntake _intake = null!;

    [Params(SqliteSynchronous.Full, SqliteSynchronous.Normal)]
    public SqliteSynchronous Synchronous { get; set; }

    [GlobalSetup]
    public void Open()
    {
        _bareBlog = new SqliteBlog(Synchronous);
        _bare = new BareComments(_bareBlog.ConnectionString, Synchronous);
        _intake = new CommentIntake(Synchronous);
    }

    [GlobalCleanup]
    public void Close()
    {
        _bare.Dispose();
        _bareBlog.Dispose();
        _intake.Dispose();
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
    public async Task Submit()
    {
        for (var i = 0; i < Comments; i++)
        {
            await _intake.SubmitAsync(Text);
        }
    }
}
