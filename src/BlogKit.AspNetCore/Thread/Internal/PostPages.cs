using BlogKit.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Internal;

/// <summary>A post's page and what leads to it.</summary>
internal sealed class PostPages(
    PostService posts,
    CommentService comments,
    ThreadService threads,
    PostPageComposer composer,
    PostAccess access,
    PasswordGate passwords,
    PageRenderer renderer,
    Messages messages,
    FormReader reader,
    IAntiforgery antiforgery,
    IOptions<BlogKitOptions> options,
    IOptions<PageOptions> pageOptions,
    TimeProvider clock)
{
    /// <summary>GET {slug}.</summary>
    public async Task ShowAsync(BlogRequest request)
    {
        if (await FindAsync(request).ConfigureAwait(false) is not { } found)
        {
            return;
        }

        if (!found.IsCurrent)
        {
            Redirection.Write(
                request.Http,
                StatusCodes.Status301MovedPermanently,
                request.Links.Post(found.Post.Slug) + request.Http.Request.QueryString.ToUriComponent());
            return;
        }

        if (!access.IsOpen(request, found.Post))
        {
            await AskPasswordAsync(request, found.Post, StatusCodes.Status200OK, wasWrong: false).ConfigureAwait(false);
            return;
        }

        var query = PostPageQuery.Of(request) with { Notice = OwnDeeds.Words(request) };
        await ShowAsync(request, found.Post, query).ConfigureAwait(false);
    }

    /// <summary>The post's page.</summary>
    public async Task ShowAsync(BlogRequest request, Post post, PostPageQuery query)
    {
        request.Shared?.AddThread(post.Id);
        var model = await composer.ComposeAsync(request, post, query).ConfigureAwait(false);
        if (model.Succeeded
            && query.Cursor is not null
            && model.Value.Thread is { Page: { Roots.IsEmpty: true } emptied })
        {
            // What was on the page is gone: the reader goes on where something is.
            var path = request.Links.Post(post.Slug);
            path = query.Sort is { } order ? BlogLinks.WithQuery(path, "sort", PageText.SortName(order)) : path;
            Redirection.Write(
                request.Http,
                StatusCodes.Status302Found,
                (emptied.Previous is { } back ? BlogLinks.WithQuery(path, "comments", back) : path) + "#comments");
            return;
        }

        await (model.Succeeded
            ? renderer.WriteAsync<Components.PostView, PostModel>(request.Http, StatusCodes.Status200OK, model.Value)
            : messages.FailedAsync(request, model.Error)).ConfigureAwait(false);
    }

    /// <summary>Gives a comment back without the thread.</summary>
    public async Task ShowRefusedAsync(BlogRequest request, Post post, PostPageQuery query, int status)
    {
        var model = await composer.ComposeRefusedAsync(request, post, query).ConfigureAwait(false);
        await renderer.WriteAsync<Components.RefusedCommentView, RefusedCommentModel>(request.Http, status, model).ConfigureAwait(false);
    }

    /// <summary>The post of the route, or null after the answer was written. In another spelling than its own it is not current.</summary>
    public async Task<PostBySlug?> FindAsync(BlogRequest request)
    {
        if (!Slug.TryFold(request.FindRouteValue("slug"), out var slug))
        {
            await messages.NotFoundAsync(request).ConfigureAwait(false);
            return null;
        }

        var found = await posts.GetBySlugAsync(request.Blog.Id, slug, request.Actor, request.Aborted).ConfigureAwait(false);
        if (!found.Succeeded)
        {
            await messages.FailedAsync(request, found.Error).ConfigureAwait(false);
            return null;
        }

        return slug.IsSpelled(request.FindRouteValue("slug")) ? found.Value : found.Value with { IsCurrent = false };
    }

    public Task AskPasswordAsync(BlogRequest request, Post post, int status, bool wasWrong)
    {
        if (LimitRefusal.Of(request.Http) is { } refusal)
        {
            return messages.FailedAsync(request, refusal.Error);
        }

        request.KeepToVisitor();
        var frame = request.Frame(post.Title) with { NoIndex = true };
        var tokens = antiforgery.GetAndStoreTokens(request.Http);
        return renderer.WriteAsync<Components.PasswordView, PasswordModel>(
            request.Http, status, new PasswordModel(frame, request.Links.PostPassword(post.Slug), tokens) { WasWrong = wasWrong });
    }

    /// <summary>GET {slug}/comments: where a reader lands who reloads an answer to the form.</summary>
    public async Task ShowCommentsAsync(BlogRequest request)
    {
        if (await FindAsync(request).ConfigureAwait(false) is { } found)
        {
            Redirection.Write(request.Http, StatusCodes.Status302Found, request.Links.Post(found.Post.Slug) + "#comments");
        }
    }

    /// <summary>GET comments/{id}: at most 5 commands.</summary>
    public async Task FollowPermalinkAsync(BlogRequest request)
    {
        if (BlogRequest.CommentFrom(request.FindRouteValue("id")) is not { } id
            || await LocateAsync(request, id).ConfigureAwait(false) is not { } place)
        {
            await messages.NotFoundAsync(request).ConfigureAwait(false);
            return;
        }

        Redirection.Write(request.Http, StatusCodes.Status302Found, place.Path);
    }

    /// <summary>GET replies/{id}: what is below one comment.</summary>
    public async Task ShowRepliesAsync(BlogRequest request)
    {
        if (BlogRequest.CommentFrom(request.FindRouteValue("id")) is not { } id
            || await threads.LocateAsync(request.Blog.Id, id, request.Aborted).ConfigureAwait(false) is not { Succeeded: true } location
            || await FindShownAsync(request, location.Value.PostId).ConfigureAwait(false) is not { } post)
        {
            await messages.NotFoundAsync(request).ConfigureAwait(false);
            return;
        }

        if (!access.IsOpen(request, post))
        {
            await AskPasswordAsync(request, post, StatusCodes.Status200OK, wasWrong: false).ConfigureAwait(false);
            return;
        }

        var replies = await threads.ReadRepliesAsync(
            new RepliesPageQuery(request.Blog.Id, id)
            {
                PostAuthorIds = post.AuthorIds,
                Cursor = request.FindQueryValue("cursor"),
                Viewer = request.Actor,
            },
            request.Aborted).ConfigureAwait(false);
        if (!replies.Succeeded)
        {
            await messages.FailedAsync(request, replies.Error).ConfigureAwait(false);
            return;
        }

        var under = await comments.GetAsync(request.Blog.Id, id, request.Actor, request.Aborted).ConfigureAwait(false);
        var name = under is { Succeeded: true, Value.Status: CommentStatus.Approved } ? under.Value.By.Name : null;
        var counts = await threads.CountAsync(request.Blog.Id, post.Id, request.Aborted).ConfigureAwait(false);
        var isFile = request.IsStatic;
        var settings = request.Blog.Comments.With(post.Comments);
        var isOpen = settings.FindClosedReason(post.PublishedAt, counts.Approved, clock.GetUtcNow()) is null && !isFile;
        request.Shared?.AddThread(post.Id);
        var frame = request.Frame(request.Text.Format("thread.replies-on", post.Title)) with { NoIndex = true };
        var model = new RepliesModel(frame, ReaderPost.Of(post), replies.Value)
        {
            Name = name,
            CanReply = isOpen,
            Highlighted = OwnDeeds.Read(request) is null ? null : BlogRequest.CommentFrom(request.FindQueryValue("comment")),
            Notice = OwnDeeds.Words(request),
            CanFlag = !isFile && options.Value.Moderation.Flags.Enabled,
            Avatars = pageOptions.Value.Avatars,
            Antiforgery = request.Shared is null && !isFile ? Forms.TokensFor(request.Http, antiforgery) : null,
        };
        await renderer.WriteAsync<Components.RepliesView, RepliesModel>(request.Http, StatusCodes.Status200OK, model).ConfigureAwait(false);
    }

    /// <summary>POST {slug}/password.</summary>
    public async Task UnlockAsync(BlogRequest request)
    {
        var tooMany = passwords.Knock(request.Http);
        if (tooMany is not null)
        {
            await messages.FailedAsync(request, tooMany.Error).ConfigureAwait(false);
            return;
        }

        if (await FindAsync(request).ConfigureAwait(false) is not { } found)
        {
            return;
        }

        var back = request.Links.Post(found.Post.Slug);
        if (await reader.ReadAsync(request, messages, back).ConfigureAwait(false) is not { } form)
        {
            return;
        }

        passwords.Let(request.Http);
        if (found.Post.Visibility is PostVisibility.Password)
        {
            var (isRight, refusal) = await passwords.TryAsync(
                request.Http, found.Post, Forms.Field(form, "password") ?? "").ConfigureAwait(false);
            if (refusal is not null)
            {
                await messages.FailedAsync(request, refusal.Error).ConfigureAwait(false);
                return;
            }

            if (!isRight)
            {
                await AskPasswordAsync(request, found.Post, StatusCodes.Status422UnprocessableEntity, wasWrong: true).ConfigureAwait(false);
                return;
            }

            access.Open(request, found.Post);
        }

        Redirection.Write(request.Http, StatusCodes.Status303SeeOther, back);
    }

    /// <summary>A readable post of this blog whose discussion is shown.</summary>
    public async Task<Post?> FindShownAsync(BlogRequest request, PostId id)
    {
        var found = await posts.GetAsync(request.Blog.Id, id, request.Actor, request.Aborted).ConfigureAwait(false);
        return found.Succeeded
            && request.Blog.Comments.With(found.Value.Comments).Mode is not CommentMode.Hidden
            ? found.Value
            : null;
    }

    /// <summary>
    /// Where a comment is today, and the post it is on; null where this reader is shown it nowhere. At most 3 commands. Whether a password
    /// keeps the reader from the post is not asked.
    /// </summary>
    public async Task<(Post Post, string Path)?> LocateAsync(BlogRequest request, CommentId id)
    {
        var deed = OwnDeeds.Read(request);
        var location = await threads.LocateAsync(request.Blog.Id, id, request.Aborted).ConfigureAwait(false);
        if (location.Succeeded)
        {
            if (await FindShownAsync(request, location.Value.PostId).ConfigureAwait(false) is not { } post)
            {
                return null;
            }

            return (post, location.Value.RepliesCursor is { } cursor
                ? OwnDeeds.With($"{request.Links.Replies(location.Value.RootId, cursor)}#comment-{id}", deed, deed is null ? null : id)
                : OwnDeeds.With($"{request.Links.Post(post.Slug)}#comment-{id}", deed, id));
        }

        // Held comments have a place for their writer alone.
        var own = await comments.GetAsync(request.Blog.Id, id, request.Actor, request.Aborted).ConfigureAwait(false);
        return own is { Succeeded: true, Value: { Status: CommentStatus.Pending or CommentStatus.Spam } comment }
            && comment.IsOwnedBy(request.Actor)
            && await FindShownAsync(request, comment.PostId).ConfigureAwait(false) is { } held
            ? (held, OwnDeeds.With(CommentPages.HeldPath(request.Links, held.Slug, id), deed))
            : null;
    }
}
