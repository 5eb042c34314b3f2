using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// The JSON API. Reads no cookie of its own and sets none; a signed-in user is known by the application's authentication.
/// Commands: posts 3, a post 5 (4 without categories), a thread page 5 (7 for a signed-in viewer).
/// </summary>
internal sealed class ApiEndpoints(
    BlogRequests requests,
    PostService posts,
    AuthorService authors,
    TaxonomyService taxonomy,
    ThreadService threads,
    CommentService comments,
    IOptions<BlogKitOptions> options,
    TimeProvider clock)
{
    private const string NotJson = "Send application/json.";
    private const string CommentsHidden = "comments-hidden";
    private const string PasswordRequired = "password-required";

    /// <summary>GET posts.</summary>
    public async Task ListPostsAsync(HttpContext context, BlogMount mount)
    {
        if (await OpenAsync(context, mount).ConfigureAwait(false) is not { } request)
        {
            return;
        }

        var failures = ImmutableArray.CreateBuilder<BlogError>();
        var query = new PostListQuery(request.Blog.Id)
        {
            Size = ReadLimit(request, failures),
            Cursor = request.Query("cursor"),
            Tag = ReadSlug(request, "tag", failures),
            Category = ReadSlug(request, "category", failures),
            Author = ReadSlug(request, "author", failures),
        };
        if (failures.Count > 0)
        {
            await ApiResponses.ProblemAsync(context, failures.ToImmutable()).ConfigureAwait(false);
            return;
        }

        var read = await posts.ListAsync(query, request.Aborted).ConfigureAwait(false);
        if (!read.Succeeded)
        {
            await ApiResponses.ProblemAsync(context, read.Errors).ConfigureAwait(false);
            return;
        }

        AuthorId[] ids = [.. read.Value.Items.SelectMany(static p => p.AuthorIds).Distinct()];
        var writers = ids.Length == 0 ? [] : await authors.FindAsync(ids, request.Aborted).ConfigureAwait(false);
        LinkPages(request, read.Value.Previous, read.Value.Next);
        await ApiResponses.WriteAsync(
            context,
            StatusCodes.Status200OK,
            new ApiPostList([.. read.Value.Items.Select(p => ApiMapping.ToApi(p, writers, request.Links))], read.Value.Previous, read.Value.Next),
            ApiJson.Default.ApiPostList).ConfigureAwait(false);
    }

    /// <summary>GET posts/{slug}.</summary>
    public async Task ReadPostAsync(HttpContext context, BlogMount mount)
    {
        if (await OpenAsync(context, mount).ConfigureAwait(false) is not { } request
            || await FindPostAsync(request, "").ConfigureAwait(false) is not { } post)
        {
            return;
        }

        var writers = await authors.FindAsync(post.AuthorIds, request.Aborted).ConfigureAwait(false);
        var categories = post.CategoryIds.IsEmpty
            ? []
            : (await taxonomy.ListCategoriesAsync(post.BlogId, request.Aborted).ConfigureAwait(false)).Where(c => post.CategoryIds.Contains(c.Id)).ToImmutableArray();
        var settings = request.Blog.Comments.With(post.Comments);
        var count = settings.Mode is CommentMode.Hidden ? 0 : (await threads.CountAsync(post.Id, request.Aborted).ConfigureAwait(false)).Approved;
        var reason = settings.ClosedReason(post.PublishedAt, count, clock.GetUtcNow());
        await ApiResponses.WriteAsync(
            context,
            StatusCodes.Status200OK,
            ApiMapping.ToApi(post, writers, categories, new ApiCommentState(count, reason is null, ReasonName(reason)), request.Links),
            ApiJson.Default.ApiPost).ConfigureAwait(false);
    }

    /// <summary>GET posts/{slug}/comments.</summary>
    public async Task ReadThreadAsync(HttpContext context, BlogMount mount)
    {
        if (await OpenAsync(context, mount).ConfigureAwait(false) is not { } request
            || await FindPostAsync(request, "/comments").ConfigureAwait(false) is not { } post
            || await RefuseHiddenAsync(request, post).ConfigureAwait(false))
        {
            return;
        }

        var failures = ImmutableArray.CreateBuilder<BlogError>();
        var limit = ReadLimit(request, failures);
        ThreadSort? sort = null;
        if (request.Query("sort") is { } text)
        {
            if (PageText.TryReadSort(text, out var wanted))
            {
                sort = wanted;
            }
            else
            {
                failures.Add(BadQuery("sort", "sort must be oldest, newest or best."));
            }
        }

        if (failures.Count > 0)
        {
            await ApiResponses.ProblemAsync(context, failures.ToImmutable()).ConfigureAwait(false);
            return;
        }

        var query = ThreadQuery.For(post) with { Cursor = request.Query("cursor"), Size = limit, Sort = sort, Viewer = request.Actor };
        var read = await threads.ReadAsync(query, request.Aborted).ConfigureAwait(false);
        if (!read.Succeeded)
        {
            await ApiResponses.ProblemAsync(context, read.Errors).ConfigureAwait(false);
            return;
        }

        var page = read.Value;
        var path = request.Links.ApiPost(post.Slug) + "/comments";
        LinkPages(request, page.Previous, page.Next);
        await ApiResponses.WriteAsync(
            context,
            StatusCodes.Status200OK,
            new ApiThread(
                page.ShownComments,
                page.RootCount,
                PageText.SortName(page.Sort),
                [.. page.Pinned.Select(n => ApiMapping.ToApi(n, request.Links, path))],
                [.. page.Roots.Concat(page.Held).Select(n => ApiMapping.ToApi(n, request.Links, path))],
                page.Previous,
                page.Next),
            ApiJson.Default.ApiThread).ConfigureAwait(false);
    }

    /// <summary>GET posts/{slug}/comments/{id}/replies.</summary>
    public async Task ReadRepliesAsync(HttpContext context, BlogMount mount)
    {
        if (await OpenAsync(context, mount).ConfigureAwait(false) is not { } request
            || await FindPostAsync(request, "/comments").ConfigureAwait(false) is not { } post
            || await RefuseHiddenAsync(request, post).ConfigureAwait(false))
        {
            return;
        }

        var failures = ImmutableArray.CreateBuilder<BlogError>();
        var limit = ReadLimit(request, failures);
        if (failures.Count > 0)
        {
            await ApiResponses.ProblemAsync(context, failures.ToImmutable()).ConfigureAwait(false);
            return;
        }

        var read = BlogRequest.CommentFrom(request.Route("id")) is { } id
            ? await threads.ReadRepliesAsync(
                new RepliesPageQuery(id) { PostAuthorIds = post.AuthorIds, Size = limit, Cursor = request.Query("cursor"), Viewer = request.Actor },
                request.Aborted).ConfigureAwait(false)
            : null;
        if (read is { Succeeded: false, Error.Kind: not ErrorKind.NotFound })
        {
            await ApiResponses.ProblemAsync(context, read.Errors).ConfigureAwait(false);
            return;
        }

        if (read?.Value is not { } page || page.PostId != post.Id)
        {
            await ApiResponses.ProblemAsync(
                context, StatusCodes.Status404NotFound, "Not found", ErrorCodes.CommentNotFound, "There is no such comment on this post.").ConfigureAwait(false);
            return;
        }

        LinkPages(request, null, page.More?.Cursor);
        var path = request.Links.ApiPost(post.Slug) + "/comments";
        await ApiResponses.WriteAsync(
            context,
            StatusCodes.Status200OK,
            new ApiReplies(page.Under, [.. page.Replies.Select(n => ApiMapping.ToApi(n, request.Links, path))], page.More?.Cursor),
            ApiJson.Default.ApiReplies).ConfigureAwait(false);
    }

    /// <summary>POST posts/{slug}/comments.</summary>
    public async Task SubmitAsync(HttpContext context, BlogMount mount)
    {
        if (await OpenAsync(context, mount).ConfigureAwait(false) is not { } request
            || await FindPostAsync(request, "/comments").ConfigureAwait(false) is not { } post
            || await ReadBodyAsync(context).ConfigureAwait(false) is not { } input)
        {
            return;
        }

        var submission = new NewComment(post.Id, input.Body ?? "")
        {
            ParentId = string.IsNullOrEmpty(input.ParentId) ? null : BlogRequest.CommentFrom(input.ParentId) ?? default(CommentId),
            Name = input.Name,
            Email = input.Email,
            Url = input.Url,
            IdempotencyKey = context.Request.Headers["Idempotency-Key"] is [{ } key, ..] ? key : null,
            RemoteAddress = CommentPages.RemoteAddress(context),
            UserAgent = context.Request.Headers.UserAgent.ToString(),
        };
        var result = await comments.SubmitAsync(submission, request.Actor, request.Aborted).ConfigureAwait(false);
        if (!result.Succeeded)
        {
            await ApiResponses.ProblemAsync(context, result.Errors).ConfigureAwait(false);
            return;
        }

        var comment = result.Value.Comment;
        var isShown = comment.Status is CommentStatus.Approved;
        var url = request.Links.Absolute(request.Links.Comment(comment.Id));
        if (isShown)
        {
            context.Response.Headers.Location = url;
        }

        if (result.Value.Replayed)
        {
            context.Response.Headers["Idempotency-Replayed"] = "true";
        }

        // Spam looks like any comment that waits.
        await ApiResponses.WriteAsync(
            context,
            isShown ? StatusCodes.Status201Created : StatusCodes.Status202Accepted,
            new ApiSubmitted(comment.Id, isShown ? "approved" : "held", comment.Html, url),
            ApiJson.Default.ApiSubmitted).ConfigureAwait(false);
    }

    /// <summary>GET anything else below the API's path.</summary>
    public static Task NotFoundAsync(HttpContext context) => ApiResponses.ProblemAsync(
        context, StatusCodes.Status404NotFound, "Not found", "not-found", "There is nothing at this address.");

    private static string? ReasonName(ThreadClosedReason? reason) => reason switch
    {
        null => null,
        ThreadClosedReason.ByAge => "by-age",
        ThreadClosedReason.ByCount => "by-count",
        _ => "by-hand",
    };

    private static BlogError BadQuery(string name, string message) => new(ErrorKind.Invalid, ErrorCodes.OutOfRange, message, name);

    private static int? ReadLimit(BlogRequest request, ImmutableArray<BlogError>.Builder failures)
    {
        if (request.Query("limit") is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit))
        {
            return limit;
        }

        failures.Add(new BlogError(ErrorKind.Invalid, ErrorCodes.OutOfRange, "Size must be a whole number, at least 1.", "Size"));
        return null;
    }

    private static Slug? ReadSlug(BlogRequest request, string name, ImmutableArray<BlogError>.Builder failures)
    {
        if (request.Query(name) is not { } text)
        {
            return null;
        }

        if (Slug.TryParse(text, out var slug))
        {
            return slug;
        }

        failures.Add(BadQuery(name, $"{name} is not a slug."));
        return null;
    }

    private static void LinkPages(BlogRequest request, string? previous, string? next)
    {
        var links = new List<string>(2);
        if (next is not null)
        {
            links.Add($"<{PageAddress(request, next)}>; rel=\"next\"");
        }

        if (previous is not null)
        {
            links.Add($"<{PageAddress(request, previous)}>; rel=\"prev\"");
        }

        if (links.Count > 0)
        {
            request.Http.Response.Headers.Link = string.Join(", ", links);
        }
    }

    private static string PageAddress(BlogRequest request, string cursor)
    {
        var http = request.Http.Request;
        var others = http.Query.Where(static q => !string.Equals(q.Key, "cursor", StringComparison.OrdinalIgnoreCase))
            .Select(static q => new KeyValuePair<string, string?>(q.Key, q.Value.ToString()));
        return http.PathBase.ToUriComponent() + http.Path.ToUriComponent()
            + QueryString.Create(others.Append(new("cursor", cursor))).ToUriComponent();
    }

    private async Task<BlogRequest?> OpenAsync(HttpContext context, BlogMount mount)
    {
        var request = await requests.OpenAsync(context, mount, withGuests: false).ConfigureAwait(false);
        if (request is null)
        {
            await ApiResponses.ProblemAsync(
                context, StatusCodes.Status404NotFound, "Not found", ErrorCodes.BlogNotFound, "There is no blog here yet.").ConfigureAwait(false);
        }

        return request;
    }

    /// <summary>The post of the route; null after the answer was written.</summary>
    private async Task<Post?> FindPostAsync(BlogRequest request, string tail)
    {
        if (!Slug.TryParse(request.Route("slug"), out var slug))
        {
            await ApiResponses.ProblemAsync(request.Http, new BlogError(ErrorKind.NotFound, ErrorCodes.PostNotFound, "There is no such post.")).ConfigureAwait(false);
            return null;
        }

        var found = await posts.FindBySlugAsync(request.Blog.Id, slug, request.Actor, request.Aborted).ConfigureAwait(false);
        if (!found.Succeeded)
        {
            await ApiResponses.ProblemAsync(request.Http, found.Errors).ConfigureAwait(false);
            return null;
        }

        var post = found.Value.Post;
        if (!found.Value.IsCurrent && !HttpMethods.IsPost(request.Http.Request.Method))
        {
            var path = request.Links.ApiPost(post.Slug) + (request.Route("id") is { } id ? $"{tail}/{Uri.EscapeDataString(id)}/replies" : tail);
            PostPages.Redirect(request.Http, StatusCodes.Status301MovedPermanently, path + request.Http.Request.QueryString.ToUriComponent());
            return null;
        }

        if (!PostAccess.IsOpenToApi(request, post))
        {
            await ApiResponses.ProblemAsync(
                request.Http, StatusCodes.Status403Forbidden, "Forbidden", PasswordRequired, "This post is protected by a password. Read it on its page.").ConfigureAwait(false);
            return null;
        }

        return post;
    }

    private static async Task<bool> RefuseHiddenAsync(BlogRequest request, Post post)
    {
        if (request.Blog.Comments.With(post.Comments).Mode is not CommentMode.Hidden)
        {
            return false;
        }

        await ApiResponses.ProblemAsync(
            request.Http, StatusCodes.Status404NotFound, "Not found", CommentsHidden, "The comments of this post are not shown.").ConfigureAwait(false);
        return true;
    }

    private async Task<ApiNewComment?> ReadBodyAsync(HttpContext context)
    {
        var largest = Forms.LargestBody(options.Value.Comments);
        if (!context.Request.HasJsonContentType())
        {
            await ApiResponses.ProblemAsync(
                context, StatusCodes.Status415UnsupportedMediaType, "Unsupported media type", "not-json", NotJson).ConfigureAwait(false);
            return null;
        }

        var status = StatusCodes.Status413PayloadTooLarge;
        var detail = string.Create(CultureInfo.InvariantCulture, $"The body is larger than the {largest:N0} bytes that are taken.");
        if (Forms.LimitBody(context, largest))
        {
            try
            {
                if (await JsonSerializer.DeserializeAsync(context.Request.Body, ApiJson.Default.ApiNewComment, context.RequestAborted).ConfigureAwait(false) is { } input)
                {
                    return input;
                }

                (status, detail) = (StatusCodes.Status400BadRequest, "The body is null; an object was expected.");
            }
            catch (JsonException exception)
            {
                // The message names the place, never what stands there.
                (status, detail) = (StatusCodes.Status400BadRequest, $"The body is not the JSON object expected ({exception.Path ?? "$"}, line {exception.LineNumber + 1}): members name, email, url, body and parentId, all strings or null.");
            }
            catch (BadHttpRequestException exception)
            {
                (status, detail) = (exception.StatusCode, exception.StatusCode == StatusCodes.Status413PayloadTooLarge ? detail : "The body could not be read.");
            }
        }

        await ApiResponses.ProblemAsync(
            context, status, status == StatusCodes.Status413PayloadTooLarge ? "Too large" : "Bad request", status == StatusCodes.Status413PayloadTooLarge ? "body-too-large" : "invalid-json", detail).ConfigureAwait(false);
        return null;
    }
}
