using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Finds the posts and discussions that whoever asks may read through the API.</summary>
internal sealed class ReadablePosts(PostService posts)
{
    private static ApiReply Locked { get; } = ApiProblems.Of(
        StatusCodes.Status403Forbidden, "Forbidden", "password-required", "This post is protected by a password. Read it on its page.");

    private static ApiReply Hidden { get; } = ApiProblems.Of(
        StatusCodes.Status404NotFound, "Not found", "comments-hidden", "The comments of this post are not shown.");

    /// <summary>The post of the route, or the answer: a former slug, or another spelling, of a GET leads on to the current one.</summary>
    /// <param name="call">The request.</param>
    /// <param name="tail">What follows the post in the path.</param>
    public async Task<(Post? Post, ApiReply? Refusal)> FindAsync(ApiCall call, string tail)
    {
        if (!Slug.TryFold(call.Request.FindRouteValue("slug"), out var slug))
        {
            return (null, ApiReply.NotFound(ErrorCodes.PostNotFound, "There is no such post."));
        }

        var found = await posts.GetBySlugAsync(call.Blog.Id, slug, call.Actor, call.Aborted).ConfigureAwait(false);
        if (!found.Succeeded)
        {
            return (null, ApiReply.Problem(found.Errors));
        }

        var post = found.Value.Post;
        if (!(found.Value.IsCurrent && slug.IsSpelled(call.Request.FindRouteValue("slug"))) && call.Operation.IsRead)
        {
            var path = call.Links.ApiPost(post.Slug)
                + (call.Request.FindRouteValue("id") is { } id ? $"{tail}/{Uri.EscapeDataString(id)}/replies" : tail);
            return (null, ApiReply.Moved(path + call.Request.Http.Request.QueryString.ToUriComponent()));
        }

        return PostAccess.IsOpenToApi(call.Request, post) ? (post, null) : (null, Locked);
    }

    /// <summary>The post of the route whose discussion is shown, or the answer.</summary>
    public async Task<(Post? Post, ApiReply? Refusal)> FindDiscussedAsync(ApiCall call)
    {
        var (post, refusal) = await FindAsync(call, "/comments").ConfigureAwait(false);
        return post is not null && IsHidden(call, post) ? (null, Hidden) : (post, refusal);
    }

    /// <summary>A post whose discussion whoever asks may read; else null.</summary>
    public async Task<Post?> FindDiscussedAsync(ApiCall call, PostId id)
    {
        var found = await posts.GetAsync(call.Blog.Id, id, call.Actor, call.Aborted).ConfigureAwait(false);
        return found.Succeeded && !IsHidden(call, found.Value) && PostAccess.IsOpenToApi(call.Request, found.Value)
            ? found.Value
            : null;
    }

    private static bool IsHidden(ApiCall call, Post post) => call.Blog.Comments.With(post.Comments).Mode is CommentMode.Hidden;
}
