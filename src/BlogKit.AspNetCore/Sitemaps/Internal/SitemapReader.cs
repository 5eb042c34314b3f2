using BlogKit.AspNetCore.Endpoints;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// Lists every address search engines are told of: the first page, readable public posts and pages that ask to be listed and are no copies,
/// categories, series, authors and tags. Two commands for each 100 posts and pages, and five more.
/// </summary>
internal sealed class SitemapReader(PostService posts, AuthorService authors, TaxonomyService taxonomy, IOptions<BlogKitOptions> options)
{
    private const int MostAtOnce = 100;
    private const int MostTags = 1_000;

    public async Task<List<SitemapUrl>> ReadAsync(BlogRequest request)
    {
        var links = request.Links;
        var urls = new List<SitemapUrl> { new(links.Home, null) };
        await AddAsync(request, PostKind.Post, urls).ConfigureAwait(false);
        await AddAsync(request, PostKind.Page, urls).ConfigureAwait(false);
        var (blogId, aborted) = (request.Blog.Id, request.Aborted);
        urls.AddRange((await taxonomy.ListAllCategoriesAsync(blogId, aborted).ConfigureAwait(false)).Select(
            c => new SitemapUrl(links.Category(c.Slug), null)));
        urls.AddRange((await taxonomy.ListAllSeriesAsync(blogId, aborted).ConfigureAwait(false)).Select(
            s => new SitemapUrl(links.Series(s.Slug), null)));
        urls.AddRange(
            (await authors.ListAllAsync(blogId, aborted).ConfigureAwait(false)).Select(a => new SitemapUrl(links.Author(a.Slug), null)));
        urls.AddRange((await posts.ListTagsAsync(blogId, MostTags, aborted).ConfigureAwait(false)).Select(
            t => new SitemapUrl(links.Tag(t.Tag.Slug), null)));
        return urls;
    }

    private async Task AddAsync(BlogRequest request, PostKind kind, List<SitemapUrl> urls)
    {
        var query = new PostListQuery(request.Blog.Id) { Kind = kind, Size = Math.Min(MostAtOnce, options.Value.Posts.MaximumPageSize) };
        do
        {
            var page = (await posts.ListAsync(query, request.Aborted).ConfigureAwait(false)).Value;
            if (!page.Items.IsEmpty)
            {
                var texts = await posts.FindManyReadableAsync(
                    request.Blog.Id, [.. page.Items.Select(static p => p.Id)], request.Aborted).ConfigureAwait(false);
                urls.AddRange(texts
                    .Where(static p => p is { Visibility: PostVisibility.Public, Seo: { NoIndex: false, CanonicalUrl: null } })
                    .Select(p => Url(request, p)));
            }

            query = query with { Cursor = page.Next };
        }
        while (query.Cursor is not null);
    }

    private static SitemapUrl Url(BlogRequest request, Post post)
    {
        var path = request.Links.Post(post.Slug);
        var image = post.FeaturedImage is { } picture && Uri.TryCreate(request.Links.AbsoluteBase(path), picture.Url, out var url)
            ? url.AbsoluteUri
            : null;
        return new SitemapUrl(path, PostFace.ChangedAt(post)) { Image = image };
    }
}
