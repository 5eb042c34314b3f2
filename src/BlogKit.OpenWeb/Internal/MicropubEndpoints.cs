using System.Text.Json;
using BlogKit.AspNetCore.Endpoints;
using BlogKit.Internal;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace BlogKit.OpenWeb.Internal;

/// <summary>
/// Lets editing programs create, change and remove posts (W3C Micropub, 23 May 2017). Who they act for the application's own authentication
/// has found out.
/// </summary>
internal sealed class MicropubEndpoints(
    EditorPosts editor, EditorTexts texts, PostService posts, TaxonomyService taxonomy, MediaIntake media, IAntiforgery antiforgery)
{
    private const int DeepestJson = 16;

    /// <summary>GET micropub: q=config, source, syndicate-to or category.</summary>
    public async Task ReadAsync(BlogRequest request)
    {
        var context = request.Http;
        if (!await MayWriteAsync(request).ConfigureAwait(false))
        {
            return;
        }

        switch (request.FindQueryValue("q"))
        {
            case "config":
                await WriteAsync(context, StatusCodes.Status200OK, json =>
                {
                    json.WriteString("media-endpoint", request.Links.Absolute(OpenWebAddresses.MicropubMedia(request.Links)));
                    Array(json, "q", ["config", "source", "syndicate-to", "category"]);
                    Array(json, "syndicate-to", []);
                    Array(json, "properties", MicropubPost.Properties);
                    Array(json, "visibility", MicropubPost.Audiences);
                    Array(json, "post-status", ["published", "draft"]);
                }).ConfigureAwait(false);
                break;
            case "syndicate-to":
                await WriteAsync(context, StatusCodes.Status200OK, static json => Array(json, "syndicate-to", [])).ConfigureAwait(false);
                break;
            case "category":
                var names = await NamesAsync(request).ConfigureAwait(false);
                await WriteAsync(context, StatusCodes.Status200OK, json => Array(json, "categories", names)).ConfigureAwait(false);
                break;
            case "source":
                await WriteSourceAsync(request).ConfigureAwait(false);
                break;
            default:
                await ErrorAsync(
                    context,
                    StatusCodes.Status400BadRequest,
                    "invalid_request",
                    "q must be config, source, syndicate-to or category.").ConfigureAwait(false);
                break;
        }
    }

    /// <summary>POST micropub.</summary>
    public async Task WriteAsync(BlogRequest request)
    {
        var context = request.Http;
        if (await IsForeignAsync(context).ConfigureAwait(false) || !await MayWriteAsync(request).ConfigureAwait(false))
        {
            return;
        }

        var (sent, status) = await ReceiveAsync(context).ConfigureAwait(false);
        if (sent is null || sent.Problem is not null)
        {
            await ErrorAsync(
                context,
                sent is null ? status : StatusCodes.Status400BadRequest,
                "invalid_request",
                sent?.Problem ?? "Send a form, or JSON of a Micropub request.").ConfigureAwait(false);
            return;
        }

        if (!await HasTokenAsync(context).ConfigureAwait(false))
        {
            await ErrorAsync(
                context,
                StatusCodes.Status403Forbidden,
                "forbidden",
                "A form that is signed in by a cookie needs this site's token. Nothing was changed.").ConfigureAwait(false);
            return;
        }

        await (sent.Action switch
        {
            "create" => CreateAsync(request, sent),
            "update" or "delete" or "undelete" => ChangeAsync(request, sent),
            _ => ErrorAsync(context, StatusCodes.Status400BadRequest, "invalid_request", "action must be update, delete or undelete."),
        }).ConfigureAwait(false);
    }

    /// <summary>POST micropub/media: a form with one picture, or a file where these are taken, named file (Micropub, 3.6).</summary>
    public async Task AddMediaAsync(BlogRequest request)
    {
        var context = request.Http;
        if (await IsForeignAsync(context).ConfigureAwait(false) || !await MayWriteAsync(request).ConfigureAwait(false))
        {
            return;
        }

        var (form, status) = await media.ReadFormAsync(context).ConfigureAwait(false);
        if (form is null)
        {
            var problem = status is StatusCodes.Status413PayloadTooLarge
                ? media.Say(request.Text, "too-large")
                : "Send multipart/form-data with one picture named file.";
            await ErrorAsync(context, status, "invalid_request", problem).ConfigureAwait(false);
            return;
        }

        if (!await HasTokenAsync(context).ConfigureAwait(false))
        {
            await ErrorAsync(
                context,
                StatusCodes.Status403Forbidden,
                "forbidden",
                "A form that is signed in by a cookie needs this site's token. Nothing was changed.").ConfigureAwait(false);
            return;
        }

        var taken = await media.AddAsync(request, request.Actor, form).ConfigureAwait(false);
        if (!taken.IsKept)
        {
            await ErrorAsync(context, taken.Status, "invalid_request", media.Say(request.Text, taken.Problem)).ConfigureAwait(false);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status201Created;
        context.Response.Headers.Location = request.Links.Absolute(request.Links.Media(taken.Name));
    }

    private async Task CreateAsync(BlogRequest request, MicropubRequest sent)
    {
        if (sent.Type is not "entry")
        {
            await ErrorAsync(
                request.Http,
                StatusCodes.Status400BadRequest,
                "invalid_request",
                "Only entries (h=entry) are taken.").ConfigureAwait(false);
            return;
        }

        var read = MicropubPost.Read(sent, null, []);
        var created = read.Succeeded
            ? await editor.CreateAsync(request.Blog, request.Actor, read.Value, request.Aborted).ConfigureAwait(false)
            : read.Errors;
        if (!created.Succeeded)
        {
            await FailAsync(request.Http, created.Error).ConfigureAwait(false);
            return;
        }

        await DoneAsync(request, StatusCodes.Status201Created, created.Value, sent).ConfigureAwait(false);
    }

    private async Task ChangeAsync(BlogRequest request, MicropubRequest sent)
    {
        if (await editor.FindAsync(request, request.Actor, sent.Url).ConfigureAwait(false) is not { } post)
        {
            await ErrorAsync(
                request.Http, StatusCodes.Status400BadRequest, "invalid_request", "url is not a post of this blog.").ConfigureAwait(false);
            return;
        }

        var changed = sent.Action switch
        {
            "delete" => WithoutLoss(
                await posts.ArchiveAsync(post.BlogId, post.Id, request.Actor, post.Version, request.Aborted).ConfigureAwait(false)),
            "undelete" => WithoutLoss(
                await posts.UnarchiveAsync(post.BlogId, post.Id, request.Actor, post.Version, request.Aborted).ConfigureAwait(false)),
            _ => await UpdateAsync(request, post, sent).ConfigureAwait(false),
        };
        if (!changed.Succeeded)
        {
            await FailAsync(request.Http, changed.Error).ConfigureAwait(false);
        }
        else
        {
            await DoneAsync(
                request,
                changed.Value.Post.Slug != post.Slug ? StatusCodes.Status201Created : StatusCodes.Status204NoContent,
                changed.Value,
                sent).ConfigureAwait(false);
        }
    }

    private static Result<EditedPost> WithoutLoss(Result<Post> done) => done.Succeeded ? new EditedPost(done.Value, []) : done.Errors;

    /// <summary>
    /// Says that it is done, what was passed over because there is no such property here, and what of HTML the post does not have.
    /// </summary>
    private static async Task DoneAsync(BlogRequest request, int status, EditedPost edited, MicropubRequest sent)
    {
        var response = request.Http.Response;
        if (status is StatusCodes.Status201Created)
        {
            response.Headers.Location = request.Links.Absolute(request.Links.Post(edited.Post.Slug));
        }

        var ignored = sent.Ignored;
        if (ignored.IsEmpty && edited.Lost.IsEmpty)
        {
            response.StatusCode = status;
            return;
        }

        await WriteAsync(request.Http, status is StatusCodes.Status204NoContent ? StatusCodes.Status200OK : status, json =>
        {
            if (!ignored.IsEmpty)
            {
                Array(json, "ignored", ignored);
            }

            if (!edited.Lost.IsEmpty)
            {
                Array(json, "lost", edited.Lost);
            }
        }).ConfigureAwait(false);
    }

    private async Task<Result<EditedPost>> UpdateAsync(BlogRequest request, Post post, MicropubRequest sent)
    {
        if (!sent.SaysSomething)
        {
            return BlogError.Of(
                ErrorKind.Invalid,
                ErrorCodes.Required,
                "replace, add or delete must name one of: {allowed}.",
                arguments: [("allowed", string.Join(", ", MicropubPost.Properties))]);
        }

        var read = MicropubPost.Read(sent, post, await NamesOfAsync(request, post).ConfigureAwait(false));
        return read.Succeeded
            ? await editor.ChangeAsync(request.Blog, post, request.Actor, read.Value, request.Aborted).ConfigureAwait(false)
            : read.Errors;
    }

    private async Task WriteSourceAsync(BlogRequest request)
    {
        if (await editor.FindAsync(request, request.Actor, request.FindQueryValue("url")).ConfigureAwait(false) is not { } post
            || (!request.Actor.ForBlog(post.BlogId).CanEditOthers
                && (request.Actor.AuthorId is not { } self || !post.AuthorIds.Contains(self))))
        {
            await ErrorAsync(
                request.Http,
                StatusCodes.Status400BadRequest,
                "invalid_request",
                "url is not a post of this blog that you may edit.").ConfigureAwait(false);
            return;
        }

        string[] wanted = [.. request.Http.Request.Query["properties[]"].Concat(request.Http.Request.Query["properties"]).OfType<string>()];
        var names = await NamesOfAsync(request, post).ConfigureAwait(false);
        var (pictures, text) = EditorPictures.Split(post);
        var html = await editor.IsHtmlAsync(post, request.Actor, request.Aborted).ConfigureAwait(false)
            ? await texts.HtmlAsync(post, text, request.Aborted).ConfigureAwait(false)
            : null;
        await WriteAsync(request.Http, StatusCodes.Status200OK, json =>
        {
            if (wanted.Length == 0)
            {
                Array(json, "type", ["h-entry"]);
            }

            json.WriteStartObject("properties");
            foreach (var (name, values) in new (string, IEnumerable<string>)[]
            {
                ("name", [post.Title]),
                ("content", [text]),
                ("summary", post.Excerpt is null ? [] : [post.Excerpt]),
                ("category", names),
                ("mp-slug", [post.Slug.Value]),
                ("url", [request.Links.Absolute(request.Links.Post(post.Slug))]),
                ("post-status", [MicropubPost.StatusOf(post)]),
                ("visibility", [MicropubPost.VisibilityOf(post)]),
                ("published", post.PublishedAt is { } at ? [MomentText.Write(at)] : []),
            })
            {
                if (name is "content" && html is not null && (wanted.Length == 0 || wanted.Contains(name, StringComparer.Ordinal)))
                {
                    WriteHtml(json, name, html);
                }
                else if (values.Any() && (wanted.Length == 0 || wanted.Contains(name, StringComparer.Ordinal)))
                {
                    Array(json, name, values);
                }
            }

            if (!pictures.IsEmpty && (wanted.Length == 0 || wanted.Contains("photo", StringComparer.Ordinal)))
            {
                WritePhotos(json, pictures);
            }

            json.WriteEndObject();
        }).ConfigureAwait(false);
    }

    private static void WriteHtml(Utf8JsonWriter json, string name, string html)
    {
        json.WriteStartArray(name);
        json.WriteStartObject();
        json.WriteString("html", html);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WritePhotos(Utf8JsonWriter json, ImmutableArray<EditorPicture> pictures)
    {
        json.WriteStartArray("photo");
        foreach (var picture in pictures)
        {
            if (picture.AlternativeText.Length == 0)
            {
                json.WriteStringValue(picture.Url.AbsoluteUri);
                continue;
            }

            json.WriteStartObject();
            json.WriteString("value", picture.Url.AbsoluteUri);
            json.WriteString("alt", picture.AlternativeText);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static async Task<bool> IsForeignAsync(HttpContext context)
    {
        if (SameSite.MayWrite(context.Request))
        {
            return false;
        }

        await ErrorAsync(
            context, StatusCodes.Status403Forbidden, "forbidden", "Another site sent this. Nothing was changed.").ConfigureAwait(false);
        return true;
    }

    // Programs send credentials of their own; what comes with cookies only may come from a page of another site in an author's browser.
    // JSON no such page can send unasked.
    private async Task<bool> HasTokenAsync(HttpContext context) =>
        context.Request.Headers.Authorization.Count > 0
        || context.Request.Cookies.Count == 0
        || !context.Request.HasFormContentType
        || await antiforgery.IsRequestValidAsync(context).ConfigureAwait(false);

    private static async Task<bool> MayWriteAsync(BlogRequest request)
    {
        request.Http.Response.Headers.CacheControl = "no-store";
        if (request.Actor.ForBlog(request.Blog.Id).CanWrite)
        {
            return true;
        }

        await ErrorAsync(request.Http, StatusCodes.Status403Forbidden, "forbidden", "You are no author of this blog.")
            .ConfigureAwait(false);
        return false;
    }

    private static async Task<(MicropubRequest? Request, int Status)> ReceiveAsync(HttpContext context)
    {
        if (!context.Request.HasJsonContentType())
        {
            var (form, refused) = await RequestBody.ReadFormAsync(context).ConfigureAwait(false);
            return form is null ? (null, refused) : (MicropubRequest.Read(form), StatusCodes.Status200OK);
        }

        var (bytes, status) = await RequestBody.ReadAsync(context).ConfigureAwait(false);
        if (bytes is null)
        {
            return (null, status);
        }

        try
        {
            using var json = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = DeepestJson });
            return MicropubRequest.Read(json.RootElement) is { } request
                ? (request, StatusCodes.Status200OK)
                : (null, StatusCodes.Status400BadRequest);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return (null, StatusCodes.Status400BadRequest);
        }
    }

    private async Task<ImmutableArray<string>> NamesAsync(BlogRequest request)
    {
        var categories = await taxonomy.ListAllCategoriesAsync(request.Blog.Id, request.Aborted).ConfigureAwait(false);
        var tags = await posts.ListTagsAsync(request.Blog.Id, cancellationToken: request.Aborted).ConfigureAwait(false);
        return [.. categories.Select(static c => c.Name).Union(tags.Select(static t => t.Tag.Name), StringComparer.OrdinalIgnoreCase)];
    }

    private async Task<ImmutableArray<string>> NamesOfAsync(BlogRequest request, Post post)
    {
        var categories = post.CategoryIds.IsEmpty
            ? []
            : await taxonomy.ListAllCategoriesAsync(request.Blog.Id, request.Aborted).ConfigureAwait(false);
        return
        [
            .. categories.Where(c => post.CategoryIds.Contains(c.Id)).Select(static c => c.Name),
            .. post.Tags.Select(static t => t.Name),
        ];
    }

    private static Task FailAsync(HttpContext context, BlogError error) => error.Kind is ErrorKind.Forbidden
        ? ErrorAsync(context, StatusCodes.Status403Forbidden, "forbidden", error.Message)
        : ErrorAsync(context, StatusCodes.Status400BadRequest, "invalid_request", error.Message);

    /// <summary>Tells a program that it is not let in.</summary>
    public static Task KeepOutAsync(HttpContext context, bool isKnown)
    {
        if (isKnown)
        {
            return ErrorAsync(context, StatusCodes.Status403Forbidden, "forbidden", "You may not write here.");
        }

        context.Response.Headers.WWWAuthenticate = "Bearer";
        return ErrorAsync(context, StatusCodes.Status401Unauthorized, "unauthorized", "Sign in, or send a token, to write here.");
    }

    /// <summary>Tells a program that it asks too often.</summary>
    public static Task RefuseAsync(HttpContext context, LimitRefusal refusal) =>
        ErrorAsync(context, StatusCodes.Status429TooManyRequests, "too_many_requests", refusal.Error.Message);

    /// <summary>Tells a program that the store cannot be used.</summary>
    public static Task FailAsync(HttpContext context, StoreOutage outage) =>
        ErrorAsync(context, outage.Status, outage.Code.Replace('-', '_'), outage.Message);

    private static Task ErrorAsync(HttpContext context, int status, string code, string message) => WriteAsync(context, status, json =>
    {
        json.WriteString("error", code);
        json.WriteString("error_description", message);
    });

    private static async Task WriteAsync(HttpContext context, int status, Action<Utf8JsonWriter> write)
    {
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentLength = memory.Length;
        await context.Response.Body.WriteAsync(
            memory.GetBuffer().AsMemory(0, (int)memory.Length), context.RequestAborted).ConfigureAwait(false);
    }

    private static void Array(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
