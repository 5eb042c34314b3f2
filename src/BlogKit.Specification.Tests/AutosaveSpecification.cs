using BlogKit.Storage;
using Xunit;

namespace BlogKit.Specification;

/// <summary>Tests the contract of <see cref="IAutosaveStore"/>.</summary>
public abstract class AutosaveSpecification : StoreSpecification
{
    /// <summary>
    /// Every field of an unsaved text is found again, for a post and for one that does not exist yet, by its owner and post alone.
    /// </summary>
    [Fact]
    public async Task What_was_kept_is_found_by_its_owner_and_post_alone()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var other = await Store.AddBlogAsync(Sample, "other").ConfigureAwait(false);
        var post = await Store.AddPostAsync(Sample, blog).ConfigureAwait(false);
        var second = await Store.AddPostAsync(Sample, blog).ConfigureAwait(false);
        var ofPost = SampleData.Autosave(blog.Id, post.Id) with { BaseVersion = long.MaxValue, Markdown = "Ünï 🐝\r\n" };
        var ofNone = SampleData.Autosave(blog.Id) with { Title = "", Markdown = "", Fields = "" };

        Assert.Equal(SaveOutcome.Saved, await SaveAsync(ofPost).ConfigureAwait(false));
        Assert.Equal(SaveOutcome.Saved, await SaveAsync(ofNone).ConfigureAwait(false));

