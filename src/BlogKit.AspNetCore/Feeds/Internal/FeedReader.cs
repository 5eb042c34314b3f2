using BlogKit.AspNetCore.Endpoints;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Gathers what stands in a feed: readable public posts and approved comments, whoever asks.</summary>
internal sealed class FeedReader(
    PostService posts, AuthorService authors, TaxonomyService taxonomy, ThreadService threads, IOptions<FeedOptions> options)
{
    /// <summary>The posts of a list; null when the list is of nothing.</summary>
    public async Task<FeedContent?> ReadPostsAsync(BlogRequest request, FeedScope scope, Slug slug, ImmutableArray<PostSummary> listed)
    {
        var counts = listed.ToDictionary(static p => p.Id, static p => p.ShownComments);
        var texts = listed.IsEmpty
            ? []
            : await posts.FindManyReadableAsync(request.Blog.Id, [.. counts.Keys], request.Aborted).ConfigureAwait(false);
        AuthorId[] authorIds = [.. texts.SelectMany(static p => p.AuthorIds).Distinct()];
        var writers = authorIds.Length == 0
            ? []
            : await authors.FindManyAsync(request.Blog.Id, authorIds, request.Aborted).ConfigureAwait(false);
        var categories = scope is not FeedScope.Category && texts.All(static p => p.CategoryIds.IsEmpty)
            ? []
            : await taxonomy.ListAllCategoriesAsync(request.Blog.Id, request.Aborted).ConfigureAwait(false);
        var (name, path) = scope switch
        {
            FeedScope.Tag => (listed.SelectMany(static p => p.Tags).FirstOrDefault(t => t.Slug == slug)?.Name, request.Links.Tag(slug)),
            FeedScope.Category => (categories.FirstOrDefault(c => c.Slug == slug)?.Name, request.Links.Category(slug)),
            FeedScope.Author => (
                writers.FirstOrDefault(a => a.Slug == slug)?.DisplayName
                    ?? ((await authors.GetBySlugAsync(
                        request.Blog.Id, slug, request.Aborted).ConfigureAwait(false)).TryGetValue(out var writer)
                        ? writer.DisplayName
                        : null),
                request.Links.Author(slug)),
            FeedScope.Series => (
                (await taxonomy.ListAllSeriesAsync(
                    request.Blog.Id, request.Aborted).ConfigureAwait(false)).FirstOrDefault(s => s.Slug == slug)?.Name,
                request.Links.Series(slug)),
            _ => (request.Blog.Name, request.Links.Home),
        };
        if (name is null)
        {
            return null;
        }

        var isBlog = scope is FeedScope.Blog;
        return new FeedContent(
            request.Blog,
            request.Links,
            isBlog ? $"urn:uuid:{request.Blog.Id.Value:D}" : request.Links.Absolute(path),
            isBlog ? name : $"{name} · {request.Blog.Name}",
            path,
            FeedEntry.WithIdsOnce(texts.Select(post => Entry(request, post, counts[post.Id], writers, categories))));
    }

    /// <summary>The newest comments on one post.</summary>
    public async Task<FeedContent> ReadThreadAsync(BlogRequest request, Post post)
    {
        var newest = await ListNewestAsync(request, post.Id).ConfigureAwait(false);
        var path = request.Links.Post(post.Slug);
        return new FeedContent(
            request.Blog,
            request.Links,
            request.Links.Absolute(BlogLinks.FeedOf(path, FeedFormat.Atom)),
            ThreadFeeds.Title(request, post),
            path,
            [.. newest.Select(comment => Entry(request, comment))])
        { PostId = post.Id };
    }

    /// <summary>The newest comments on the whole blog.</summary>
    public async Task<FeedContent> ReadNewestCommentsAsync(BlogRequest request)
    {
        var newest = await ListNewestAsync(request, null).ConfigureAwait(false);
        PostId[] ids = [.. newest.Select(static c => c.Post.Id).Distinct()];

        // A post may hide a thread that the blog shows.
        var shown = ids.Length == 0
            ? []
            : (await posts.FindManyReadableAsync(request.Blog.Id, ids, request.Aborted).ConfigureAwait(false))
                .Where(p => ThreadFeeds.Has(request.Blog, p))
                .Select(static p => p.Id)
                .ToHashSet();
        return new FeedContent(
            request.Blog,
            request.Links,
            request.Links.Absolute(BlogLinks.FeedOf(request.Links.CommentsFeedBase, FeedFormat.Atom)),
            request.Text.Format("openweb.comments-on", request.Blog.Name),
            request.Links.CommentsFeedBase,
            [.. newest.Where(c => shown.Contains(c.Post.Id)).Select(comment => Entry(request, comment))])
        { PagePath = request.Links.Home };
    }

    private async Task<ImmutableArray<NewestComment>> ListNewestAsync(BlogRequest request, PostId? postId)
    {
        var query = new NewestCommentsQuery(request.Blog.Id) { PostId = postId, Size = options.Value.Size };
        return (await threads.ListNewestAsync(query, request.Aborted).ConfigureAwait(false)).Value.Items;
    }

    private static FeedEntry Entry(
        BlogRequest request, Post post, int shownComments, ImmutableArray<Author> writers, ImmutableArray<Category> categories)
    {
        var path = request.Links.Post(post.Slug);
        var url = request.Links.Absolute(path);
        var baseUrl = new Uri(url, UriKind.Absolute);
        var publishedAt = post.PublishedAt ?? post.CreatedAt;
        var hasThread = ThreadFeeds.Has(request.Blog, post);
        return new FeedEntry($"urn:uuid:{post.Id.Value:D}", post.Title, url)
        {
            GivenId = post.FeedId,
            Html = AbsoluteUrls.In(post.Rendered.Html, baseUrl),
            Summary = post.Rendered.ExcerptText,
            PublishedAt = publishedAt,
            UpdatedAt = PostFace.ChangedAt(post),
            Authors = [.. post.AuthorIds
                .SelectMany(id => writers.Where(a => a.Id == id))
                .Select(a => new FeedPerson(a.DisplayName, request.Links.Absolute(request.Links.Author(a.Slug))))],
            Categories =
            [
                .. categories.Where(c => post.CategoryIds.Contains(c.Id)).Select(static c => c.Name),
                .. post.Tags.Select(static t => t.Name),
            ],
            Image = post.FeaturedImage is { } image && Uri.TryCreate(baseUrl, image.Url, out var picture)
                ? new FeedImage(picture.AbsoluteUri, image.AlternativeText) { Width = image.Width, Height = image.Height }
                : null,
            ShownComments = hasThread ? shownComments : null,
            CommentsUrl = hasThread ? url + "#comments" : null,
            ThreadPath = hasThread ? path : null,
        };
    }

    private static FeedEntry Entry(BlogRequest request, NewestComment comment)
    {
        var url = request.Links.AbsoluteComment(comment.Id, comment.Post.Slug);
        return new FeedEntry(
            $"urn:uuid:{comment.Id.Value:D}", request.Text.Format("openweb.comment-by", comment.Name, comment.Post.Title), url)
        {
            Html = AbsoluteUrls.In(
                ShownHtml.AbsoluteComment(comment.Html, request.Links),
                new Uri(request.Links.Absolute(request.Links.Post(comment.Post.Slug)), UriKind.Absolute)),
            Summary = comment.PlainText,
            PublishedAt = comment.CreatedAt,
            UpdatedAt = comment.CreatedAt,
            Authors = [new FeedPerson(comment.Name, null)],
        };
    }
}
