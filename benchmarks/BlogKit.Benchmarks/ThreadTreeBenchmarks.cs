using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using BlogKit.Internal;
using BlogKit.Storage;

namespace BlogKit.Benchmarks;

/// <summary>Builds the tree of one root with thousands of replies, beside the least any tree-builder does: grouping by parent.</summary>
[MemoryDiagnoser]
public class ThreadTreeBenchmarks
{
    private readonly ThreadAssembler _assembler = new(
        5, [], null, ImmutableDictionary<CommentId, OwnFeedback>.Empty, TimeSpan.Zero, DateTimeOffset.UnixEpoch);
    private ThreadBranch _branch = null!;

    [Params(1_000, 10_000)]
    public int Comments { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var root = Row(Id(), null, 0);
        var rows = new List<ThreadRow>();
        var random = new Random(7);
        var depth = 0;
        var way = new List<CommentId> { root.Id };
        while (rows.Count < Comments)
        {
            depth = random.Next(1, Math.Min(depth + 2, 12));
            way.RemoveRange(depth, way.Count - depth);
            var row = Row(Id(), way[^1], depth) with { RootId = root.Id };
            rows.Add(row);
            way.Add(row.Id);
        }

        _branch = new ThreadBranch { Root = root, Number = 1, Place = 1, Replies = [.. rows], HasMoreReplies = false };
    }

    [Benchmark(Baseline = true)]
    public IReadOnlyDictionary<CommentId, List<ThreadRow>> GroupByParent()
    {
        var children = new Dictionary<CommentId, List<ThreadRow>>();
        foreach (var row in _branch.Replies)
        {
            var parent = row.ParentId!.Value;
            if (!children.TryGetValue(parent, out var list))
            {
                children[parent] = list = [];
            }

            list.Add(row);
        }

        return children;
    }

    [Benchmark]
    public ThreadNode BuildTree() => _assembler.Branch(_branch, []);

    private static CommentId Id() => new(Guid.CreateVersion7());

    private static ThreadRow Row(CommentId id, CommentId? parent, int depth) => new()
    {
        Id = id,
        PostId = default,
        ParentId = parent,
        RootId = id,
        Depth = depth,
        Status = CommentStatus.Approved,
        Name = "A Reader",
        Html = "<p>Text</p>",
        CreatedAt = DateTimeOffset.UnixEpoch,
    };
}
