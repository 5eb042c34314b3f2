using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using BlogKit.Moderation;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.Benchmarks;

/// <summary>What each local policy costs by itself, the folding of the text included where it folds.</summary>
[MemoryDiagnoser]
public class ModerationPolicyBenchmarks
{
    private ImmutableArray<ModerationContext> _contexts;
    private ServiceProvider _services = null!;
    private IModerationPolicy _policy = null!;

    /// <summary>The policies, in the order they are asked.</summary>
    public static IEnumerable<string> Names =>
        [
            "block-list", "closed-topics", "disposable-email", "duplicates", "flood", "form", "learning", "links", "off-topic", "offensive",
            "old-post", "text-shape", "trust",
        ];

    [ParamsSource(nameof(Names))]
    public string Policy { get; set; } = "";

    [GlobalSetup]
    public void Prepare()
    {
        _contexts = ModerationSample.Contexts();
        _services = ModerationSample.Services(ModerationSample.BlockSome);
        ModerationSample.TeachAsync(_services, _contexts[0].Post.BlogId).GetAwaiter().GetResult();
        _policy = _services.GetRequiredService<ModerationPolicies>().Live.Policies.Single(p => p.Name == Policy);
    }

    [GlobalCleanup]
    public void Dispose() => _services.Dispose();

    [Benchmark(OperationsPerInvoke = ModerationSample.Comments)]
    public async Task<int> Ask()
    {
        var found = 0;
        foreach (var context in _contexts)
        {
            found += await _policy.EvaluateAsync(ModerationSample.Anew(context), CancellationToken.None) is null ? 0 : 1;
        }

        return found;
    }
}
