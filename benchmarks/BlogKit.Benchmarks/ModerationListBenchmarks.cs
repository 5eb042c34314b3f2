using System.Collections.Immutable;
using System.Globalization;
using BenchmarkDotNet.Attributes;
using BlogKit.Moderation;
using Microsoft.Extensions.Logging.Abstractions;

namespace BlogKit.Benchmarks;

/// <summary>The block list over comments of 300 characters. Aim: 50,000 entries cost at most 1.5 × what 50 do.</summary>
[MemoryDiagnoser]
public class ModerationListBenchmarks
{
    private ImmutableArray<ModerationContext> _contexts;
    private BlockListPolicy _few = null!;
    private BlockListPolicy _many = null!;

    [GlobalSetup]
    public void Prepare()
    {
        _contexts = ModerationSample.Contexts();
        _few = List(50);
        _many = List(50_000);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = ModerationSample.Comments)]
    public Task<int> FiftyEntries() => AskAsync(_few);

    [Benchmark(OperationsPerInvoke = ModerationSample.Comments)]
    public Task<int> FiftyThousandEntries() => AskAsync(_many);

    private static BlockListPolicy List(int entries)
    {
        var options = new BlockListPolicyOptions();
        foreach (var entry in Enumerable.Range(0, entries).Select(Entry))
        {
            options.Entries.Add(entry);
        }

        return new BlockListPolicy(options, TimeProvider.System, NullLogger<BlockListPolicy>.Instance);
    }

    private static string Entry(int number)
    {
        var name = "zq" + number.ToString("x6", CultureInfo.InvariantCulture);
        return (number % 5) switch
        {
            0 => name,
            1 => $"buy {name} now",
            2 => $"domain:{name}.example",
            3 => $"email:{name}@mail.example",
            _ => $"{name}*",
        };
    }

    private async Task<int> AskAsync(BlockListPolicy policy)
    {
        var found = 0;
        foreach (var context in _contexts)
        {
            found += await policy.EvaluateAsync(ModerationSample.Anew(context), CancellationToken.None) is null ? 0 : 1;
        }

        return found;
    }
}
