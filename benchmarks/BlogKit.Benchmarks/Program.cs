using BenchmarkDotNet.Running;
using BlogKit.Benchmarks;

if (args is ["feed-cost"])
{
    await FeedCost.MeasureAsync();
}
else if (args is ["transfer-cost"])
{
    await TransferCost.MeasureAsync();
}
else if (args is ["import-cost"])
{
    await ImportCost.MeasureAsync();
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
}
