using BlogKit.Redirects;
using BlogKit.Storage;
using Xunit;

namespace BlogKit.Specification;

/// <summary>Tests the contract of <see cref="IRedirectStore"/>: an old address leads to one place, whatever that is.</summary>
public abstract class RedirectSpecification : StoreSpecification
{
    private static readonly Guid s_id = Guid.Parse("01890000-0000-7000-8000-000000000001");

    private static readonly PostId s_post = new(s_id);

    /// <summary>Every kind of target comes back as it was stored.</summary>
    [Fact]
    public async Task A_redirect_of_every_kind_comes_back()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        RedirectTarget[] targets =
        [
            RedirectTarget.Gone,
            RedirectTarget.Home,
            RedirectTarget.Feed,
            RedirectTarget.OfPost(s_post),
            RedirectTarget.OfComment(new CommentId(s_id)),
            RedirectTarget.OfCategory(new CategoryId(s_id)),
            RedirectTarget.OfAuthor(new AuthorId(s_id)),
            RedirectTarget.OfTag(Slug.From("boats")),
            RedirectTarget.OfMedia("a.png"),
            RedirectTarget.OfPath("/shop?page=2"),
        ];
        Redirect[] redirects =
        [
            .. targets.Select((to, i) => SampleData.Redirect(blog.Id, $"/old/{i}", to) with { ImportNumber = i == 0 ? null : i }),
        ];

        Assert.Equal(SaveOutcome.Saved, await Store.Redirects.SaveRedirectsAsync(blog.Id, redirects, default).ConfigureAwait(false));

        Assert.Equal(redirects, await Store.Redirects.ListRedirectsAsync(blog.Id, null, 100, default).ConfigureAwait(false));
        Assert.Equal(Enum.GetValues<RedirectKind>().Order(), targets.Select(static t => t.Kind).Order());
    }

    /// <summary>A later redirect of an address takes the place of the one before.</summary>
    [Fact]
    public async Task An_address_has_one_redirect()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        await SaveAsync(blog, SampleData.Redirect(blog.Id, "/a", RedirectTarget.OfPost(s_post))).ConfigureAwait(false);
        var second = SampleData.Redirect(blog.Id, "/A/");

        await SaveAsync(blog, second).ConfigureAwait(false);

        Assert.Equal<Redirect>([second], await Store.Redirects.ListRedirectsAsync(blog.Id, null, 5, default).ConfigureAwait(false));
    }

    /// <summary>Several are found in one call, each once.</summary>
    [Fact]
    public async Task Redirects_are_found_by_their_addresses()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var (a, b) = (SampleData.Redirect(blog.Id, "/a?p=1"), SampleData.Redirect(blog.Id, "/b"));
        await SaveAsync(blog, a, b).ConfigureAwait(false);

        var found = await Store.Redirects.FindManyRedirectsAsync(
            blog.Id, [a.From, OldAddress.Parse("/none"), b.From, a.From], default).ConfigureAwait(false);

        Assert.Equal<Redirect>([a, b], found.OrderBy(static r => r.From.Value, StringComparer.Ordinal));
    }

    /// <summary>A list goes on behind an address, without gaps and repetitions.</summary>
    [Fact]
    public async Task A_list_goes_on_behind_an_address()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        await SaveAsync(blog, [.. Enumerable.Range(0, 25).Select(i => SampleData.Redirect(blog.Id, $"/old/{i:00}"))]).ConfigureAwait(false);
        List<Redirect> all = [];
        while (true)
        {
            OldAddress? after = all.Count == 0 ? null : all[^1].From;
            var page = await Store.Redirects.ListRedirectsAsync(blog.Id, after, 10, default).ConfigureAwait(false);
            if (page.IsEmpty)
            {
                break;
            }

            all.AddRange(page);
        }

        Assert.Equal(
            Enumerable.Range(0, 25).Select(static i => $"/old/{i:00}"), all.Select(static r => r.From.Value), StringComparer.Ordinal);
    }

    /// <summary>Deleting tells how many there were.</summary>
    [Fact]
    public async Task Deleting_tells_how_many_there_were()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var a = SampleData.Redirect(blog.Id, "/a");
        await SaveAsync(blog, a).ConfigureAwait(false);

        Assert.Equal(1, await Store.Redirects.DeleteRedirectsAsync(
            blog.Id, [a.From, OldAddress.Parse("/b")], default).ConfigureAwait(false));
        Assert.Empty(await Store.Redirects.ListRedirectsAsync(blog.Id, null, 5, default).ConfigureAwait(false));
    }

    /// <summary>Redirects of another blog are neither found nor deleted nor saved.</summary>
    [Fact]
    public async Task Redirects_of_another_blog_are_out_of_reach()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var other = await Store.AddBlogAsync(Sample, "other").ConfigureAwait(false);
        var mine = SampleData.Redirect(blog.Id, "/a");
        await SaveAsync(blog, mine).ConfigureAwait(false);
        await Store.Redirects.SaveRedirectsAsync(
            other.Id, [SampleData.Redirect(other.Id, "/b")], default).ConfigureAwait(false);

        Assert.Empty(await Store.Redirects.FindManyRedirectsAsync(other.Id, [mine.From], default).ConfigureAwait(false));
        Assert.Equal(0, await Store.Redirects.DeleteRedirectsAsync(other.Id, [mine.From], default).ConfigureAwait(false));
        await Assert.ThrowsAsync<ArgumentException>(
            () => Store.Redirects.SaveRedirectsAsync(other.Id, [mine], default)).ConfigureAwait(false);
        Assert.Equal<Redirect>([mine], await Store.Redirects.ListRedirectsAsync(blog.Id, null, 5, default).ConfigureAwait(false));
    }

    /// <summary>A blog that is not there keeps nothing.</summary>
    [Fact]
    public async Task A_blog_that_is_not_there_is_missing()
    {
        var nowhere = new BlogId(s_id);

        Assert.Equal(SaveOutcome.Missing, await Store.Redirects.SaveRedirectsAsync(
            nowhere, [SampleData.Redirect(nowhere, "/a")], default).ConfigureAwait(false));
    }

    private async Task SaveAsync(Blog blog, params Redirect[] redirects) => Assert.Equal(
        SaveOutcome.Saved, await Store.Redirects.SaveRedirectsAsync(blog.Id, redirects, default).ConfigureAwait(false));
}
