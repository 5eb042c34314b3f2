using BlogKit.AspNetCore.Endpoints;
using BlogKit.Storage;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Takes pictures and files from authors and gives them to readers.</summary>
internal sealed class MediaPages(
    DeskFrames desk,
    BlogRequests requests,
    IMediaStore store,
    MediaService media,
    MediaIntake intake,
    WriterForms forms,
    PageRenderer renderer,
    Messages messages,
    IAntiforgery antiforgery,
    IOptions<MediaOptions> options)
{
    private const int Shown = 60;
    private const int LongestAlternative = 500;

    private string TooLarge => options.Value.TakesFiles ? "file-too-large" : "too-large";

    /// <summary>GET desk/media.</summary>
    public async Task ListAsync(BlogRequest request)
    {
        var added = request.FindQueryValue("added");
        var alternative = request.FindQueryValue("alt") ?? "";
        await ShowAsync(
            request,
            StatusCodes.Status200OK,
            null,
            MediaKind.FindByName(added) is null ? null : added,
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
                request, wantsJson, status, status is StatusCodes.Status413PayloadTooLarge ? TooLarge : "form").ConfigureAwait(false);
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
                new UploadAnswer(
                    request.Links.Media(taken.Name), taken.Width, taken.Height, taken.IsPicture ? null : taken.OriginalName ?? taken.Name),
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
        if (MediaKind.FindByName(name) is not { } kind
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
            headers.CacheControl = "public, max-age=31536000, immutable";
            headers.XContentTypeOptions = "nosniff";

            // Whatever else the bytes may be read as: it is not run.
            headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
            headers["Cross-Origin-Resource-Policy"] = "cross-origin";

            // Only what was looked at and cleaned is shown; everything else is put aside under a name.
            var download = kind.IsPicture
                ? null
                : (await store.FindAsync(request.Blog.Id, name!, request.Aborted).ConfigureAwait(false))?.OriginalName ?? name;
            await TypedResults.Stream(
                opened,
                kind.ContentType,
                download,
                lastModified: null,
                new EntityTagHeaderValue($"\"{name}\""),
                enableRangeProcessing: true).ExecuteAsync(context).ConfigureAwait(false);
        }
    }

    /// <summary>GET desk/media/{name}/delete.</summary>
    public async Task AskDeleteAsync(BlogRequest request)
    {
        if (await FindAsync(request).ConfigureAwait(false) is not { } file)
        {
            return;
        }

        var item = Describe(request, file);
        if (item.DeleteUrl is null)
        {
            await messages.ShowAsync(
                request,
                StatusCodes.Status403Forbidden,
                request.Text["writer.not-allowed"],
                request.Text["writer.media-not-yours"],
                WriterLinks.Media(request.Links),
                request.Text["writer.media"]).ConfigureAwait(false);
            return;
        }

        var frame = await desk.FrameAsync(request, DeskSection.Posts, request.Text["writer.media-delete-title"]).ConfigureAwait(false);
        await renderer.WriteBareAsync<Components.DeleteMediaView, DeleteMediaModel>(
            request.Http,
            StatusCodes.Status200OK,
            new DeleteMediaModel(frame, item, antiforgery.GetAndStoreTokens(request.Http))).ConfigureAwait(false);
    }

    /// <summary>POST desk/media/{name}/delete.</summary>
    public async Task DeleteAsync(BlogRequest request)
    {
        if (await forms.ReadAsync(request, WriterLinks.Media(request.Links)).ConfigureAwait(false) is null
            || await FindAsync(request).ConfigureAwait(false) is not { } file)
        {
            return;
        }

        var deleted = await media.DeleteAsync(request.Blog.Id, file.Name, request.Actor, request.Aborted).ConfigureAwait(false);
        if (deleted.Succeeded)
        {
            Redirection.Write(
                request.Http, StatusCodes.Status303SeeOther, BlogLinks.WithQuery(WriterLinks.Media(request.Links), "done", "delete"));
        }
        else
        {
            await messages.FailedAsync(request, deleted.Error).ConfigureAwait(false);
        }
    }

    private static MediaItem Describe(BlogRequest request, StoredMedia file) =>
        new(file, MediaKind.FindByName(file.Name) ?? throw new InvalidOperationException($"'{file.Name}' is no name of a stored file."))
        {
            DeleteUrl = MediaService.IsDeletableBy(request.Blog.Id, file, request.Actor)
                ? WriterLinks.DeleteMedia(request.Links, file.Name)
                : null,
        };

    /// <summary>The file of the route; null after the answer was written.</summary>
    private async Task<StoredMedia?> FindAsync(BlogRequest request)
    {
        var file = request.FindRouteValue("name") is { } name
            ? await media.FindAsync(request.Blog.Id, name, request.Aborted).ConfigureAwait(false)
            : null;
        if (file is null)
        {
            await messages.NotFoundAsync(request).ConfigureAwait(false);
        }

        return file;
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
        var here = WriterLinks.Media(request.Links);

        // A page of what was refused shows the first files, wherever the form was sent from.
        var listed = await media.ListAsync(
            request.Blog.Id,
            request.Actor,
            Shown,
            error is null ? request.FindQueryValue("cursor") : null,
            request.Aborted).ConfigureAwait(false);
        if (!listed.Succeeded)
        {
            await messages.FailedAsync(request, listed.Error).ConfigureAwait(false);
            return;
        }

        if (EmptiedPage.LeadsOn(request, listed.Value, here))
        {
            return;
        }

        var frame = await desk.FrameAsync(request, DeskSection.Posts, request.Text["writer.media"]).ConfigureAwait(false);
        var model = new MediaModel(frame with { Notice = WriterText.Notice(request) }, antiforgery.GetAndStoreTokens(request.Http))
        {
            Files =
            [
                .. listed.Value.Items
                    .Where(static file => MediaKind.FindByName(file.Name) is not null)
                    .Select(file => Describe(request, file)),
            ],
            Added = added is null
                ? null
                : await media.FindAsync(request.Blog.Id, added, request.Aborted).ConfigureAwait(false) is { } file
                    ? Describe(request, file)
                    : null,
            Alternative = alternative,
            Error = error,
            MaximumLength = options.Value.MaximumLength,
            MaximumFileLength = options.Value.TakesFiles ? options.Value.MaximumFileLength : null,
            NewerUrl = listed.Value.Previous is { } newer ? BlogLinks.WithQuery(here, "cursor", newer) : null,
            OlderUrl = listed.Value.Next is { } older ? BlogLinks.WithQuery(here, "cursor", older) : null,
        };
        await renderer.WriteBareAsync<Components.MediaView, MediaModel>(request.Http, status, model).ConfigureAwait(false);
    }
}
