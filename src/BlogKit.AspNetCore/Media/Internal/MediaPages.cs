using BlogKit.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Takes pictures from authors and gives them to readers.</summary>
internal sealed class MediaPages(
    DeskFrames desk,
    BlogRequests requests,
    IMediaStore store,
    MediaIntake intake,
    PageRenderer renderer,
    Messages messages,
    IAntiforgery antiforgery,
    IOptions<MediaOptions> options)
{
    private const int Shown = 60;
    private const int LongestAlternative = 500;

    /// <summary>GET desk/media.</summary>
    public async Task ListAsync(BlogRequest request)
    {
        var added = request.FindQueryValue("added");
        var alternative = request.FindQueryValue("alt") ?? "";
        await ShowAsync(
            request,
            StatusCodes.Status200OK,
            null,
            MediaName.IsOne(added) ? added : null,
            alternative.Length > LongestAlternative ? "" : alternative).ConfigureAwait(false);
    }

    /// <summary>POST desk/media: a form with one file. Programs that accept JSON get the address, browsers the list.</summary>
    public async Task AddAsync(BlogRequest request)
    {
        var wantsJson = request.Http.Request.Headers.Accept.ToString().Contains("application/json", StringComparison.OrdinalIgnoreCase);
        if (LimitRefusal.Of(request.Http) is { } refusal)
        {
            var why = FormErrors.Of(refusal.Error, request.Text).Message;
            await RefuseWithAsync(request, wantsJson, StatusCodes.Status429TooManyRequests, why).ConfigureAwait(false);
            return;
        }

        var (form, status) = await intake.ReadFormAsync(request.Http).ConfigureAwait(false);
        if (form is null)
        {
            await RefuseAsync(
                request, wantsJson, status, status is StatusCodes.Status413PayloadTooLarge ? "too-large" : "form").ConfigureAwait(false);
            return;
        }

        if (!await Forms.IsOwnAsync(request.Http, antiforgery).ConfigureAwait(false))
        {
            await RefuseAsync(request, wantsJson, StatusCodes.Status400BadRequest, "foreign").ConfigureAwait(false);
            return;
        }

        var taken = await intake.AddAsync(request, request.Actor, form).ConfigureAwait(false);
        if (!taken.IsKept)
        {
            await RefuseAsync(request, wantsJson, taken.Status, taken.Problem).ConfigureAwait(false);
            return;
        }

        if (wantsJson)
        {
            request.Http.Response.Headers.XContentTypeOptions = "nosniff";
            await request.Http.Response.WriteAsJsonAsync(
                new UploadAnswer(request.Links.Media(taken.Name), taken.Width, taken.Height),
                MediaJson.Default.UploadAnswer,
                cancellationToken: request.Aborted).ConfigureAwait(false);
            return;
        }

        var here = BlogLinks.WithQuery(WriterLinks.Media(request.Links), "added", taken.Name);
        var alternative = Forms.Field(form, "alt") is { Length: > 0 and <= LongestAlternative } typed ? typed : null;
        Redirection.Write(request.Http, StatusCodes.Status303SeeOther, BlogLinks.WithQuery(here, "alt", alternative));
    }

    /// <summary>GET media/{name}: 1 command. What is under a name never changes.</summary>
    public async Task ReadAsync(HttpContext context)
    {
        var name = context.Request.RouteValues["name"] as string;
        if (MediaName.KindOf(name) is not { } kind
            || await requests.OpenAsync(context, withGuests: false).ConfigureAwait(false) is not { } request)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var opened = await store.OpenAsync(request.Blog.Id, name!, request.Aborted).ConfigureAwait(false);
        if (opened is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await using (opened.ConfigureAwait(false))
        {
            var headers = context.Response.Headers;
            var tag = $"\"{name}\"";
            headers.ETag = tag;
            headers.CacheControl = "public, max-age=31536000, immutable";
            headers.XContentTypeOptions = "nosniff";

            // Whatever else the bytes may be read as: it is not run.
            headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
            headers["Cross-Origin-Resource-Policy"] = "cross-origin";
            if (StringValues.IsNullOrEmpty(context.Request.Headers.IfNoneMatch) is false
                && context.Request.GetTypedHeaders().IfNoneMatch.Any(
                    t => t.Equals(EntityTagHeaderValue.Any) || string.Equals(t.Tag.Value, tag, StringComparison.Ordinal)))
            {
                context.Response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }

            context.Response.ContentType = MediaName.ContentTypeOf(kind);
            context.Response.ContentLength = opened.Length;
            if (!HttpMethods.IsHead(context.Request.Method))
            {
                await opened.CopyToAsync(context.Response.Body, request.Aborted).ConfigureAwait(false);
            }
        }
    }

    private Task RefuseAsync(BlogRequest request, bool wantsJson, int status, string reason) =>
        RefuseWithAsync(request, wantsJson, status, intake.Say(request.Text, reason));

    private async Task RefuseWithAsync(BlogRequest request, bool wantsJson, int status, string text)
    {
        if (!wantsJson)
        {
            if (status is StatusCodes.Status413PayloadTooLarge)
            {
                // The rest of the body may still be coming; the page is shown without asking for it.
                await messages.ShowAsync(
                    request,
                    status,
                    request.Text["writer.media"],
                    text,
                    WriterLinks.Media(request.Links),
                    request.Text["writer.media"]).ConfigureAwait(false);
                return;
            }

            await ShowAsync(request, status, text, null, "").ConfigureAwait(false);
            return;
        }

        var response = request.Http.Response;
        response.StatusCode = status;
        response.ContentType = "text/plain; charset=utf-8";
        response.Headers.XContentTypeOptions = "nosniff";
        await response.WriteAsync(text, request.Aborted).ConfigureAwait(false);
    }

    private async Task ShowAsync(BlogRequest request, int status, string? error, string? added, string alternative)
    {
        var frame = await desk.FrameAsync(request, DeskSection.Posts, request.Text["writer.media"]).ConfigureAwait(false);
        var model = new MediaModel(frame, antiforgery.GetAndStoreTokens(request.Http))
        {
            Pictures = await store.ListAsync(request.Blog.Id, Shown, request.Aborted).ConfigureAwait(false),
            Added = added,
            Alternative = alternative,
            Error = error,
            MaximumLength = options.Value.MaximumLength,
        };
        await renderer.WriteBareAsync<Components.MediaView, MediaModel>(request.Http, status, model).ConfigureAwait(false);
    }
}
