using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>What of a blog stands on pages of the application's.</summary>
internal sealed class BlogWidgets(
    BlogMounts mounts,
    BlogRequests requests,
    PostService posts,
    PostPageComposer composer,
    PostAccess access)
{
    private const int MostPosts = 50;

    /// <summary>The newest posts; null when the blog does not exist. Two commands, one more for a signed-in user.</summary>
    public async Task<RecentPostsModel?> ListRecentAsync(HttpContext context, string? blogKey, int count)
    {
        if (await requests.OpenAsync(context, mounts.Get(context, blogKey)).ConfigureAwait(false) is not { } request)
        {
            return null;
        }

        // Asking for more than a page may have would be refused; whoever asks wants as many as there can be.
        var read = await posts.ListAsync(
            new PostListQuery(request.Blog.Id) { Size = Math.Clamp(count, 1, MostPosts) }, request.Aborted).ConfigureAwait(false);
        if (!read.Succeeded)
        {
            read = await posts.ListAsync(new PostListQuery(request.Blog.Id), request.Aborted).ConfigureAwait(false);
        }

        return new RecentPostsModel(
            request.Frame(request.Blog.Name), read.Succeeded ? [.. read.Value.Items.Select(ReaderPostSummary.Of)] : []);
    }

    /// <summary>A post's discussion as its own page would show it to this viewer; null when there is nothing they may see.</summary>
    public async Task<PostModel?> ReadThreadAsync(HttpContext context, string? blogKey, string slug)
    {
        if (!Slug.TryFold(slug, out var parsed)
            || await requests.OpenAsync(context, mounts.Get(context, blogKey)).ConfigureAwait(false) is not { } request
            || await posts.GetBySlugAsync(
                request.Blog.Id,
                parsed,
                request.Actor,
                request.Aborted).ConfigureAwait(false) is not { Succeeded: true, Value.Post: { } post }
            || !access.IsOpen(request, post))
        {
            return null;
        }

        request.Shared?.AddThread(post.Id);
        var query = PostPageQuery.Of(request) with { ReturnTo = ReturnPath.Of(context.Request) };
        var model = await composer.ComposeAsync(request, post, query).ConfigureAwait(false);

        // The application's page may use the same names for something else: then the thread begins at its beginning.
        model = model.Succeeded
            ? model
            : await composer.ComposeAsync(request, post, new PostPageQuery { ReturnTo = query.ReturnTo }).ConfigureAwait(false);
        return model is { Succeeded: true, Value.Thread: not null }
            ? model.Value with { Frame = model.Value.Frame with { PageUrl = query.ReturnTo ?? "" } }
            : null;
    }
}
