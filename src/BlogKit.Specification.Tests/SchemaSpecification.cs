using BlogKit.Storage;
using Xunit;

namespace BlogKit.Specification;

/// <summary>
/// Tests the contract of <see cref="IStoreSchema"/> for a store that is up to date. Migrations from older versions are for the store's own
/// tests.
/// </summary>
public abstract class SchemaSpecification : StoreSpecification
{
    /// <summary>Applying the schema again succeeds, and removes nothing.</summary>
    [Fact]
    public async Task Applying_the_schema_again_changes_nothing()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var comment = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);

        await Store.Schema.ApplyAsync(default).ConfigureAwait(false);

        Same.Content(post, await Store.Posts.FindAsync(post.BlogId, post.Id, default).ConfigureAwait(false));
        Same.Content(comment, await Store.GetAsync(comment.BlogId, comment.Id).ConfigureAwait(false));
    }

    /// <summary>Two hosts may apply the schema at once.</summary>
    [Fact]
    public async Task The_schema_may_be_applied_from_many_tasks_at_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Store.Schema.ApplyAsync(default)))).ConfigureAwait(false);

        await Store.AddPostAsync(Sample).ConfigureAwait(false);
    }

    /// <summary>A store that can be read passes its check.</summary>
    [Fact]
    public Task A_prepared_store_passes_its_check() => Store.Schema.CheckAsync(default);

    /// <summary>A store that can be written passes its check, which leaves nothing behind.</summary>
    [Fact]
    public async Task A_prepared_store_can_be_written()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);

        await Store.Schema.CheckWritingAsync(default).ConfigureAwait(false);

        Same.Content(post, await Store.Posts.FindAsync(post.BlogId, post.Id, default).ConfigureAwait(false));
        await new StoreCheck(Store, "after a look").EverythingAsync().ConfigureAwait(false);
    }

    /// <summary>An acknowledged write is there after the process went away and came back.</summary>
    [Fact]
    public async Task What_was_saved_survives_a_restart()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var comment = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);

        await Store.RestartAsync().ConfigureAwait(false);

        Same.Content(post, await Store.Posts.FindAsync(post.BlogId, post.Id, default).ConfigureAwait(false));
        Same.Content(comment, await Store.GetAsync(comment.BlogId, comment.Id).ConfigureAwait(false));
        await new StoreCheck(Store, "after a restart").EverythingAsync().ConfigureAwait(false);
    }
}
