using BlogKit.Storage;
using Xunit;

namespace BlogKit.Specification;

/// <summary>
/// Tests the contract of <see cref="IDisplayNameStore"/>, and those of <see cref="ICommentIntakeStore"/> and
/// <see cref="ICommentChangeStore"/> about the names that users chose.
/// </summary>
public abstract class DisplayNameSpecification : StoreSpecification
{
    private const string Key = "user-1";

    /// <summary>Every field of a name is found again; user keys are compared ordinally, and each blog has its own names.</summary>
    [Fact]
    public async Task A_name_is_found_by_blog_and_user_alone()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var other = await Store.AddBlogAsync(Sample, "other").ConfigureAwait(false);
        var name = new DisplayName(blog.Id, "Üser|'1", "Zoë 🐝", SampleData.Now.AddTicks(7));

        Assert.Equal(SaveOutcome.Saved, await Store.DisplayNames.SaveDisplayNameAsync(name, default).ConfigureAwait(false));

        Assert.Equal(name, await Store.DisplayNames.FindDisplayNameAsync(blog.Id, "Üser|'1", default).ConfigureAwait(false));
        Assert.Null(await Store.DisplayNames.FindDisplayNameAsync(blog.Id, "üser|'1", default).ConfigureAwait(false));
        Assert.Null(await Store.DisplayNames.FindDisplayNameAsync(other.Id, "Üser|'1", default).ConfigureAwait(false));
    }

    /// <summary>A later name replaces the earlier one of the same user in the blog.</summary>
    [Fact]
    public async Task A_name_takes_the_place_of_the_one_before()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var second = SampleData.DisplayName(blog.Id, Key, "Second") with { ChosenAt = SampleData.Now.AddDays(1) };
        await Store.DisplayNames.SaveDisplayNameAsync(SampleData.DisplayName(blog.Id, Key, "First"), default).ConfigureAwait(false);

        Assert.Equal(SaveOutcome.Saved, await Store.DisplayNames.SaveDisplayNameAsync(second, default).ConfigureAwait(false));
        Assert.Equal(SaveOutcome.Saved, await Store.DisplayNames.SaveDisplayNameAsync(second, default).ConfigureAwait(false));

        Assert.Equal(second, await Store.DisplayNames.FindDisplayNameAsync(blog.Id, Key, default).ConfigureAwait(false));
    }

    /// <summary>A name in a blog that does not exist is missing.</summary>
    [Fact]
    public async Task A_name_in_a_blog_that_is_not_there_is_missing()
    {
        var nowhere = new BlogId(Sample.NextId());

        Assert.Equal(
            SaveOutcome.Missing,
            await Store.DisplayNames.SaveDisplayNameAsync(SampleData.DisplayName(nowhere), default).ConfigureAwait(false));
        Assert.Null(await Store.DisplayNames.FindDisplayNameAsync(nowhere, Key, default).ConfigureAwait(false));
        Assert.False(await Store.DisplayNames.DeleteDisplayNameAsync(nowhere, Key, default).ConfigureAwait(false));
    }

    /// <summary>Deleting a name tells whether there was one, and leaves every other.</summary>
    [Fact]
    public async Task A_forgotten_name_is_gone_and_no_other()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        await Store.DisplayNames.SaveDisplayNameAsync(SampleData.DisplayName(blog.Id, Key), default).ConfigureAwait(false);
        await Store.DisplayNames.SaveDisplayNameAsync(SampleData.DisplayName(blog.Id, "user-2"), default).ConfigureAwait(false);

        Assert.True(await Store.DisplayNames.DeleteDisplayNameAsync(blog.Id, Key, default).ConfigureAwait(false));
        Assert.False(await Store.DisplayNames.DeleteDisplayNameAsync(blog.Id, Key, default).ConfigureAwait(false));

        Assert.Null(await Store.DisplayNames.FindDisplayNameAsync(blog.Id, Key, default).ConfigureAwait(false));
        Assert.NotNull(await Store.DisplayNames.FindDisplayNameAsync(blog.Id, "user-2", default).ConfigureAwait(false));
    }

    /// <summary>A comment and the name of its writer are stored in one transaction.</summary>
    [Fact]
    public async Task A_comment_brings_the_name_of_its_writer()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var comment = Sample.Comment(post) with { By = SampleData.User(Key, "Zoe") };

        var added = await Store.CommentIntake.AddAsync(
            SampleData.Addition(comment) with { DisplayName = "Zoe" }, default).ConfigureAwait(false);

        Assert.Equal(AdditionOutcome.Added, added.Outcome);
        Assert.Equal(
            new DisplayName(post.BlogId, Key, "Zoe", comment.CreatedAt),
            await Store.DisplayNames.FindDisplayNameAsync(post.BlogId, Key, default).ConfigureAwait(false));
    }

    /// <summary>A comment that is refused leaves no name.</summary>
    [Fact]
    public async Task A_comment_that_is_not_taken_leaves_no_name()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
        var comment = Sample.Comment(post) with { By = SampleData.User(Key, "Zoe") };

        var added = await Store.CommentIntake.AddAsync(
            SampleData.Addition(comment) with { DisplayName = "Zoe", CloseAfterCount = 1 }, default).ConfigureAwait(false);

        Assert.Equal(AdditionOutcome.Full, added.Outcome);
        Assert.Null(await Store.DisplayNames.FindDisplayNameAsync(post.BlogId, Key, default).ConfigureAwait(false));
    }

    /// <summary>A comment with another name than the kept one is refused, and the kept name stays.</summary>
    [Fact]
    public async Task A_comment_with_another_name_than_the_kept_one_is_not_taken()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var kept = SampleData.DisplayName(post.BlogId, Key, "Zoe");
        await Store.DisplayNames.SaveDisplayNameAsync(kept, default).ConfigureAwait(false);
        var other = Sample.Comment(post) with { By = SampleData.User(Key, "Yan") };
        var same = Sample.Comment(post) with { By = SampleData.User(Key, "Zoe") };

        var refused = await Store.CommentIntake.AddAsync(
            SampleData.Addition(other) with { DisplayName = "Yan" }, default).ConfigureAwait(false);
        var taken = await Store.CommentIntake.AddAsync(
            SampleData.Addition(same) with { DisplayName = "Zoe" }, default).ConfigureAwait(false);

        Assert.Equal((AdditionOutcome.OtherName, AdditionOutcome.Added), (refused.Outcome, taken.Outcome));
        Assert.Null(await Store.Comments.FindAsync(other.BlogId, other.Id, default).ConfigureAwait(false));
        Assert.Equal(kept, await Store.DisplayNames.FindDisplayNameAsync(post.BlogId, Key, default).ConfigureAwait(false));
    }

    /// <summary>One of many first comments at once stores the name; the others are refused.</summary>
    [Fact]
    public async Task Of_first_comments_at_once_one_brings_the_name()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var additions = Enumerable.Range(1, 8)
            .Select(number => SampleData.Addition(Sample.Comment(post) with { By = SampleData.User(Key, $"Name {number}") }) with
            {
                DisplayName = $"Name {number}",
            })
            .ToList();

        var results = await Task.WhenAll(
            additions.Select(addition => Task.Run(() => Store.CommentIntake.AddAsync(addition, default)))).ConfigureAwait(false);

        var winner = additions[Array.FindIndex(results, static r => r.Outcome is AdditionOutcome.Added)];
        Assert.Equal(7, results.Count(static r => r.Outcome is AdditionOutcome.OtherName));
        Assert.Equal(
            winner.DisplayName, (await Store.DisplayNames.FindDisplayNameAsync(post.BlogId, Key, default).ConfigureAwait(false))?.Name);
    }

    /// <summary>Intake returns the kept name of the user asked for, in the post's blog, and whether an author has it.</summary>
    [Fact]
    public async Task Intake_tells_the_name_that_is_kept()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var author = await Store.AddAuthorAsync(Sample, blog).ConfigureAwait(false);
        var post = await Store.AddPostAsync(Sample, blog).ConfigureAwait(false);
        var elsewhere = await Store.AddPostAsync(
            Sample, await Store.AddBlogAsync(Sample, "other").ConfigureAwait(false)).ConfigureAwait(false);
        await Store.DisplayNames.SaveDisplayNameAsync(SampleData.DisplayName(blog.Id, Key, "Zoe"), default).ConfigureAwait(false);
        await Store.DisplayNames.SaveDisplayNameAsync(
            SampleData.DisplayName(blog.Id, "user-2", author.DisplayName.ToLowerInvariant()), default).ConfigureAwait(false);

        var kept = await ReadAsync(post, Key).ConfigureAwait(false);
        var authors = await ReadAsync(post, "user-2").ConfigureAwait(false);

        Assert.Equal(("Zoe", false), (kept.DisplayName, kept.NameIsAuthors));
        Assert.True(authors.NameIsAuthors);
        Assert.True((await ReadAsync(post, Key, NameKey.From(author.DisplayName)).ConfigureAwait(false)).NameIsAuthors);
        Assert.Null((await ReadAsync(post, "user-3").ConfigureAwait(false)).DisplayName);
        Assert.Null((await ReadAsync(post, null).ConfigureAwait(false)).DisplayName);
        Assert.Null((await ReadAsync(elsewhere, Key).ConfigureAwait(false)).DisplayName);
    }

    /// <summary>Purging the last comment of a user deletes their name.</summary>
    [Fact]
    public async Task The_name_goes_with_the_last_comment_of_its_user_that_is_purged()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var first = await Store.AddCommentAsync(
            Sample, post, change: static c => c with { By = SampleData.User(Key, "Zoe") }).ConfigureAwait(false);
        var second = await Store.AddCommentAsync(
            Sample,
            post,
            change: static c => c with { By = SampleData.User(Key, "Zoe"), Status = CommentStatus.Deleted }).ConfigureAwait(false);
        var others = await Store.AddCommentAsync(
            Sample, post, change: static c => c with { By = SampleData.User("user-2", "Yan") }).ConfigureAwait(false);
        await Store.DisplayNames.SaveDisplayNameAsync(SampleData.DisplayName(post.BlogId, Key, "Zoe"), default).ConfigureAwait(false);

        await Store.PurgeAsync(others.BlogId, others.Id).ConfigureAwait(false);
        await Store.PurgeAsync(first.BlogId, first.Id).ConfigureAwait(false);
        var between = await Store.DisplayNames.FindDisplayNameAsync(post.BlogId, Key, default).ConfigureAwait(false);
        await Store.PurgeAsync(second.BlogId, second.Id).ConfigureAwait(false);

        Assert.NotNull(between);
        Assert.Null(await Store.DisplayNames.FindDisplayNameAsync(post.BlogId, Key, default).ConfigureAwait(false));
    }

    private Task<IntakeFacts> ReadAsync(Post post, string? userKey, string? typed = null) =>
        Store.CommentIntake.ReadIntakeAsync(
            new IntakeQuery { BlogId = post.BlogId, PostId = post.Id, NamelessUserKey = userKey, GuestNameKey = typed }, default);
}
