using BlogKit.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Shows an unpublished post to whoever has a link that an author made.</summary>
internal sealed class PreviewPages(
    DeskFrames desk,
    PostDeskPages list,
    PostService posts,
    PostPageComposer composer,
    PreviewLinks links,
    WriterForms forms,
    PageRenderer renderer,
    Messages messages,
    TimeProvider clock)
{
    /// <summary>POST desk/posts/{id}/preview-link.</summary>
    public async Task MakeAsync(BlogRequest request)
    {
        if (await list.FindAsync(request).ConfigureAwait(false) is not { } post
            || await forms.ReadAsync(request, WriterLinks.Edit(request.Links, post.Id)).ConfigureAwait(false) is not { } form)
        {
            return;
        }

        TimeSpan? lifetime = Forms.Field(form, "for") switch
        {
            "hour" => TimeSpan.FromHours(1),
            "day" => TimeSpan.FromDays(1),
            "week" => TimeSpan.FromDays(7),
            _ => null,
        };
        if (lifetime is null)
        {
            await messages.UnreadableFormAsync(
                request, StatusCodes.Status400BadRequest, WriterLinks.Edit(request.Links, post.Id)).ConfigureAwait(false);
            return;
        }

        var now = clock.GetUtcNow();
        if (post.IsReadableAt(now))
        {
            await messages.ShowAsync(
                request,
                StatusCodes.Status409Conflict,
                request.Text["writer.preview-published"],
                request.Text["writer.preview-published-text"],
                WriterLinks.Edit(request.Links, post.Id),
                request.Text["writer.back"]).ConfigureAwait(false);
            return;
        }

        var expiresAt = now + lifetime.Value;
        var url = request.Links.Absolute($"{request.Links.Home.TrimEnd('/')}/preview/{links.Make(post, expiresAt, now)}");
        var frame = await desk.FrameAsync(request, DeskSection.Posts, request.Text["writer.preview-link"]).ConfigureAwait(false);
        await renderer.WriteBareAsync<Components.PreviewLinkView, PreviewLinkModel>(
            request.Http, StatusCodes.Status200OK, new PreviewLinkModel(frame, post, url, expiresAt)).ConfigureAwait(false);
    }

    /// <summary>GET preview/{token}.</summary>
    public async Task ShowAsync(BlogRequest request)
    {
        // Whoever follows a link from the preview does not tell where they come from; no cache and no search engine keeps it.
        request.Http.Response.Headers["Referrer-Policy"] = "no-referrer";
        request.Http.Response.Headers.CacheControl = CacheRule.OfForm;
        request.Http.Response.Headers["X-Robots-Tag"] = "noindex";
        if (links.Read(request.Blog.Id, request.FindRouteValue("token")) is not { } token)
        {
            await messages.ShowAsync(
                request,
                StatusCodes.Status404NotFound,
                request.Text["writer.preview-unknown"],
                request.Text["writer.preview-unknown-text"]).ConfigureAwait(false);
            return;
        }

        // The link speaks for the author who made it.
        var now = clock.GetUtcNow();
        var found = await posts.GetAsync(request.Blog.Id, token.PostId, Actor.System, request.Aborted).ConfigureAwait(false);
        if (found is { Succeeded: true, Value: var open } && open.IsReadableAt(now))
        {
            Redirection.Write(request.Http, StatusCodes.Status302Found, request.Links.Post(open.Slug));
        }
        else if (!found.Succeeded || token.ExpiresAt <= now || token.Stamp != PreviewLinks.Stamp(found.Value, now))
        {
            await messages.ShowAsync(
                request,
                StatusCodes.Status410Gone,
                request.Text["writer.preview-over"],
                request.Text["writer.preview-over-text"]).ConfigureAwait(false);
        }
        else
        {
            await ShowAsync(request, found.Value).ConfigureAwait(false);
        }
    }

    private async Task ShowAsync(BlogRequest request, Post post)
    {
        var model = await composer.ComposeAsync(request, post, new PostPageQuery()).ConfigureAwait(false);
        if (!model.Succeeded)
        {
            await messages.FailedAsync(request, model.Error).ConfigureAwait(false);
            return;
        }

        var shown = model.Value with
        {
            Frame = model.Value.Frame with { NoIndex = true, Canonical = null },
            IsPublished = true,
            Thread = null,
            Form = null,
            WhyNoForm = null,
        };
        await renderer.WriteAsync<Components.PostView, PostModel>(request.Http, StatusCodes.Status200OK, shown).ConfigureAwait(false);
    }
}
