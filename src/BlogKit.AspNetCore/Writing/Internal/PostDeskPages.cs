using BlogKit.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>The list of posts at the desk, and the page that asks before one is deleted.</summary>
internal sealed class PostDeskPages(
    DeskFrames desk,
    PostService posts,
    AuthorService authors,
    WriterForms forms,
    PageRenderer renderer,
    Messages messages,
    IAntiforgery antiforgery,
    TimeProvider clock)
{
    private const int PageSize = 25;

    /// <summary>GET desk/posts: 2 commands and those of the desk.</summary>
    public async Task ListAsync(BlogRequest request)
    {
        var status = WriterText.ReadStatus(request.FindQueryValue("status"));
        PostKind? kind = request.FindQueryValue("kind") switch
        {
            "post" => PostKind.Post,
            "page" => PostKind.Page,
            _ => null,
        };
        var listed = await posts.ListForDeskAsync(
            new DeskPostsQuery(request.Blog.Id)
            {
                Status = status,
                Kind = kind,
                Size = PageSize,
                Cursor = request.FindQueryValue("cursor"),
            },
            request.Actor,
            request.Aborted).ConfigureAwait(false);
        if (!listed.Succeeded)
        {
            await messages.FailedAsync(request, listed.Error).ConfigureAwait(false);
            return;
        }

        var here = WriterLinks.Posts(request.Links);
        here = BlogLinks.WithQuery(here, "status", status is { } s ? WriterText.NameOf(s) : null);
        here = BlogLinks.WithQuery(here, "kind", kind is null ? null : request.FindQueryValue("kind"));
        if (EmptiedPage.LeadsOn(request, listed.Value, here))
        {
            return;
        }

        var frame = await desk.FrameAsync(request, DeskSection.Posts, request.Text["desk.posts"]).ConfigureAwait(false);
        var model = new PostDeskModel(frame with { Notice = WriterText.Notice(request) })
        {
            Posts = listed.Value.Items,
            Authors = await authors.FindManyAsync(
                request.Blog.Id,
                [.. listed.Value.Items.SelectMany(static p => p.AuthorIds).Distinct()],
                request.Aborted).ConfigureAwait(false),
            Now = clock.GetUtcNow(),
            Status = status,
            Kind = kind,
            NewerUrl = listed.Value.Previous is { } newer ? BlogLinks.WithQuery(here, "cursor", newer) : null,
            OlderUrl = listed.Value.Next is { } older ? BlogLinks.WithQuery(here, "cursor", older) : null,
        };
        await renderer.WriteBareAsync<Components.PostDeskView, PostDeskModel>(
            request.Http, StatusCodes.Status200OK, model).ConfigureAwait(false);
    }

    /// <summary>GET desk/posts/{id}/delete.</summary>
    public async Task AskDeleteAsync(BlogRequest request)
    {
        if (await FindAsync(request).ConfigureAwait(false) is { } post)
        {
            if (!request.Actor.ForBlog(request.Blog.Id).CanEditOthers)
            {
                await messages.ShowAsync(
                    request,
                    StatusCodes.Status403Forbidden,
                    request.Text["writer.not-allowed"],
                    request.Text["writer.not-allowed-text"]).ConfigureAwait(false);
                return;
            }

            var frame = await desk.FrameAsync(
                request, DeskSection.Posts, request.Text.Format("writer.delete-title", post.Title)).ConfigureAwait(false);
            await renderer.WriteBareAsync<Components.DeletePostView, DeletePostModel>(
                request.Http,
                StatusCodes.Status200OK,
                new DeletePostModel(frame, post, antiforgery.GetAndStoreTokens(request.Http))).ConfigureAwait(false);
        }
    }

    /// <summary>POST desk/posts/{id}/delete.</summary>
    public async Task DeleteAsync(BlogRequest request)
    {
        if (await FindAsync(request).ConfigureAwait(false) is not { } post)
        {
            return;
        }

        if (await forms.ReadAsync(request, WriterLinks.Delete(request.Links, post.Id)).ConfigureAwait(false) is not { } form)
        {
            return;
        }

        if (!WriterText.TryReadVersion(form, out var version))
        {
            await messages.UnreadableFormAsync(
                request, StatusCodes.Status400BadRequest, WriterLinks.Delete(request.Links, post.Id)).ConfigureAwait(false);
            return;
        }

        var deleted = await posts.DeleteAsync(post.BlogId, post.Id, request.Actor, version, request.Aborted).ConfigureAwait(false);
        if (deleted.Succeeded)
        {
            Redirection.Write(
                request.Http, StatusCodes.Status303SeeOther, BlogLinks.WithQuery(WriterLinks.Posts(request.Links), "done", "delete"));
        }
        else
        {
            await messages.FailedAsync(request, deleted.Error).ConfigureAwait(false);
        }
    }

    /// <summary>The post of the route that the viewer may edit; null after the answer was written.</summary>
    public async Task<Post?> FindAsync(BlogRequest request)
    {
        var found = PostId.TryParse(request.FindRouteValue("id"), null, out var id)
            ? await posts.GetAsync(request.Blog.Id, id, request.Actor, request.Aborted).ConfigureAwait(false)
            : null;
        if (found is not { Succeeded: true, Value: { } post })
        {
            await messages.NotFoundAsync(request).ConfigureAwait(false);
            return null;
        }

        if (!WriterText.MayEdit(request.Actor.ForBlog(post.BlogId), post))
        {
            await messages.ShowAsync(
                request,
                StatusCodes.Status403Forbidden,
                request.Text["writer.not-allowed"],
                request.Text["writer.not-allowed-text"]).ConfigureAwait(false);
            return null;
        }

        return post;
    }
}
