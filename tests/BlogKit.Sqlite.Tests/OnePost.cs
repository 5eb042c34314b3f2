using BlogKit.Specification;

namespace BlogKit.Sqlite.Tests;

/// <summary>What tests begin with that need a store with one post.</summary>
public abstract class OnePost : IAsyncLifetime
{
    protected SqliteHarness Harness { get; } = new();

    protected SampleData Sample { get; } = new();

    protected Post Post { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await Harness.StartAsync();
        Post = await Fill.PostAsync(Harness.Store, Sample);
    }

    public async Task DisposeAsync() => await Harness.DisposeAsync();
}
