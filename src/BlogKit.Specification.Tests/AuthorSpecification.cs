using BlogKit.Storage;
using Xunit;

namespace BlogKit.Specification;

/// <summary>Tests the contract of <see cref="IAuthorStore"/>.</summary>
public abstract class AuthorSpecification : StoreSpecification
{
    /// <summary>Every field of a saved author is found again, by every way of finding it.</summary>
    [Fact]
    public async Task A_saved_author_is_found_with_everything_it_had()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var author = await Store.AddAuthorAsync(Sample, blog, "Zoë Imker").ConfigureAwait(false);

        Same.Content([author], await Store.Authors.FindManyAsync(author.BlogId, [author.Id], default).ConfigureAwait(false));
        Same.Content(author, await Store.Authors.FindBySlugAsync(blog.Id, author.Slug, default).ConfigureAwait(false));
        Same.Content(author, await Store.Authors.FindByUserKeyAsync(blog.Id, author.UserKey!, default).ConfigureAwait(false));
    }

    /// <summary>An author whose optional fields are null is found as it was.</summary>
    [Fact]
    public async Task An_author_with_nothing_optional_is_found_as_it_was()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var author = Sample.Author(blog.Id) with
        {
            Email = null,
            UserKey = null,
            Credentials = null,
            AvatarUrl = null,
            Links = [],
            BioMarkdown = "",
            BioHtml = "",
        };

        await Store.Authors.SaveAsync(author, default).ConfigureAwait(false);

        Same.Content(
            [author with { Version = 1 }], await Store.Authors.FindManyAsync(author.BlogId, [author.Id], default).ConfigureAwait(false));
    }

    /// <summary>Authors are returned in the order asked for.</summary>
    [Fact]
    public async Task Authors_are_found_in_the_order_asked_for_and_missing_ones_left_out()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var first = await Store.AddAuthorAsync(Sample, blog).ConfigureAwait(false);
        var second = await Store.AddAuthorAsync(Sample, blog).ConfigureAwait(false);

        var found = await Store.Authors.FindManyAsync(
            second.BlogId, [second.Id, new AuthorId(Sample.NextId()), first.Id], default).ConfigureAwait(false);

        Assert.Equal([second.Id, first.Id], found.Select(static a => a.Id));
        Assert.Empty(await Store.Authors.FindManyAsync(blog.Id, [], default).ConfigureAwait(false));
    }

    /// <summary>A slug or user key of one blog finds nothing in another.</summary>
    [Fact]
    public async Task Authors_belong_to_one_blog()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var other = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var author = await Store.AddAuthorAsync(Sample, blog).ConfigureAwait(false);

        Assert.Null(await Store.Authors.FindBySlugAsync(other.Id, author.Slug, default).ConfigureAwait(false));
        Assert.Null(await Store.Authors.FindByUserKeyAsync(other.Id, author.UserKey!, default).ConfigureAwait(false));
        var twin = Sample.Author(other.Id) with { Slug = author.Slug, UserKey = author.UserKey };
        Assert.Equal(SaveOutcome.Saved, await Store.Authors.SaveAsync(twin, default).ConfigureAwait(false));
        Assert.Single(await Store.Authors.ListAllAsync(blog.Id, default).ConfigureAwait(false));
    }

    /// <summary>User keys are compared as they are, ordinally.</summary>
    [Fact]
    public async Task User_keys_are_compared_ordinally()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        await Store.Authors.SaveAsync(Sample.Author(blog.Id) with { UserKey = "Straße" }, default).ConfigureAwait(false);

        Assert.Null(await Store.Authors.FindByUserKeyAsync(blog.Id, "straße", default).ConfigureAwait(false));
        Assert.NotNull(await Store.Authors.FindByUserKeyAsync(blog.Id, "Straße", default).ConfigureAwait(false));
    }

    /// <summary>Authors are listed by name, then identity.</summary>
    [Fact]
    public async Task Authors_are_listed_by_name()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        foreach (var name in new[] { "b", "É", "B", "a", "B" })
        {
            await Store.AddAuthorAsync(Sample, blog, name).ConfigureAwait(false);
        }

        var listed = await Store.Authors.ListAllAsync(blog.Id, default).ConfigureAwait(false);

        Assert.Equal("B B a b É", string.Join(" ", listed.Select(static a => a.DisplayName)));
        Assert.True(listed[0].Id < listed[1].Id);
    }

    /// <summary>Every outcome of saving an author.</summary>
    [Fact]
    public async Task An_author_is_compared_and_swapped()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var author = await Store.AddAuthorAsync(Sample, blog).ConfigureAwait(false);
        var other = await Store.AddAuthorAsync(Sample, blog).ConfigureAwait(false);

        Assert.Equal(SaveOutcome.Saved, await Store.Authors.SaveAsync(author with { DisplayName = "New" }, default).ConfigureAwait(false));
        Assert.Equal(
            SaveOutcome.Conflict, await Store.Authors.SaveAsync(author with { DisplayName = "Newer" }, default).ConfigureAwait(false));
        Assert.Equal(
            SaveOutcome.Duplicate, await Store.Authors.SaveAsync(other with { Slug = author.Slug }, default).ConfigureAwait(false));
        Assert.Equal(
            SaveOutcome.Duplicate, await Store.Authors.SaveAsync(other with { UserKey = author.UserKey }, default).ConfigureAwait(false));
        Assert.Equal(
            SaveOutcome.Duplicate,
            await Store.Authors.SaveAsync(Sample.Author(blog.Id) with { Slug = author.Slug }, default).ConfigureAwait(false));
        Assert.Equal(
            SaveOutcome.Missing, await Store.Authors.SaveAsync(Sample.Author(blog.Id) with { Version = 3 }, default).ConfigureAwait(false));
        Assert.Equal(
            SaveOutcome.Missing, await Store.Authors.SaveAsync(Sample.Author(new BlogId(Sample.NextId())), default).ConfigureAwait(false));
        Same.Content(
            [author with { DisplayName = "New", Version = 2 }, other],
            await Store.Authors.FindManyAsync(author.BlogId, [author.Id, other.Id], default).ConfigureAwait(false));
    }
}
