using BenchmarkDotNet.Running;
using BlogKit.Benchmarks;

if (args is ["feed-cost"])
{
    await FeedCost.MeasureAsync();
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
}
