using BlogKit.AspNetCore.Internal;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Tests;

/// <summary>A cache that is too small says so.</summary>
public sealed class CacheDropTests : IDisposable
{
    private static readonly BlogId s_blog = new(Guid.CreateVersion7());
    private readonly BlogKitInstruments _instruments = new();

    public void Dispose() => _instruments.Dispose();

    [Fact]
    public async Task A_page_for_which_there_is_no_room_is_counted_with_the_name_of_the_cache()
    {
        var cache = Cache(sizeLimit: 100_000);

        var drops = await CacheDropCount.OfAsync(_instruments, async () =>
        {
            for (var i = 0; i < 20; i++)
            {
                await KeepAsync(cache, $"http://localhost/blog/{i}");
            }
        });

        drops.Should().NotBeEmpty().And.OnlyContain(static name => name == "pages");
    }

    [Fact]
    public async Task A_page_that_something_changed_on_is_not_counted()
    {
        var changes = new BlogChanges();
        var cache = Cache(sizeLimit: 1_000_000, changes);
        await KeepAsync(cache, "http://localhost/blog");

        var drops = await CacheDropCount.OfAsync(_instruments, () =>
        {
            changes.Announce(new BlogChange(s_blog, BlogChangeKind.Blog));
            return Task.CompletedTask;
        });

        cache.Count.Should().Be(0);
        drops.Should().BeEmpty();
    }

    private PageCache Cache(long sizeLimit, BlogChanges? changes = null) =>
        new(
            new HeardChanges(changes ?? new BlogChanges(), TimeProvider.System),
            Options.Create(new PageCacheOptions { SizeLimit = sizeLimit }),
            _instruments);

    private static async Task KeepAsync(PageCache cache, string key) => await cache.GetAsync(
        key,
        page =>
        {
            page.AddBlog(s_blog);
            page.Result = new CachedPage(new byte[20_000], []);
            return Task.CompletedTask;
        },
        CancellationToken.None);
}
