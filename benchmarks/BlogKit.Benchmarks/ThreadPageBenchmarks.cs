using BenchmarkDotNet.Attributes;
using BlogKit.Storage;

namespace BlogKit.Benchmarks;

/// <summary>One page of a thread, 50 roots and their replies, out of threads of very different length.</summary>
[MemoryDiagnoser]
public class ThreadPageBenchmarks
{
    private SqliteBlog _blog = null!;
    private RootsQuery _first = null!;
    private RootsQuery _middle = null!;

    [Params(1_000, 100_000, 1_000_000)]
    public int Comments { get; set; }

    [GlobalSetup]
    public async Task FillAsync()
    {
        _blog = new SqliteBlog(SqliteSynchronous.Normal);
        var post = _blog.AddThread(Comments);
        _first = new RootsQuery { BlogId = _blog.BlogId, PostId = post, Size = 50, RepliesPerRoot = 20 };
        var page = await _blog.Store.ReadRootsAsync(_first with { Size = Comments / 10, RepliesPerRoot = 0 }, CancellationToken.None);
        _middle = _first with { Cursor = new RootsCursor(page.Branches[^1].Root.Id, 0, 0) };
    }

    [GlobalCleanup]
    public void Close() => _blog.Dispose();

    [Benchmark(Baseline = true)]
    public Task<ThreadRoots> FirstPage() => _blog.Store.ReadRootsAsync(_first, CancellationToken.None);

    [Benchmark]
    public Task<ThreadRoots> MiddlePage() => _blog.Store.ReadRootsAsync(_middle, CancellationToken.None);
}
