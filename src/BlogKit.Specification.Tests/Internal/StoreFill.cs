using BlogKit.Moderation;
using BlogKit.Storage;
using Xunit;

namespace BlogKit.Specification;

/// <summary>Short ways to fill a store that insist on success and return what is stored.</summary>
internal static class StoreFill
{
    public static async Task<Blog> AddBlogAsync(this StoreHarness store, SampleData sample, string? key = null)
    {
        var blog = sample.Blog(key);
        Assert.Equal(SaveOutcome.Saved, await store.Blogs.SaveAsync(blog, default).ConfigureAwait(false));
        return blog with { Version = 1 };
    }

    public static async Task<Author> AddAuthorAsync(this StoreHarness store, SampleData sample, Blog blog, string? name = null)
    {
        var author = sample.Author(blog.Id, name);
        Assert.Equal(SaveOutcome.Saved, await store.Authors.SaveAsync(author, default).ConfigureAwait(false));
        return author with { Version = 1 };
    }

    /// <summary>A post with a blog and an author of its own.</summary>
    public static async Task<Post> AddPostAsync(this StoreHarness store, SampleData sample)
    {
        var blog = await store.AddBlogAsync(sample).ConfigureAwait(false);
        return await store.AddPostAsync(sample, blog).ConfigureAwait(false);
    }

    public static async Task<Post> AddPostAsync(this StoreHarness store, SampleData sample, Blog blog, Func<Post, Post>? change = null)
    {
        var author = await store.AddAuthorAsync(sample, blog).ConfigureAwait(false);
        var post = sample.Post(blog.Id, author.Id);
        return await store.SaveAsync(change is null ? post : change(post)).ConfigureAwait(false);
    }

    public static async Task<Post> SaveAsync(this StoreHarness store, Post post)
    {
        Assert.Equal(SaveOutcome.Saved, await store.Posts.SaveAsync(new PostSave(post, null), default).ConfigureAwait(false));
        return post with { Version = post.Version + 1 };
    }

    public static async Task<Comment> AddCommentAsync(
        this StoreHarness store,
        SampleData sample,
        Post post,
        Comment? parent = null,
        CommentStatus status = CommentStatus.Approved,
        Func<Comment, Comment>? change = null)
    {
        var comment = sample.Comment(post, parent, status);
        comment = change is null ? comment : change(comment);
        var result = await store.CommentIntake.AddAsync(SampleData.Addition(comment), default).ConfigureAwait(false);
        Assert.Equal(AdditionOutcome.Added, result.Outcome);
        return comment with { Version = 1 };
    }

    public static async Task<Comment> AddAsync(this StoreHarness store, CommentAddition addition)
    {
        var result = await store.CommentIntake.AddAsync(addition, default).ConfigureAwait(false);
        Assert.Equal(AdditionOutcome.Added, result.Outcome);
        return addition.Comment with { Version = 1 };
    }

    /// <summary>Brings comments in whose identities are new, with nothing beside them.</summary>
    public static async Task ImportAsync(this StoreHarness store, IReadOnlyCollection<Comment> comments)
    {
        var results = await store.CommentIntake.ImportAsync([.. comments], default).ConfigureAwait(false);
        Assert.Equal(comments.Count, results.Length);
        Assert.All(results, static result => Assert.Equal(CommentImportOutcome.Stored, result.Outcome));
    }

    /// <summary>The log of a comment as it was given to the store: without positions.</summary>
    public static async Task<List<ModerationRecord>> RecordsAsync(this StoreHarness store, BlogId blogId, CommentId id) =>
        [.. (await store.ModerationLog.ListAllOfCommentAsync(blogId, id, default).ConfigureAwait(false)).Select(
            static r => r with { Position = 0 })];

    public static async Task<Comment> GetAsync(this StoreHarness store, BlogId blogId, CommentId id)
    {
        var comment = await store.Comments.FindAsync(blogId, id, default).ConfigureAwait(false);
        Assert.NotNull(comment);
        return comment;
    }

    /// <summary>Puts a comment into another status, whatever version it has.</summary>
    public static async Task<Comment> SetStatusAsync(this StoreHarness store, BlogId blogId, CommentId id, CommentStatus status)
    {
        var comment = await store.GetAsync(blogId, id).ConfigureAwait(false);
        Assert.Equal(SaveOutcome.Saved, await store.CommentChanges.UpdateAsync(ToStatus(comment, status), default).ConfigureAwait(false));
        return await store.GetAsync(blogId, id).ConfigureAwait(false);
    }

    public static CommentChange ToStatus(Comment comment, CommentStatus status)
    {
        var changed = comment with
        {
            Status = status,
            StatusBeforeRemoval = status is CommentStatus.Pending or CommentStatus.Approved ? null : comment.Status,
        };
        var action = status switch
        {
            CommentStatus.Approved => ModerationAction.Approved,
            CommentStatus.Pending => ModerationAction.Held,
            CommentStatus.Spam => ModerationAction.MarkedSpam,
            CommentStatus.Trashed => ModerationAction.Trashed,
            _ => ModerationAction.Withdrawn,
        };
        return new CommentChange(changed, SampleData.Record(comment, action, comment.Status, status));
    }

    public static async Task PurgeAsync(this StoreHarness store, BlogId blogId, CommentId id)
    {
        var comment = await store.GetAsync(blogId, id).ConfigureAwait(false);
        var record = SampleData.Record(comment, ModerationAction.Purged, comment.Status, CommentStatus.Deleted);
        Assert.Equal(
            SaveOutcome.Saved, await store.CommentChanges.PurgeAsync(blogId, id, comment.Version, record, default).ConfigureAwait(false));
    }

    public static async Task RelocateAsync(this StoreHarness store, BlogId blogId, CommentId id, PostId postId, CommentId? parentId)
    {
        var comment = await store.GetAsync(blogId, id).ConfigureAwait(false);
        var relocation = new CommentRelocation
        {
            BlogId = blogId,
            CommentId = id,
            Version = comment.Version,
            PostId = postId,
            ParentId = parentId,
            Record = SampleData.Record(comment, ModerationAction.Moved, comment.Status),
        };
        Assert.Equal(SaveOutcome.Saved, await store.CommentChanges.RelocateAsync(relocation, default).ConfigureAwait(false));
    }
}
