using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace BlogKit.AspNetCore.Internal;

/// <summary>The feed: 5 commands, with or without something new.</summary>
internal sealed class FeedEndpoints(
    BlogRequests requests,
    PostService posts,
    AuthorService authors,
    TaxonomyService taxonomy,
    Messages messages,
    IOptions<BlogKitWebOptions> options)
{
    /// <summary>GET feed.xml.</summary>
    public async Task WriteAsync(HttpContext context, BlogMount mount)
    {
        if (await requests.OpenAsync(context, mount, withGuests: false).ConfigureAwait(false) is not { } request)
        {
            await messages.NoBlogAsync(context, mount).ConfigureAwait(false);
            return;
        }

        var listed = await posts.ListAsync(new PostListQuery(request.Blog.Id) { Size = options.Value.FeedSize }, request.Aborted).ConfigureAwait(false);
        if (!listed.Succeeded)
        {
            await messages.FailedAsync(request, listed.Error).ConfigureAwait(false);
            return;
        }

        var content = await ReadAsync(request, listed.Value).ConfigureAwait(false);
        var body = RssFeed.Write(content);
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(body))[..32]}\"");
        var response = context.Response;
        var headers = response.GetTypedHeaders();
        headers.ETag = tag;
        headers.LastModified = content.UpdatedAt;
        response.Headers.CacheControl = "no-cache";
        response.Headers.XContentTypeOptions = "nosniff";
        if (IsUnchanged(context.Request, tag, content.UpdatedAt))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = "application/rss+xml; charset=utf-8";
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, request.Aborted).ConfigureAwait(false);
    }

    private async Task<FeedContent> ReadAsync(BlogRequest request, Page<PostSummary> listed)
    {
        if (listed.Items.IsEmpty)
        {
            return new FeedContent(request.Blog, request.Links, []);
        }

        var counts = listed.Items.ToDictionary(static p => p.Id, static p => p.ShownComments);
        var texts = await posts.FindReadableAsync([.. counts.Keys], request.Aborted).ConfigureAwait(false);
        AuthorId[] authorIds = [.. texts.SelectMany(static p => p.AuthorIds).Distinct()];
        var writers = authorIds.Length == 0 ? [] : await authors.FindAsync(authorIds, request.Aborted).ConfigureAwait(false);
        var categories = texts.All(static p => p.CategoryIds.IsEmpty)
            ? []
            : await taxonomy.ListCategoriesAsync(request.Blog.Id, request.Aborted).ConfigureAwait(false);
        return new FeedContent(request.Blog, request.Links,
        [
            .. listed.Items.Select(p => texts.FirstOrDefault(text => text.Id == p.Id)).OfType<Post>().Select(post => new FeedEntry(
                post,
                counts[post.Id],
                [.. post.AuthorIds.SelectMany(id => writers.Where(a => a.Id == id))],
                [.. categories.Where(c => post.CategoryIds.Contains(c.Id))])),
        ]);
    }

    // RFC 9110, 13.2.2: a tag that was sent decides alone.
    private static bool IsUnchanged(HttpRequest request, EntityTagHeaderValue tag, DateTimeOffset updatedAt)
    {
        var headers = request.GetTypedHeaders();
        return headers.IfNoneMatch is { Count: > 0 } tags
            ? tags.Any(t => t.Equals(EntityTagHeaderValue.Any) || t.Compare(tag, useStrongComparison: false))
            : headers.IfModifiedSince >= updatedAt;
    }
}
