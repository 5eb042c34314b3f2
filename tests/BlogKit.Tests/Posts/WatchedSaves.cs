using BlogKit.Storage;

namespace BlogKit.Tests.Posts;

/// <summary>A blog over a store in memory in which something happens just before a post is saved.</summary>
internal sealed class WatchedSaves
{
    /// <summary>What happens before a save; null for nothing.</summary>
    public Func<PostSave, Task>? Before { get; set; }

    /// <summary>The store itself, whose saves nobody watches.</summary>
    public IPostStore Store { get; private set; } = null!;

    public Task<TestBlog> StartAsync() => TestBlog.StartAsync(extend: kit => WatchedStore<IPostStore>.Register(kit.Services, store =>
    {
        Store = store;
        return (method, arguments, ask) => method.Name is nameof(IPostStore.SaveAsync)
            ? SaveAsync((PostSave)arguments[0]!, (CancellationToken)arguments[1]!)
            : ask();
    }));

    private async Task<SaveOutcome> SaveAsync(PostSave save, CancellationToken cancellationToken)
    {
        if (Before is { } before)
        {
            await before(save);
        }

        return await Store.SaveAsync(save, cancellationToken);
    }
}
