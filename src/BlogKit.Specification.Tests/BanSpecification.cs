using BlogKit.Moderation;
using BlogKit.Storage;
using Xunit;

namespace BlogKit.Specification;

/// <summary>Tests the contract of <see cref="IBanStore"/>.</summary>
public abstract class BanSpecification : StoreSpecification
{
    /// <summary>Every field of a ban is found again; bans are listed newest first, ties by key, for each blog alone.</summary>
    [Fact]
    public async Task Bans_are_listed_newest_first()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var other = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var old = SampleData.Ban(blog.Id, "user:1", SampleData.Now.AddDays(-1)) with { Until = SampleData.Now };
        var second = SampleData.Ban(blog.Id, "b") with { Reason = null };
        var first = SampleData.Ban(blog.Id, "a");
        foreach (var ban in new[] { second, old, first, SampleData.Ban(other.Id, "user:1") })
        {
            await Store.Bans.AddBanAsync(
                ban with { LiftedAt = SampleData.Now, LiftedBy = ActorKey.Parse("nobody") }, default).ConfigureAwait(false);
        }

        Same.Content<Ban[]>([first, second, old], await ListAsync(blog.Id).ConfigureAwait(false));
        Same.Content<Ban[]>([first, second], [.. await Store.Bans.ListBansAsync(blog.Id, null, 2, default).ConfigureAwait(false)]);
        Assert.Empty(await ListAsync(new BlogId(Sample.NextId())).ConfigureAwait(false));
    }

    /// <summary>A ban is in force from its moment on, until its end exclusive.</summary>
    [Fact]
    public async Task Only_bans_in_force_are_listed_when_asked()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        await Store.Bans.AddBanAsync(SampleData.Ban(blog.Id, "endless"), default).ConfigureAwait(false);
        await Store.Bans.AddBanAsync(
            SampleData.Ban(blog.Id, "over") with { Until = SampleData.Now.AddHours(1) }, default).ConfigureAwait(false);
        await Store.Bans.AddBanAsync(SampleData.Ban(blog.Id, "lifted"), default).ConfigureAwait(false);
        await Store.Bans.LiftBanAsync(blog.Id, "lifted", ActorKey.User("x"), SampleData.Now, default).ConfigureAwait(false);

        Assert.Equal("endless over", await KeysAsync(SampleData.Now).ConfigureAwait(false));
        Assert.Equal("endless over", await KeysAsync(SampleData.Now.AddHours(1).AddTicks(-1)).ConfigureAwait(false));
        Assert.Equal("endless", await KeysAsync(SampleData.Now.AddHours(1)).ConfigureAwait(false));
        Assert.Empty(await KeysAsync(SampleData.Now.AddTicks(-1)).ConfigureAwait(false));

        async Task<string> KeysAsync(DateTimeOffset at) =>
            string.Join(' ', (await Store.Bans.ListBansAsync(blog.Id, at, 50, default).ConfigureAwait(false)).Select(static b => b.Key));
    }

    /// <summary>A new ban lifts the one in force, by the actor who bans again; a ban that is over stays as it is.</summary>
    [Fact]
    public async Task A_new_ban_lifts_the_one_in_force()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var over = SampleData.Ban(blog.Id, "user:1") with { Until = SampleData.Now.AddHours(1) };
        var second = SampleData.Ban(blog.Id, "user:1", SampleData.Now.AddHours(1));
        var third = SampleData.Ban(blog.Id, "user:1", SampleData.Now.AddHours(2)) with
        {
            ActorKey = ActorKey.User("other"),
            Until = SampleData.Now.AddHours(9),
        };
        foreach (var ban in new[] { over, second, third, SampleData.Ban(blog.Id, "user:2") })
        {
            await Store.Bans.AddBanAsync(ban, default).ConfigureAwait(false);
        }

        var all = (await ListAsync(blog.Id).ConfigureAwait(false))
            .Where(static b => string.Equals(b.Key, "user:1", StringComparison.Ordinal))
            .ToArray();

        Same.Content<Ban[]>([third, second with { LiftedAt = third.At, LiftedBy = ActorKey.User("other") }, over], all);
    }

    /// <summary>A new ban lifts one of the same key that begins a moment later, because the clocks of hosts differ.</summary>
    [Fact]
    public async Task A_new_ban_lifts_one_that_is_to_begin()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var later = SampleData.Ban(blog.Id, "user:1", SampleData.Now.AddSeconds(3));
        var now = SampleData.Ban(blog.Id, "user:1");
        await Store.Bans.AddBanAsync(later, default).ConfigureAwait(false);
        await Store.Bans.AddBanAsync(now, default).ConfigureAwait(false);

        Same.Content<Ban[]>(
            [later with { LiftedAt = later.At, LiftedBy = now.ActorKey }, now], await ListAsync(blog.Id).ConfigureAwait(false));
        Same.Content<Ban[]>(
            [now], [.. await Store.Bans.ListBansAsync(blog.Id, SampleData.Now.AddDays(1), 9, default).ConfigureAwait(false)]);
    }

    /// <summary>A ban with the same blog, key and moment replaces the first.</summary>
    [Fact]
    public async Task A_ban_of_the_same_moment_replaces_the_first()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        await Store.Bans.AddBanAsync(SampleData.Ban(blog.Id, "user:1"), default).ConfigureAwait(false);
        var again = SampleData.Ban(blog.Id, "user:1") with { Reason = "Again.", Until = SampleData.Now.AddDays(1) };
        await Store.Bans.AddBanAsync(again, default).ConfigureAwait(false);

        Same.Content<Ban[]>([again], await ListAsync(blog.Id).ConfigureAwait(false));
        Assert.Single(await Store.Bans.ListBansAsync(blog.Id, SampleData.Now, 9, default).ConfigureAwait(false));
    }

    /// <summary>A ban that is sent again after it was lifted, or after another came, changes neither.</summary>
    [Fact]
    public async Task A_ban_that_is_sent_again_takes_back_no_lifting_and_lifts_no_other()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var lifted = SampleData.Ban(blog.Id, "user:1");
        var followed = SampleData.Ban(blog.Id, "user:2");
        var next = SampleData.Ban(blog.Id, "user:2", SampleData.Now.AddHours(1));
        foreach (var ban in new[] { lifted, followed, next })
        {
            await Store.Bans.AddBanAsync(ban, default).ConfigureAwait(false);
        }

        Assert.True(await Store.Bans.LiftBanAsync(
            blog.Id, "user:1", ActorKey.User("other"), SampleData.Now.AddMinutes(1), default).ConfigureAwait(false));
        var before = await ListAsync(blog.Id).ConfigureAwait(false);

        await Store.Bans.AddBanAsync(lifted, default).ConfigureAwait(false);
        await Store.Bans.AddBanAsync(followed, default).ConfigureAwait(false);

        Same.Content<Ban[]>(before, await ListAsync(blog.Id).ConfigureAwait(false));
    }

    /// <summary>Lifting stores who and when; a ban that is not in force is not lifted.</summary>
    [Fact]
    public async Task A_ban_in_force_is_lifted_once()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var ban = SampleData.Ban(blog.Id, "user:1");
        await Store.Bans.AddBanAsync(ban, default).ConfigureAwait(false);
        var at = SampleData.Now.AddHours(3);

        Assert.False(await LiftAsync("user:2", at).ConfigureAwait(false));
        Assert.False(await LiftAsync("user:1", SampleData.Now.AddTicks(-1)).ConfigureAwait(false));
        Assert.True(await LiftAsync("user:1", at).ConfigureAwait(false));
        Assert.False(await LiftAsync("user:1", at.AddHours(1)).ConfigureAwait(false));
        Assert.False(
            await Store.Bans.LiftBanAsync(new BlogId(Sample.NextId()), "user:1", ActorKey.User("x"), at, default).ConfigureAwait(false));
        Same.Content<Ban[]>([ban with { LiftedAt = at, LiftedBy = ActorKey.User("x") }], await ListAsync(blog.Id).ConfigureAwait(false));

        Task<bool> LiftAsync(string key, DateTimeOffset at) => Store.Bans.LiftBanAsync(blog.Id, key, ActorKey.User("x"), at, default);
    }

    /// <summary>A ban of a blog that does not exist is refused.</summary>
    [Fact]
    public async Task A_ban_of_a_blog_that_is_not_there_is_refused()
    {
        var nowhere = new BlogId(Sample.NextId());

        await Assert.ThrowsAnyAsync<ArgumentException>(
            () => Store.Bans.AddBanAsync(SampleData.Ban(nowhere, "user:1"), default)).ConfigureAwait(false);
        Assert.Empty(await ListAsync(nowhere).ConfigureAwait(false));
    }

    private async Task<Ban[]> ListAsync(BlogId blogId) =>
        [.. await Store.Bans.ListBansAsync(blogId, null, 50, default).ConfigureAwait(false)];
}
