using BlogKit.Storage;
using Xunit;

namespace BlogKit.Specification;

/// <summary>Tests the contract of <see cref="IBlogStore"/>.</summary>
public abstract class BlogSpecification : StoreSpecification
{
    /// <summary>Every field of a saved blog is found again.</summary>
    [Fact]
    public async Task A_saved_blog_is_found_with_everything_it_had()
    {
        var blog = Sample.Blog() with
        {
            Language = "de-CH",
            Comments = new CommentSettings
            {
                Mode = CommentMode.Closed,
                CloseAfterDays = 14,
                CloseAfterCount = 100,
                Sensitivity = ModerationSensitivity.High,
            },
            Reactions = [new ReactionKind("bee", "🐝", "Buzz"), new ReactionKind("like", "👍", "Like")],
        };

        Assert.Equal(SaveOutcome.Saved, await Store.Blogs.SaveAsync(blog, default).ConfigureAwait(false));

        Same.Content(blog with { Version = 1 }, await Store.Blogs.FindAsync(blog.Id, default).ConfigureAwait(false));
        Same.Content(blog with { Version = 1 }, await Store.Blogs.FindByKeyAsync(blog.Key, default).ConfigureAwait(false));
    }

    /// <summary>Finding returns null when there is no such blog.</summary>
    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        await Store.AddBlogAsync(Sample, "here").ConfigureAwait(false);

        Assert.Null(await Store.Blogs.FindAsync(new BlogId(Sample.NextId()), default).ConfigureAwait(false));
        Assert.Null(await Store.Blogs.FindByKeyAsync("there", default).ConfigureAwait(false));
        Assert.Null(await Store.Blogs.FindByKeyAsync("HERE", default).ConfigureAwait(false));
    }

    /// <summary>Every blog is listed, by identity.</summary>
    [Fact]
    public async Task Blogs_are_listed_by_identity()
    {
        var blogs = new[] { Sample.Blog("b"), Sample.Blog("a"), Sample.Blog("c") };
        foreach (var blog in blogs.Reverse())
        {
            await Store.Blogs.SaveAsync(blog, default).ConfigureAwait(false);
        }

        var listed = await Store.Blogs.ListAllAsync(default).ConfigureAwait(false);

        Assert.Equal(blogs.Select(static b => b.Id), listed.Select(static b => b.Id));
    }

    /// <summary>A change based on the stored version is saved, and its version is one higher.</summary>
    [Fact]
    public async Task A_change_based_on_the_stored_version_is_saved()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);

        var outcome = await Store.Blogs.SaveAsync(blog with { Name = "Changed", Key = "changed" }, default).ConfigureAwait(false);

        Assert.Equal(SaveOutcome.Saved, outcome);
        Same.Content(
            blog with { Name = "Changed", Key = "changed", Version = 2 },
            await Store.Blogs.FindByKeyAsync("changed", default).ConfigureAwait(false));
        Assert.Null(await Store.Blogs.FindByKeyAsync(blog.Key, default).ConfigureAwait(false));
    }

    /// <summary>A change based on another version changes nothing.</summary>
    [Fact]
    public async Task A_change_based_on_another_version_is_a_conflict()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        await Store.Blogs.SaveAsync(blog with { Name = "First" }, default).ConfigureAwait(false);

        var outcome = await Store.Blogs.SaveAsync(blog with { Name = "Second" }, default).ConfigureAwait(false);

        Assert.Equal(SaveOutcome.Conflict, outcome);
        Assert.Equal("First", (await Store.Blogs.FindAsync(blog.Id, default).ConfigureAwait(false))?.Name);
    }

    /// <summary>A change of a blog that does not exist is missing.</summary>
    [Fact]
    public async Task A_change_of_a_blog_that_is_not_there_is_missing() =>
        Assert.Equal(SaveOutcome.Missing, await Store.Blogs.SaveAsync(Sample.Blog() with { Version = 1 }, default).ConfigureAwait(false));

    /// <summary>A key belongs to one blog, also when it is changed; an identity is inserted once.</summary>
    [Fact]
    public async Task A_key_and_an_identity_belong_to_one_blog()
    {
        var first = await Store.AddBlogAsync(Sample, "first").ConfigureAwait(false);
        var second = await Store.AddBlogAsync(Sample, "second").ConfigureAwait(false);

        Assert.Equal(SaveOutcome.Duplicate, await Store.Blogs.SaveAsync(Sample.Blog("first"), default).ConfigureAwait(false));
        Assert.Equal(SaveOutcome.Duplicate, await Store.Blogs.SaveAsync(second with { Key = "first" }, default).ConfigureAwait(false));
        Assert.Equal(
            SaveOutcome.Duplicate, await Store.Blogs.SaveAsync(first with { Version = 0, Key = "third" }, default).ConfigureAwait(false));
        Assert.Equal(2, (await Store.Blogs.ListAllAsync(default).ConfigureAwait(false)).Length);
    }
}
