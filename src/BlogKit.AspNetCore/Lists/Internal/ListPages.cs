using System.Globalization;
using BlogKit.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// Lists of posts, terms and months, and search. Commands beyond those of the navigation: the first page, tags, years and months 3,
/// categories, series and authors 5, search, the archive, the lists of tags and of categories 2.
/// </summary>
internal sealed class ListPages(
    PostService posts,
    AuthorService authors,
    TaxonomyService taxonomy,
    SearchService search,
    PageRenderer renderer,
    Messages messages)
{
    private const int MostTags = 500;

    /// <summary>GET the blog's first page.</summary>
    public Task ShowHomeAsync(BlogRequest request) => ShowAsync(
        request,
        static (request, _) => Task.FromResult<Listing?>(new Listing(new PostListQuery(request.Blog.Id), request.Links.Home)));

    /// <summary>GET tag/{slug}.</summary>
    public Task ShowTagAsync(BlogRequest request) => ShowAsync(
        request,
        static (request, slug) => Task.FromResult<Listing?>(
            new Listing(new PostListQuery(request.Blog.Id) { Tag = slug }, request.Links.Tag(slug))
            {
                Kind = request.Text["list.tag"],
                KindUrl = request.Links.Tags,
                Name = slug.Value,
                TagSlug = slug,
            }),
        isTag: true);

    /// <summary>GET category/{slug}.</summary>
    public Task ShowCategoryAsync(BlogRequest request) => ShowAsync(
        request,
        async (request, slug) => (await taxonomy.ListAllCategoriesAsync(
            request.Blog.Id, request.Aborted).ConfigureAwait(false)).FirstOrDefault(c => c.Slug == slug) is { } category
            ? new Listing(new PostListQuery(request.Blog.Id) { Category = slug }, request.Links.Category(slug))
            {
                Kind = request.Text["list.category"],
                KindUrl = request.Links.Categories,
                Name = category.Name,
                Description = category.Description,
            }
            : null);

    /// <summary>GET series/{slug}.</summary>
    public Task ShowSeriesAsync(BlogRequest request) => ShowAsync(
        request,
        async (request, slug) => (await taxonomy.ListAllSeriesAsync(
            request.Blog.Id, request.Aborted).ConfigureAwait(false)).FirstOrDefault(s => s.Slug == slug) is { } series
            ? new Listing(new PostListQuery(request.Blog.Id) { Series = slug }, request.Links.Series(slug))
            {
                Kind = request.Text["list.series"],
                Name = series.Name,
                Description = series.Description,
            }
            : null);

    /// <summary>GET author/{slug}.</summary>
    public Task ShowAuthorAsync(BlogRequest request) => ShowAsync(
        request,
        async (request, slug) => (await authors.GetBySlugAsync(
            request.Blog.Id, slug, request.Aborted).ConfigureAwait(false)).TryGetValue(out var author)
            ? new Listing(new PostListQuery(request.Blog.Id) { Author = slug }, request.Links.Author(slug))
            {
                Kind = request.Text["list.author"],
                Name = author.DisplayName,
                Author = ReaderAuthor.Of(author),
            }
            : null);

    /// <summary>GET search?q=.</summary>
    public async Task SearchAsync(BlogRequest request)
    {
        var text = (request.FindQueryValue("q") ?? "").Trim();
        var scope = PageText.ReadScope(request.FindQueryValue("in"));
        var title = text.Length == 0 ? request.Text["search.title"] : request.Text.Format("search.title-for", text);
        var model = new SearchModel(request.Frame(title) with { NoIndex = true, SearchText = text }, text, []) { Scope = scope };
        if (text.Length == 0)
        {
            await renderer.WriteAsync<Components.SearchView, SearchModel>(
                request.Http, StatusCodes.Status200OK, model).ConfigureAwait(false);
            return;
        }

        if (LimitRefusal.Of(request.Http) is { } refusal)
        {
            model = model with { Error = FormErrors.Sentence(refusal.Error, "", request.Text) };
            await renderer.WriteAsync<Components.SearchView, SearchModel>(
                request.Http, StatusCodes.Status429TooManyRequests, model).ConfigureAwait(false);
            return;
        }

        var found = await search.SearchAsync(
            new SearchRequest(request.Blog.Id, text) { Scope = scope, Cursor = request.FindQueryValue("cursor") },
            request.Aborted).ConfigureAwait(false);
        var path = PageText.SearchUrl(request.Links, text, scope);
        if (found.Succeeded && EmptiedPage.LeadsOn(request, found.Value, path))
        {
            return;
        }

        model = found.Succeeded
            ? model with
            {
                Hits = found.Value.Items,
                PreviousUrl = Follow(path, found.Value.Previous),
                NextUrl = Follow(path, found.Value.Next),
            }
            : model with { Error = FormErrors.Sentence(found.Error, request.Text["search.label"], request.Text) };
        await renderer.WriteAsync<Components.SearchView, SearchModel>(
            request.Http, found.Succeeded ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest, model).ConfigureAwait(false);
    }

    /// <summary>GET archive.</summary>
    public async Task ShowArchiveAsync(BlogRequest request)
    {
        var months = await posts.ListAllMonthsAsync(request.Blog, request.Aborted).ConfigureAwait(false);
        var model = new ArchiveModel(Described(request, request.Text["list.archive"], request.Links.Archive), months);
        await renderer.WriteAsync<Components.ArchiveView, ArchiveModel>(request.Http, StatusCodes.Status200OK, model).ConfigureAwait(false);
    }

    /// <summary>GET archive/{year} and archive/{year}/{month}.</summary>
    public Task ShowPeriodAsync(BlogRequest request) => ShowAsync(
        request,
        static (request, _) => Task.FromResult(Period(request)));

    /// <summary>GET tags.</summary>
    public async Task ShowTagsAsync(BlogRequest request)
    {
        var tags = await posts.ListTagsAsync(request.Blog.Id, MostTags, request.Aborted).ConfigureAwait(false);
        var model = new TermListModel(
            Described(request, request.Text["site.tags"], request.Links.Tags),
            [.. tags.Select(tag => new TermLink(tag.Tag.Name, request.Links.Tag(tag.Tag.Slug)) { Posts = tag.Posts })])
        {
            EmptyText = request.Text["list.no-tags"],
        };
        await renderer.WriteAsync<Components.TermListView, TermListModel>(
            request.Http, StatusCodes.Status200OK, model).ConfigureAwait(false);
    }

    /// <summary>GET categories.</summary>
    public async Task ShowCategoriesAsync(BlogRequest request)
    {
        var categories = await taxonomy.ListAllCategoriesAsync(request.Blog.Id, request.Aborted).ConfigureAwait(false);
        var model = new TermListModel(
            Described(request, request.Text["site.categories"], request.Links.Categories), Below(request.Links, categories, null))
        {
            EmptyText = request.Text["list.no-categories"],
        };
        await renderer.WriteAsync<Components.TermListView, TermListModel>(
            request.Http, StatusCodes.Status200OK, model).ConfigureAwait(false);
    }

    /// <summary>GET anything else below the blog's path.</summary>
    public Task ShowNotFoundAsync(BlogRequest request) => messages.NotFoundAsync(request);

    private static Listing? Period(BlogRequest request)
    {
        if (!TryReadNumber(request.FindRouteValue("year"), 4, out var year) || year is < 2 or > 9998)
        {
            return null;
        }

        if (request.FindRouteValue("month") is null)
        {
            var first = new DateTime(year, 1, 1);
            return new Listing(Between(request, first, first.AddYears(1)), request.Links.ArchiveOf(year))
            {
                Kind = request.Text["list.archive"],
                KindUrl = request.Links.Archive,
                Name = PageText.Year(year),
                MustHold = true,
            };
        }

        if (!TryReadNumber(request.FindRouteValue("month"), 2, out var month) || month is < 1 or > 12)
        {
            return null;
        }

        var start = new DateTime(year, month, 1);
        return new Listing(Between(request, start, start.AddMonths(1)), request.Links.ArchiveOf(year, month))
        {
            Kind = PageText.Year(year),
            KindUrl = request.Links.ArchiveOf(year),
            Name = PageText.Month(request.Text, year, month),
            MustHold = true,
        };
    }

    private static PostListQuery Between(BlogRequest request, DateTime from, DateTime until) =>
        new(request.Blog.Id) { From = PageText.StartOf(from, request.Text.Zone), Until = PageText.StartOf(until, request.Text.Zone) };

    // One address per month: "2026/03" is one, "2026/3" is none.
    private static bool TryReadNumber(string? text, int digits, out int number)
    {
        number = 0;
        return text?.Length == digits && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    // A tree as deep as its deepest branch; parents cannot be circular.
    private static ImmutableArray<TermLink> Below(BlogLinks links, ImmutableArray<Category> all, CategoryId? parent) =>
        [.. all.Where(c => c.ParentId == parent).Select(c => new TermLink(c.Name, links.Category(c.Slug))
        {
            Description = c.Description,
            Children = Below(links, all, c.Id),
        })];

    private static PageFrame Described(BlogRequest request, string title, string path) => request.Frame(title) with
    {
        Canonical = request.Links.Absolute(path),
        StructuredData = StructuredData.ForPage(request.Links, request.Blog, (title, path)),
    };

    private static string? Follow(string path, string? cursor) => cursor is null ? null : BlogLinks.WithQuery(path, "cursor", cursor);

    private async Task ShowAsync(BlogRequest request, Func<BlogRequest, Slug, Task<Listing?>> find, bool isTag = false)
    {
        var slug = default(Slug);
        if ((request.FindRouteValue("slug") is { } text && !(isTag ? Tag.TryFold(text, out slug) : Slug.TryFold(text, out slug)))
            || await find(request, slug).ConfigureAwait(false) is not { } listing)
        {
            await messages.NotFoundAsync(request).ConfigureAwait(false);
            return;
        }

        var query = listing.Query with { Cursor = request.FindQueryValue("cursor") };
        var read = await posts.ListAsync(query, request.Aborted).ConfigureAwait(false);
        if (!read.Succeeded)
        {
            await messages.FailedAsync(request, read.Error).ConfigureAwait(false);
            return;
        }

        var items = read.Value.Items;
        if (EmptiedPage.LeadsOn(request, read.Value, listing.Path))
        {
            return;
        }

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

        if (items.IsEmpty && listing.MustHold)
        {
            await messages.NotFoundAsync(request).ConfigureAwait(false);
            return;
        }

        if (request.FindRouteValue("slug") is { } spelled && !slug.IsSpelled(spelled))
        {
            Redirection.Write(
                request.Http, StatusCodes.Status301MovedPermanently, listing.Path + request.Http.Request.QueryString.ToUriComponent());
            return;
        }

        var model = new PostListModel(Frame(request, listing), [.. items.Select(ReaderPostSummary.Of)])
        {
            Kind = listing.Kind,
            KindUrl = listing.KindUrl,
            Name = listing.Name,
            Description = listing.Description,
            Author = listing.Author,
            Authors = await AuthorsOfAsync(request.Blog.Id, items, request.Aborted).ConfigureAwait(false),
            NewerUrl = Follow(listing.Path, read.Value.Previous),
            OlderUrl = Follow(listing.Path, read.Value.Next),
        };
        await renderer.WriteAsync<Components.PostListView, PostListModel>(
            request.Http, StatusCodes.Status200OK, model).ConfigureAwait(false);
    }

    private static PageFrame Frame(BlogRequest request, Listing listing)
    {
        var isFirst = request.FindQueryValue("cursor") is null;
        var frame = request.Frame(listing.Name ?? request.Blog.Name);
        frame = frame with
        {
            Feeds = listing is { Name: { } term, MustHold: false }
                ? [.. frame.Feeds, .. FeedLinks.Of(request.Links, term, listing.Path)]
                : frame.Feeds,
            Description = ShortText.Description(listing.Kind is null ? request.Blog.Description : listing.Description),
            Canonical = isFirst ? request.Links.Absolute(listing.Path) : null,
        };
        return !isFirst ? frame : frame with
        {
            Metadata = listing.Author is { } author
                ? new PageMetadata
                {
                    Type = "profile",
                    ImageUrl = author.AvatarUrl is { } picture
                    ? request.Links.AbsoluteFile(picture.OriginalString)
                    : null,
                    ImageText = author.DisplayName
                }
                : new PageMetadata(),
            StructuredData = listing switch
            {
                { Author: { } profile } => StructuredData.ForAuthor(request.Links, request.Blog, profile),
                { Kind: { } kind, KindUrl: { } above } =>
                    StructuredData.ForPage(request.Links, request.Blog, (kind, above), (listing.Name!, listing.Path)),
                { Name: { } name } => StructuredData.ForPage(request.Links, request.Blog, (name, listing.Path)),
                _ => StructuredData.ForHome(request.Links, request.Blog),
            },
        };
    }

    private async Task<ImmutableArray<ReaderAuthor>> AuthorsOfAsync(
        BlogId blogId, ImmutableArray<PostSummary> items, CancellationToken cancellationToken)
    {
        AuthorId[] ids = [.. items.SelectMany(static p => p.AuthorIds).Distinct()];
        return ids.Length == 0
            ? []
            : [.. (await authors.FindManyAsync(blogId, ids, cancellationToken).ConfigureAwait(false)).Select(ReaderAuthor.Of)];
    }

    private sealed record Listing(PostListQuery Query, string Path)
    {
        public string? Kind { get; init; }

        public string? KindUrl { get; init; }

        /// <summary>Whether there is no such list when it is empty.</summary>
        public bool MustHold { get; init; }

        public string? Name { get; init; }

        public string Description { get; init; } = "";

        public ReaderAuthor? Author { get; init; }

        public Slug? TagSlug { get; init; }
    }
}
