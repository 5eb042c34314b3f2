using BlogKit.Storage;

namespace BlogKit.Tests.Posts;

public sealed class TagIdentityTests
{
    [Theory]
    [InlineData("C", "c")]
    [InlineData("C#", "csharp")]
    [InlineData("C++", "cpp")]
    [InlineData("F#", "fsharp")]
    [InlineData("f♯", "fsharp")]
    [InlineData("Ｃ＃", "csharp")]
    [InlineData(".NET", "dotnet")]
    [InlineData("ASP.NET", "asp-net")]
    [InlineData("C++ templates", "cpp-templates")]
    [InlineData("A+", "a-plus")]
    [InlineData("A-", "a-minus")]
    [InlineData("A*", "a-star")]
    [InlineData("#bees", "bees")]
    [InlineData("Machine Learning", "machine-learning")]
    public void A_tag_has_a_readable_address(string name, string slug) => Tag.From(name).Slug.Value.Should().Be(slug);

    [Fact]
    public async Task Names_that_only_a_slug_makes_equal_stay_apart_in_one_post()
    {
        await using var blog = await TestBlog.StartAsync();

        var post = await blog.PublishAsync(
            with: static p => p with { Tags = ["C", "C#", "C++", "C@", "año", "ano", "🐝", "🍯", "R&D", "R D"] });

        post.Tags.Select(static t => t.Name).Should().Equal("C", "C#", "C++", "C@", "año", "ano", "🐝", "🍯", "R&D", "R D");
        post.Tags.Select(static t => t.Slug.Value)
            .Should().Equal("c", "csharp", "cpp", "c-2", "ano", "ano-2", "untitled", "untitled-2", "r-d", "r-d-2");
    }

    [Fact]
    public async Task Names_that_only_a_slug_makes_equal_stay_apart_between_posts()
    {
        await using var blog = await TestBlog.StartAsync();
        var first = await blog.DraftAsync(with: static p => p with { Tags = ["C@", "Bees"] });
        var second = await blog.DraftAsync(with: static p => p with { Tags = ["C", "BEES"] });
        await blog.Posts.PublishAsync(first.BlogId, first.Id, blog.EditorActor, first.Version);

        await blog.Posts.PublishAsync(second.BlogId, second.Id, blog.EditorActor, second.Version);

        (await blog.Posts.ListTagsAsync(blog.Blog.Id)).Select(static t => $"{t.Tag.Slug} {t.Tag.Name} {t.Posts}")
            .Should().Equal("bees Bees 2", "c C@ 1", "c-2 C 1");
    }

    [Fact]
    public async Task The_same_new_tag_of_posts_published_at_once_is_one_tag()
    {
        await using var blog = await TestBlog.StartAsync();

        var tags = await PublishAtOnceAsync(blog, Enumerable.Repeat("Propolis", 12));

        tags.Should().Equal("propolis Propolis 12");
    }

    [Fact]
    public async Task Spellings_of_a_new_tag_of_posts_published_at_once_are_one_tag()
    {
        await using var blog = await TestBlog.StartAsync();

        var tags = await PublishAtOnceAsync(blog, Enumerable.Range(0, 12).Select(static i => i % 2 == 0 ? "Bee Wax" : "bee-wax"));

        tags.Should().ContainSingle().Which.Should().Match(static t => t == "bee-wax Bee Wax 12" || t == "bee-wax bee-wax 12");
        (await blog.Get<IPostStore>().ListForDeskAsync(new PostDeskQuery { BlogId = blog.Blog.Id, Size = 50 }, default)).Items
            .SelectMany(static p => p.Tags).Distinct().Should().ContainSingle("a tag is spelled one way");
    }

    [Fact]
    public async Task New_names_that_only_a_slug_makes_equal_stay_apart_however_many_come_at_once()
    {
        await using var blog = await TestBlog.StartAsync();
        var names = new[] { "C", "C@", "C&", "C=", "C~", "C^" };

        var tags = await PublishAtOnceAsync(blog, names);

        tags.Select(static t => t.Split(' ')[1]).Should().BeEquivalentTo(names);
        tags.Select(static t => t.Split(' ')[0]).Should().BeEquivalentTo("c", "c-2", "c-3", "c-4", "c-5", "c-6");
    }

    [Theory]
    [InlineData("machine-learning")]
    [InlineData("MACHINE  LEARNING")]
    [InlineData("Ｍachine_Learning")]
    public async Task Another_posts_spelling_renames_no_tag(string spelling)
    {
        await using var blog = await TestBlog.StartAsync();
        await blog.PublishAsync(with: static p => p with { Tags = ["Machine Learning"] });

        var other = await blog.PublishAsync(with: p => p with { Tags = [spelling] });

        other.Tags.Should().Equal(Tag.From("Machine Learning"));
    }

    [Fact]
    public async Task What_only_one_post_carries_may_be_spelled_anew()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync(with: static p => p with { Tags = ["bees"] });

        var changed = (await blog.Posts.UpdateAsync(post with { Tags = [Tag.From("Bees")] }, blog.EditorActor)).Value;

        changed.Tags.Should().Equal(Tag.From("Bees"));
    }

    [Fact]
    public async Task A_numbered_tag_keeps_its_address_when_its_post_is_saved_again()
    {
        await using var blog = await TestBlog.StartAsync();
        var first = await blog.PublishAsync(with: static p => p with { Tags = ["C"] });
        var second = await blog.PublishAsync(with: static p => p with { Tags = ["C@"] });
        await blog.Posts.ArchiveAsync(first.BlogId, first.Id, blog.EditorActor, first.Version);

        var saved = (await blog.Posts.UpdateAsync(second with { Tags = [Tag.From("C@"), Tag.From("Wax")] }, blog.EditorActor)).Value;

        saved.Tags.Select(static t => t.Slug.Value).Should().Equal("c-2", "wax");
    }

    [Fact]
    public async Task A_tag_from_before_signs_were_spelled_keeps_its_address()
    {
        await using var blog = await TestBlog.StartAsync();
        var old = new Tag("C#", Slug.From("C#"));
        var post = await blog.DraftAsync();
        post = (await blog.Posts.UpdateAsync(post with { Tags = [old] }, blog.EditorActor)).Value;
        await blog.Posts.PublishAsync(post.BlogId, post.Id, blog.EditorActor, post.Version);

        var other = await blog.PublishAsync(with: static p => p with { Tags = ["c#", "C"] });

        other.Tags.Should().Equal(old, new Tag("C", Slug.From("C-2")));
    }

    private static async Task<List<string>> PublishAtOnceAsync(TestBlog blog, IEnumerable<string> tags)
    {
        using var start = new ManualResetEventSlim();
        var drafts = new List<Post>();
        foreach (var (index, tag) in tags.Index())
        {
            drafts.Add(await blog.DraftAsync($"Post {index}", with: p => p with { Tags = [tag] }));
        }

        var publishing = drafts.Select(draft => Task.Run(() =>
        {
            start.Wait();
            return blog.Posts.PublishAsync(draft.BlogId, draft.Id, blog.EditorActor, draft.Version);
        })).ToList();
        start.Set();
        foreach (var published in await Task.WhenAll(publishing))
        {
            published.Succeeded.Should().BeTrue();
        }

        return [.. (await blog.Posts.ListTagsAsync(blog.Blog.Id)).Select(static t => $"{t.Tag.Slug} {t.Tag.Name} {t.Posts}")];
    }
}
