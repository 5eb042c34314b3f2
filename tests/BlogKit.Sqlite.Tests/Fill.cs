using BlogKit.Specification;
using BlogKit.Storage;

namespace BlogKit.Sqlite.Tests;

/// <summary>Short ways to fill a store.</summary>
internal static class Fill
{
    public static async Task<Post> PostAsync(SqliteStore store, SampleData sample, Func<Post, Post>? change = null)
    {
        var blog = sample.Blog();
        (await store.SaveAsync(blog, default)).Should().Be(SaveOutcome.Saved);
        var author = sample.Author(blog.Id);
        (await store.SaveAsync(author, default)).Should().Be(SaveOutcome.Saved);
        var post = sample.Post(blog.Id, author.Id);
        post = change is null ? post : change(post);
        (await store.SaveAsync(new PostSave(post, null), default)).Should().Be(SaveOutcome.Saved);
        return post with { Version = 1 };
    }

    public static async Task<Comment> CommentAsync(
        SqliteStore store, SampleData sample, Post post, string? text = null, Comment? parent = null)
    {
        var comment = sample.Comment(post, parent);
        comment = text is null ? comment : comment with { Markdown = text, Html = text, PlainText = text };
        (await store.AddAsync(SampleData.Addition(comment), default)).Outcome.Should().Be(AdditionOutcome.Added);
        return comment with { Version = 1 };
    }
}
