using BlogKit.AspNetCore.Internal;

namespace BlogKit.AspNetCore.Tests;

public sealed class ChangeCountsTests
{
    private static readonly BlogId Blog = new(Guid.CreateVersion7());
    private readonly BlogChanges _changes = new();

    [Fact]
    public void A_change_of_an_unknown_blog_may_be_one_of_each()
    {
        using var counts = new ChangeCounts(_changes, static kind => kind is BlogChangeKind.Blog);
        var before = counts.Of(Blog);

        _changes.Announce(new BlogChange(default, BlogChangeKind.Blog));

        counts.Of(Blog).Should().NotBe(before);
    }

    [Fact]
    public void Changes_of_another_blog_or_kind_are_not_the_blogs()
    {
        using var counts = new ChangeCounts(_changes, static kind => kind is BlogChangeKind.Post);
        var before = counts.Of(Blog);

        _changes.Announce(new BlogChange(Blog, BlogChangeKind.Queue));
        _changes.Announce(new BlogChange(new BlogId(Guid.CreateVersion7()), BlogChangeKind.Post));

        counts.Of(Blog).Should().Be(before);
        counts.All.Should().Be(1);
    }

    [Fact]
    public async Task Counts_of_the_desk_are_read_again_after_a_change_of_an_unknown_blog()
    {
        await using var desk = await DeskSite.StartAsync();
        var live = desk.Site.Get<LiveCounts>();
        var (_, generation) = await live.ReadAsync(desk.Site.Blog.Id, default);

        desk.Site.Get<BlogChanges>().Announce(new BlogChange(default, BlogChangeKind.Thread));

        (await live.ReadAsync(desk.Site.Blog.Id, default)).Generation.Should().NotBe(generation);
    }
}
