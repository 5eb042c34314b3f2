using BlogKit.Storage;
using Xunit;

namespace BlogKit.Specification;

/// <summary>Tests the contract of <see cref="IFooterStore"/>.</summary>
public abstract class FooterSpecification : StoreSpecification
{
    /// <summary>Every field of a footer block is found again; blocks are listed by position, then identity.</summary>
    [Fact]
    public async Task Footer_blocks_are_listed_by_position_with_everything_they_had()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var author = await Store.AddAuthorAsync(Sample, blog).ConfigureAwait(false);
        var blocks = new[]
        {
            Sample.Footer(blog.Id, "Second", 2),
            Sample.Footer(blog.Id, "Third", 2) with
            {
                Scope = FooterBlockScope.Author,
                AuthorId = author.Id,
                Kind = FooterBlockKind.AuthorNote,
            },
            Sample.Footer(blog.Id, "First", -1) with { Scope = FooterBlockScope.Post, Kind = FooterBlockKind.CommentPolicy },
        };
        foreach (var block in blocks)
        {
            Assert.Equal(SaveOutcome.Saved, await Store.Footers.SaveAsync(block, default).ConfigureAwait(false));
        }

        var listed = await Store.Footers.ListAllAsync(blog.Id, default).ConfigureAwait(false);

        Same.Content([.. new[] { blocks[2], blocks[0], blocks[1] }.Select(static b => b with { Version = 1 })], listed);
    }

    /// <summary>Every outcome of saving a footer block.</summary>
    [Fact]
    public async Task A_footer_block_is_compared_and_swapped()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var block = Sample.Footer(blog.Id, "Shop");

        Assert.Equal(SaveOutcome.Saved, await Store.Footers.SaveAsync(block, default).ConfigureAwait(false));
        Assert.Equal(
            SaveOutcome.Saved, await Store.Footers.SaveAsync(block with { Name = "Store", Version = 1 }, default).ConfigureAwait(false));
        Assert.Equal(
            SaveOutcome.Conflict, await Store.Footers.SaveAsync(block with { Name = "Lost", Version = 1 }, default).ConfigureAwait(false));
        Assert.Equal(SaveOutcome.Duplicate, await Store.Footers.SaveAsync(block, default).ConfigureAwait(false));
        Assert.Equal(
            SaveOutcome.Missing,
            await Store.Footers.SaveAsync(Sample.Footer(blog.Id, "Gone") with { Version = 1 }, default).ConfigureAwait(false));
        Assert.Equal(
            SaveOutcome.Missing,
            await Store.Footers.SaveAsync(Sample.Footer(new BlogId(Sample.NextId()), "X"), default).ConfigureAwait(false));
        Same.Content(
            [block with { Name = "Store", Version = 2 }], await Store.Footers.ListAllAsync(blog.Id, default).ConfigureAwait(false));
    }

    /// <summary>Posts stay when their footer block is deleted.</summary>
    [Fact]
    public async Task Posts_lose_a_deleted_footer_block()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var kept = Sample.Footer(blog.Id, "Kept");
        var dropped = Sample.Footer(blog.Id, "Dropped");
        await Store.Footers.SaveAsync(kept, default).ConfigureAwait(false);
        await Store.Footers.SaveAsync(dropped, default).ConfigureAwait(false);
        var post = await Store.AddPostAsync(Sample, blog, p => p with { FooterBlockIds = [dropped.Id, kept.Id] }).ConfigureAwait(false);

        Assert.Equal(SaveOutcome.Conflict, await Store.Footers.DeleteAsync(dropped.BlogId, dropped.Id, 4, default).ConfigureAwait(false));
        Assert.Equal(SaveOutcome.Saved, await Store.Footers.DeleteAsync(dropped.BlogId, dropped.Id, 1, default).ConfigureAwait(false));
        Assert.Equal(SaveOutcome.Missing, await Store.Footers.DeleteAsync(dropped.BlogId, dropped.Id, 1, default).ConfigureAwait(false));

        Assert.Equal(
            [kept.Id], (await Store.Posts.FindAsync(post.BlogId, post.Id, default).ConfigureAwait(false))!.FooterBlockIds.AsEnumerable());
        Assert.Single(await Store.Footers.ListAllAsync(blog.Id, default).ConfigureAwait(false));
    }
}
