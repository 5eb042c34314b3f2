using BlogKit.AspNetCore.Endpoints;
using BlogKit.Moderation;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// A discussion in a frame of another site's page. Browsers keep no cookies there, or only some: who a guest is travels in the addresses of
/// the frame itself, encrypted, and the proof that a form is our own is what the browser says of where it was sent from.
/// </summary>
internal sealed class EmbedPages(
    CommentService comments,
    ThreadService threads,
    PostPages pages,
    PostPageComposer composer,
    PageRenderer renderer,
    Messages messages,
    EmbedGuests guests,
    FormReader reader,
    IFormTokens formTokens,
    IOptions<EmbedOptions> options,
    IOptions<PageOptions> pageOptions)
{
    /// <summary>GET embed.js: may be loaded by any site; it does nothing but open the frame, which has its own say.</summary>
    public static Task WriteScriptAsync(HttpContext context)
    {
        context.Response.Headers.AccessControlAllowOrigin = "*";
        context.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        return WebAssets.WriteAsync(context, WebAssets.EmbedScript, "public, max-age=3600");
    }

    /// <summary>GET embed/{slug}.</summary>
    public async Task ShowAsync(BlogRequest asked)
    {
        if (await FindAsync(asked).ConfigureAwait(false) is not var (request, post))
        {
            return;
        }

        await ShowAsync(request, post, PostPageQuery.Of(request), StatusCodes.Status200OK).ConfigureAwait(false);
    }

    /// <summary>GET embed/{slug}/comments: where a reader lands who reloads an answer to the form.</summary>
    public async Task ShowCommentsAsync(BlogRequest asked)
    {
        if (await FindAsync(asked).ConfigureAwait(false) is var (request, post))
        {
            Redirection.Write(request.Http, StatusCodes.Status302Found, request.Links.Post(post.Slug));
        }
    }

    /// <summary>GET embed/{slug}/replies/{id}.</summary>
    public async Task ShowRepliesAsync(BlogRequest asked)
    {
        if (await FindAsync(asked).ConfigureAwait(false) is not var (request, post))
        {
            return;
        }

        var read = BlogRequest.CommentFrom(request.FindRouteValue("id")) is { } id
            ? await threads.ReadRepliesAsync(
                new RepliesPageQuery(request.Blog.Id, id)
                {
                    PostAuthorIds = post.AuthorIds,
                    Cursor = request.FindQueryValue("cursor"),
                    Viewer = request.Actor,
                },
                request.Aborted).ConfigureAwait(false)
            : null;
        if (read is null || (read.Succeeded && read.Value.PostId != post.Id))
        {
            await messages.NotFoundAsync(request).ConfigureAwait(false);
        }
        else if (!read.Succeeded)
        {
            await messages.FailedAsync(request, read.Error).ConfigureAwait(false);
        }
        else
        {
            await ShowAsync(request, post, new PostPageQuery(), StatusCodes.Status200OK, read.Value).ConfigureAwait(false);
        }
    }

    /// <summary>POST embed/{slug}/comments.</summary>
    public async Task SubmitAsync(BlogRequest asked)
    {
        if (await FindAsync(asked).ConfigureAwait(false) is not var (request, post))
        {
            return;
        }

        var back = request.Links.Post(post.Slug);
        if (await reader.ReadAsync(request, messages, back, static form => Forms.Field(form, "body")).ConfigureAwait(false) is not { } form)
        {
            return;
        }

        var secret = request.Actor.Kind is ActorKind.Anonymous or ActorKind.Guest
            ? guests.SecretOf(request.Http) ?? EmbedGuests.NewSecret()
            : null;
        request = secret is null ? request : request with { Actor = guests.GuestOf(request.Http, secret) };
        var key = Forms.Field(form, "key") is { Length: > 0 } own ? own : null;
        var sent = CommentSubmission.OfForm(request.Http, post, form, key, formTokens);
        var result = await CommentSubmission.SubmitAsync(request, sent, comments).ConfigureAwait(false);
        if (!result.Succeeded)
        {
            var query = sent.GiveBack(result.Errors, request.Text);
            await CommentSubmission.RefuseAsync(
                request,
                result.Error,
                messages,
                status => ShowRefusedAsync(request, post, query, status)).ConfigureAwait(false);
            return;
        }

        if (secret is not null)
        {
            EmbedGuests.Remember(request.Http, request.Links, secret);
        }

        var comment = result.Value.Comment;
        var place = comment.Status switch
        {
            CommentStatus.Approved => BlogLinks.WithQuery(back, "comment", comment.Id.ToString()),
            CommentStatus.Pending or CommentStatus.Spam => BlogLinks.WithQuery(back, "held", comment.Id.ToString()),
            _ => back,
        };
        place = secret is null ? place : BlogLinks.WithQuery(place, EmbedGuests.Parameter, guests.Protect(secret));
        Redirection.Write(request.Http, StatusCodes.Status303SeeOther, $"{place}#comment-{comment.Id}");
    }

    /// <summary>The request and the post whose discussion may be shown here; null after the answer was written.</summary>
    private async Task<(BlogRequest Request, Post Post)?> FindAsync(BlogRequest request)
    {
        var origins = options.Value.Origins;
        request.Http.Response.Headers.ContentSecurityPolicy = EmbedOrigins.PolicyFor(pageOptions.Value.ContentSecurityPolicy, origins);
        if (origins.Count == 0 && EmbedOrigins.IsFramedElsewhere(request.Http.Request))
        {
            await messages.ShowAsync(
                request, StatusCodes.Status404NotFound, request.Text["embed.off"], request.Text["embed.off-how"]).ConfigureAwait(false);
            return null;
        }

        if (request.Actor.Kind is ActorKind.Anonymous && guests.SecretOf(request.Http) is { } secret)
        {
            request = request with { Actor = guests.GuestOf(request.Http, secret) };
        }

        if (await pages.FindAsync(request).ConfigureAwait(false) is not { } found)
        {
            return null;
        }

        var post = found.Post;
        var links = request.Links.InFrame(post.Slug);
        if (!found.IsCurrent && !HttpMethods.IsPost(request.Http.Request.Method))
        {
            Redirection.Write(
                request.Http,
                StatusCodes.Status301MovedPermanently,
                links.Post(post.Slug) + request.Http.Request.QueryString.ToUriComponent());
            return null;
        }

        if (!PostAccess.IsOpenToApi(request, post) || request.Blog.Comments.With(post.Comments).Mode is CommentMode.Hidden)
        {
            await messages.ShowAsync(
                request, StatusCodes.Status404NotFound, request.Text["embed.none"], request.Text["embed.hidden"]).ConfigureAwait(false);
            return null;
        }

        return (request with { Links = links }, post);
    }

    private async Task ShowAsync(BlogRequest request, Post post, PostPageQuery query, int status, RepliesPage? replies = null)
    {
        var composed = await composer.ComposeAsync(request, post, query).ConfigureAwait(false);
        await (composed.Succeeded
            ? ShowAsync(request, composed.Value, status, replies)
            : messages.FailedAsync(request, composed.Error)).ConfigureAwait(false);
    }

    private async Task ShowAsync(BlogRequest request, PostModel composed, int status, RepliesPage? replies = null)
    {
        // The frame has no page to show a comment before it is sent.
        var page = composed with { Form = composed.Form is { } whole ? whole with { PreviewUrl = null } : null };
        if (page.Form is { } form && request.Actor.Kind is ActorKind.Anonymous or ActorKind.Guest)
        {
            var secret = guests.SecretOf(request.Http) ?? EmbedGuests.NewSecret();
            page = page with
            {
                Form = form with { Action = BlogLinks.WithQuery(form.Action, EmbedGuests.Parameter, guests.Protect(secret)) },
            };
        }

        var ownPage = request.Links.Absolute(request.Links.OutOfFrame().Post(page.Post.Slug));
        var model = new EmbedModel(request.Frame(page.Post.Title) with { NoIndex = true, Canonical = ownPage }, page)
        {
            PostUrl = ownPage,
            Origins = [.. options.Value.Origins],
            Theme = request.FindQueryValue("theme") is "light" or "dark" ? request.FindQueryValue("theme") : null,
            Replies = replies is null
                ? null
                : new RepliesModel(request.Frame(page.Post.Title), page.Post, replies) { CanReply = page.Form is not null },
        };

        // Frame-ancestors says exactly who may show the page; the older header, which antiforgery adds, cannot.
        request.Http.Response.Headers.Remove("X-Frame-Options");
        await renderer.WriteBareAsync<Components.EmbedView, EmbedModel>(request.Http, status, model).ConfigureAwait(false);
    }

    private async Task ShowRefusedAsync(BlogRequest request, Post post, PostPageQuery query, int status)
    {
        var refused = await composer.ComposeRefusedAsync(request, post, query).ConfigureAwait(false);
        var alone = new PostModel(request.Frame(post.Title), refused.Post)
        {
            Form = refused.Form,
            WhyNoForm = refused.WhyNoForm,
            RefusedText = refused.RefusedText,
        };
        await ShowAsync(request, alone, status).ConfigureAwait(false);
    }
}
