using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Lists of posts, and search. The first page: 3 commands; tags 3, categories and series 5, authors 5, search 2.</summary>
internal sealed class ListPages(
    BlogRequests requests,
    PostService posts,
    AuthorService authors,
    TaxonomyService taxonomy,
    SearchService search,
    PageRenderer renderer,
    Messages messages)
{
    /// <summary>GET the blog's first page.</summary>
    public Task ShowHomeAsync(HttpContext context, BlogMount mount) => ShowAsync(
        context,
        mount,
        static (request, _) => Task.FromResult<Listing?>(new Listing(new PostListQuery(request.Blog.Id), request.Links.Home)));

    /// <summary>GET tag/{slug}.</summary>
    public Task ShowTagAsync(HttpContext context, BlogMount mount) => ShowAsync(
        context,
        mount,
        static (request, slug) => Task.FromResult<Listing?>(
            new Listing(new PostListQuery(request.Blog.Id) { Tag = slug }, request.Links.Tag(slug)) { Kind = "Tag", Name = slug.Value, TagSlug = slug }));

    /// <summary>GET category/{slug}.</summary>
    public Task ShowCategoryAsync(HttpContext context, BlogMount mount) => ShowAsync(
        context,
        mount,
        async (request, slug) => (await taxonomy.ListCategoriesAsync(request.Blog.Id, request.Aborted).ConfigureAwait(false)).FirstOrDefault(c => c.Slug == slug) is { } category
            ? new Listing(new PostListQuery(request.Blog.Id) { Category = slug }, request.Links.Category(slug))
            {
                Kind = "Category",
                Name = category.Name,
                Description = category.Description,
            }
            : null);

    /// <summary>GET series/{slug}.</summary>
    public Task ShowSeriesAsync(HttpContext context, BlogMount mount) => ShowAsync(
        context,
        mount,
        async (request, slug) => (await taxonomy.ListSeriesAsync(request.Blog.Id, request.Aborted).ConfigureAwait(false)).FirstOrDefault(s => s.Slug == slug) is { } series
            ? new Listing(new PostListQuery(request.Blog.Id) { Series = slug }, request.Links.Series(slug))
            {
                Kind = "Series",
                Name = series.Name,
                Description = series.Description,
            }
            : null);

    /// <summary>GET author/{slug}.</summary>
    public Task ShowAuthorAsync(HttpContext context, BlogMount mount) => ShowAsync(
        context,
        mount,
        async (request, slug) => (await authors.FindBySlugAsync(request.Blog.Id, slug, request.Aborted).ConfigureAwait(false)).Value is { } author
            ? new Listing(new PostListQuery(request.Blog.Id) { Author = slug }, request.Links.Author(slug))
            {
                Kind = "Author",
                Name = author.DisplayName,
                Author = author,
            }
            : null);

    /// <summary>GET search?q=.</summary>
    public async Task SearchAsync(HttpContext context, BlogMount mount)
    {
        if (await requests.OpenAsync(context, mount).ConfigureAwait(false) is not { } request)
        {
            await messages.NoBlogAsync(context, mount).ConfigureAwait(false);
            return;
        }

        var text = (request.Query("q") ?? "").Trim();
        var frame = request.Frame("Search") with { NoIndex = true, SearchText = text };
        if (text.Length == 0)
        {
            await renderer.WriteAsync<Components.SearchView>(context, StatusCodes.Status200OK, new SearchModel(frame, text, [])).ConfigureAwait(false);
            return;
        }

        var found = await search.SearchAsync(request.Blog.Id, text, cursor: request.Query("cursor"), cancellationToken: request.Aborted).ConfigureAwait(false);
        var path = BlogLinks.WithQuery(request.Links.Search, "q", text);
        var model = found.Succeeded
            ? new SearchModel(frame, text, found.Value.Items)
            {
                PreviousUrl = Follow(path, found.Value.Previous),
                NextUrl = Follow(path, found.Value.Next),
            }
            : new SearchModel(frame, text, []) { Error = found.Error.Message };
        await renderer.WriteAsync<Components.SearchView>(
            context, found.Succeeded ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest, model).ConfigureAwait(false);
    }

    /// <summary>GET anything else below the blog's path.</summary>
    public async Task ShowNotFoundAsync(HttpContext context, BlogMount mount)
    {
        await (await requests.OpenAsync(context, mount).ConfigureAwait(false) is { } request
            ? messages.NotFoundAsync(request)
            : messages.NoBlogAsync(context, mount)).ConfigureAwait(false);
    }

    private static string? Follow(string path, string? cursor) => cursor is null ? null : BlogLinks.WithQuery(path, "cursor", cursor);

    private async Task ShowAsync(HttpContext context, BlogMount mount, Func<BlogRequest, Slug, Task<Listing?>> find)
    {
        if (await requests.OpenAsync(context, mount).ConfigureAwait(false) is not { } request)
        {
            await messages.NoBlogAsync(context, mount).ConfigureAwait(false);
            return;
        }

        var slug = default(Slug);
        if ((request.Route("slug") is { } text && !Slug.TryParse(text, out slug))
            || await find(request, slug).ConfigureAwait(false) is not { } listing)
        {
            await messages.NotFoundAsync(request).ConfigureAwait(false);
            return;
        }

        var read = await posts.ListAsync(listing.Query with { Cursor = request.Query("cursor") }, request.Aborted).ConfigureAwait(false);
        if (!read.Succeeded)
        {
            await messages.FailedAsync(request, read.Error).ConfigureAwait(false);
            return;
        }

        var items = read.Value.Items;
        if (listing.TagSlug is { } wanted)
        {
            // A tag is what posts carry: without a post there is none.
            if (items.SelectMany(static p => p.Tags).FirstOrDefault(t => t.Slug == wanted) is not { } tag)
            {
                await messages.NotFoundAsync(request).ConfigureAwait(false);
                return;
            }

            listing = listing with { Name = tag.Name };
        }

        var model = new PostListModel(Frame(request, listing), items)
        {
            Kind = listing.Kind,
            Name = listing.Name,
            Description = listing.Description,
            Author = listing.Author,
            Authors = await AuthorsOfAsync(items, request.Aborted).ConfigureAwait(false),
            NewerUrl = Follow(listing.Path, read.Value.Previous),
            OlderUrl = Follow(listing.Path, read.Value.Next),
        };
        await renderer.WriteAsync<Components.PostListView>(context, StatusCodes.Status200OK, model).ConfigureAwait(false);
    }

    private static PageFrame Frame(BlogRequest request, Listing listing)
    {
        var frame = request.Frame(listing.Name ?? request.Blog.Name);
        return frame with
        {
            Feeds = listing.Name is { } name ? [.. frame.Feeds, .. FeedLinks.Of(request.Links, name, listing.Path)] : frame.Feeds,
            Description = listing.Kind is null ? request.Blog.Description : listing.Description,
            Canonical = request.Query("cursor") is null ? request.Links.Absolute(listing.Path) : null,
        };
    }

    private async Task<ImmutableArray<Author>> AuthorsOfAsync(ImmutableArray<PostSummary> items, CancellationToken cancellationToken)
    {
        AuthorId[] ids = [.. items.SelectMany(static p => p.AuthorIds).Distinct()];
        return ids.Length == 0 ? [] : await authors.FindAsync(ids, cancellationToken).ConfigureAwait(false);
    }

    private sealed record Listing(PostListQuery Query, string Path)
    {
        public string? Kind { get; init; }

        public string? Name { get; init; }

        public string Description { get; init; } = "";

        public Author? Author { get; init; }

        public Slug? TagSlug { get; init; }
    }
}
