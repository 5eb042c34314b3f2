using System.Reflection;
using BlogKit.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.Tests.Posts;

/// <summary>A blog over a store in memory in which something happens just before a post is saved.</summary>
internal sealed class WatchedSaves
{
    /// <summary>What happens before a save; null for nothing.</summary>
    public Func<PostSave, Task>? Before { get; set; }

    /// <summary>The store itself, whose saves nobody watches.</summary>
    public IPostStore Store { get; private set; } = null!;

    public Task<TestBlog> StartAsync() => TestBlog.StartAsync(extend: kit =>
    {
        var inMemory = kit.Services.Last(static service => service.ServiceType == typeof(IPostStore));
        kit.Services.AddSingleton(services =>
        {
            Store = (IPostStore)inMemory.ImplementationFactory!(services);
            return Watched.Over(Store, this);
        });
    });

#pragma warning disable CA1852 // DispatchProxy derives from it at run time
    private class Watched : DispatchProxy
#pragma warning restore CA1852
    {
        private IPostStore _store = null!;
        private WatchedSaves _saves = null!;

        public static IPostStore Over(IPostStore store, WatchedSaves saves)
        {
            var watched = Create<IPostStore, Watched>();
            var self = (Watched)(object)watched;
            (self._store, self._saves) = (store, saves);
            return watched;
        }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
            targetMethod!.Name is nameof(IPostStore.SaveAsync)
                ? SaveAsync((PostSave)args![0]!, (CancellationToken)args[1]!)
                : targetMethod.Invoke(_store, BindingFlags.DoNotWrapExceptions, null, args, null);

        private async Task<SaveOutcome> SaveAsync(PostSave save, CancellationToken cancellationToken)
        {
            if (_saves.Before is { } before)
            {
                await before(save);
            }

            return await _store.SaveAsync(save, cancellationToken);
        }
    }
}