        Assert.Equal(ofPost, await FindAsync(blog.Id, post.Id).ConfigureAwait(false));
        Assert.Equal(ofNone, await FindAsync(blog.Id, null).ConfigureAwait(false));
        Assert.Null(await FindAsync(blog.Id, second.Id).ConfigureAwait(false));
        Assert.Null(await FindAsync(blog.Id, post.Id, "Author:1").ConfigureAwait(false));
        Assert.Null(await FindAsync(other.Id, null).ConfigureAwait(false));
        Assert.Null(await FindAsync(other.Id, post.Id).ConfigureAwait(false));
        Assert.Null(await FindAsync(blog.Id, new PostId(Sample.NextId())).ConfigureAwait(false));
    }

    /// <summary>A later text replaces the earlier one of the same owner and post.</summary>
    [Fact]
    public async Task What_is_kept_later_takes_the_place_of_what_was_kept_before()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var first = SampleData.Autosave(post.BlogId, post.Id);
        var others = first with { OwnerKey = ActorKey.Parse("author:2"), Markdown = "Theirs." };
        var second =
            first with { Title = "Second", Markdown = "More.", Fields = "{}", BaseVersion = 9, SavedAt = SampleData.Now.AddSeconds(-3) };
        await SaveAsync(first).ConfigureAwait(false);
        await SaveAsync(others).ConfigureAwait(false);

        Assert.Equal(SaveOutcome.Saved, await SaveAsync(second).ConfigureAwait(false));
        Assert.Equal(SaveOutcome.Saved, await SaveAsync(second).ConfigureAwait(false));

        Assert.Equal(second, await FindAsync(post.BlogId, post.Id).ConfigureAwait(false));
        Assert.Equal(others, await FindAsync(post.BlogId, post.Id, "author:2").ConfigureAwait(false));
    }

    /// <summary>No text is kept for a blog or post that does not exist, or for a post of another blog.</summary>
    [Fact]
    public async Task Nothing_is_kept_for_a_post_or_blog_that_is_not_there()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var other = await Store.AddBlogAsync(Sample, "other").ConfigureAwait(false);

        Assert.Equal(
            SaveOutcome.Missing, await SaveAsync(SampleData.Autosave(post.BlogId, new PostId(Sample.NextId()))).ConfigureAwait(false));
        Assert.Equal(SaveOutcome.Missing, await SaveAsync(SampleData.Autosave(new BlogId(Sample.NextId()))).ConfigureAwait(false));
        Assert.Equal(SaveOutcome.Missing, await SaveAsync(SampleData.Autosave(other.Id, post.Id)).ConfigureAwait(false));

        Assert.Null(await FindAsync(other.Id, post.Id).ConfigureAwait(false));
        Assert.Null(await FindAsync(other.Id, null).ConfigureAwait(false));
    }

    /// <summary>Deleting takes away only the text of that blog, owner and post, and tells whether there was one.</summary>
    [Fact]
    public async Task What_is_forgotten_is_gone_and_nothing_else()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        await SaveAsync(SampleData.Autosave(post.BlogId, post.Id)).ConfigureAwait(false);
        await SaveAsync(SampleData.Autosave(post.BlogId, post.Id) with { OwnerKey = ActorKey.Parse("author:2") }).ConfigureAwait(false);
        await SaveAsync(SampleData.Autosave(post.BlogId)).ConfigureAwait(false);

        Assert.True(
            await Store.Autosaves.DeleteAutosaveAsync(post.BlogId, post.Id, ActorKey.Parse("author:1"), default).ConfigureAwait(false));
        Assert.False(
            await Store.Autosaves.DeleteAutosaveAsync(post.BlogId, post.Id, ActorKey.Parse("author:1"), default).ConfigureAwait(false));

        Assert.Null(await FindAsync(post.BlogId, post.Id).ConfigureAwait(false));
        Assert.NotNull(await FindAsync(post.BlogId, post.Id, "author:2").ConfigureAwait(false));
        Assert.NotNull(await FindAsync(post.BlogId, null).ConfigureAwait(false));
    }

    /// <summary>Texts kept before a moment are deleted in every blog; one kept at the moment itself is not.</summary>
    [Fact]
    public async Task What_was_kept_before_a_moment_is_forgotten_in_every_blog()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var other = await Store.AddBlogAsync(Sample, "other").ConfigureAwait(false);
        await SaveAsync(SampleData.Autosave(post.BlogId, post.Id) with { SavedAt = SampleData.Now.AddTicks(-1) }).ConfigureAwait(false);
        await SaveAsync(SampleData.Autosave(other.Id) with { SavedAt = SampleData.Now.AddDays(-3) }).ConfigureAwait(false);
        await SaveAsync(SampleData.Autosave(post.BlogId) with { SavedAt = SampleData.Now }).ConfigureAwait(false);

        Assert.Equal(2, await Store.Autosaves.DeleteAutosavesAsync(SampleData.Now, default).ConfigureAwait(false));
        Assert.Equal(0, await Store.Autosaves.DeleteAutosavesAsync(SampleData.Now, default).ConfigureAwait(false));

        Assert.Null(await FindAsync(post.BlogId, post.Id).ConfigureAwait(false));
        Assert.Null(await FindAsync(other.Id, null).ConfigureAwait(false));
        Assert.NotNull(await FindAsync(post.BlogId, null).ConfigureAwait(false));
    }

    /// <summary>Deleting a post deletes every unsaved text for it.</summary>
    [Fact]
    public async Task A_deleted_post_takes_what_was_typed_along()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        await SaveAsync(SampleData.Autosave(post.BlogId, post.Id)).ConfigureAwait(false);
        await SaveAsync(SampleData.Autosave(post.BlogId)).ConfigureAwait(false);

        Assert.Equal(SaveOutcome.Saved, await Store.Posts.DeleteAsync(post.BlogId, post.Id, post.Version, default).ConfigureAwait(false));

        Assert.Null(await FindAsync(post.BlogId, post.Id).ConfigureAwait(false));
        Assert.NotNull(await FindAsync(post.BlogId, null).ConfigureAwait(false));
        Assert.Equal(1, await Store.Autosaves.DeleteAutosavesAsync(SampleData.Now.AddDays(1), default).ConfigureAwait(false));
    }

    private Task<SaveOutcome> SaveAsync(PostAutosave autosave) => Store.Autosaves.SaveAutosaveAsync(autosave, default);

    private Task<PostAutosave?> FindAsync(BlogId blogId, PostId? postId, string owner = "author:1") =>
        Store.Autosaves.FindAutosaveAsync(blogId, postId, ActorKey.Parse(owner), default);
}
