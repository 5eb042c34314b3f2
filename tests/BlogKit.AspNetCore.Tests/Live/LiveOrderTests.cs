using BlogKit.AspNetCore.Internal;

namespace BlogKit.AspNetCore.Tests;

public sealed class LiveOrderTests
{
    [Fact]
    public async Task Pages_are_dropped_before_streams_are_told()
    {
        await using var site = await Site.StartAsync();
        using var live = site.Get<LiveThreads>().Listen(site.Post.Id);
        int? keptWhenTold = null;
        using var between = site.Get<BlogChanges>().Subscribe(
            _ => keptWhenTold = live.News.Completion.IsCompleted ? site.Get<PageCache>().Count : null);
        using var reader = site.Browse();
        (await reader.GetAsync("/blog/open-for-talk-and-more")).Response.EnsureSuccessStatusCode();

        site.Get<BlogChanges>().Announce(new BlogChange(site.Blog.Id, BlogChangeKind.Post) { PostId = site.Post.Id });

        keptWhenTold.Should().Be(0);
    }
}
