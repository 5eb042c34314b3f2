using BlogKit.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// The feeds, the same for everybody. From memory no command; else the blog's 5, tags 5, categories and series 6, authors 7, a thread's 3,
/// the newest comments' 3.
/// </summary>
internal sealed class FeedEndpoints(
    PostService posts,
    FeedReader reader,
    CommonAnswers answers,
    Messages messages,
    IOptions<FeedOptions> options,
    IEnumerable<IFeedHubs> hubs)
{
    // Lists say how many comments a post has.
    private static readonly BlogParts s_shown =
        BlogParts.AllReadersSeeBut(BlogChangeKind.Feedback, BlogChangeKind.Footers);

    /// <summary>GET feed.xml, feed.atom or feed.json of a list or thread.</summary>
    public Task WriteAsync(HttpContext context, FeedScope scope, FeedFormat format) => answers.WriteAsync(
        context,
        s_shown,
        async request =>
        {
            if (await ReadAsync(request, scope, format).ConfigureAwait(false) is not { } content)
            {
                return null;
            }

            var body = format switch
            {
                FeedFormat.Atom => AtomFeed.Write(content),
                FeedFormat.Json => JsonFeed.Write(content),
                _ => RssFeed.Write(content),
            };
            return new StoredAnswer(body, FeedFormats.MediaType(format) + "; charset=utf-8", AnswerMemory.Tag(body), null)
            {
                Link = Link(content, format),
                PostId = content.PostId,
            };
        });

    private async Task<FeedContent?> ReadAsync(BlogRequest request, FeedScope scope, FeedFormat format)
    {
        if (scope is FeedScope.Comments)
        {
            if (request.Blog.Comments.Mode is not CommentMode.Hidden)
            {
                return await reader.ReadNewestCommentsAsync(request).ConfigureAwait(false);
            }

            await messages.NotFoundAsync(request).ConfigureAwait(false);
            return null;
        }

        var slug = default(Slug);
        if (request.FindRouteValue("slug") is { } text
            && !(scope is FeedScope.Tag ? Tag.TryFold(text, out slug) : Slug.TryFold(text, out slug)))
        {
            await messages.NotFoundAsync(request).ConfigureAwait(false);
            return null;
        }

        return scope is FeedScope.Thread
            ? await ReadThreadAsync(request, slug, format).ConfigureAwait(false)
            : await ReadListAsync(request, scope, slug, format).ConfigureAwait(false);
    }

    private async Task<FeedContent?> ReadListAsync(BlogRequest request, FeedScope scope, Slug slug, FeedFormat format)
    {
        var query = new PostListQuery(request.Blog.Id) { Size = options.Value.Size };
        var listed = await posts.ListAsync(
            scope switch
            {
                FeedScope.Tag => query with { Tag = slug },
                FeedScope.Category => query with { Category = slug },
                FeedScope.Author => query with { Author = slug },
                FeedScope.Series => query with { Series = slug },
                _ => query,
            },
            request.Aborted).ConfigureAwait(false);
        if (!listed.Succeeded)
        {
            await messages.FailedAsync(request, listed.Error).ConfigureAwait(false);
            return null;
        }

        var content = await reader.ReadPostsAsync(request, scope, slug, listed.Value.Items).ConfigureAwait(false);
        if (content is null)
        {
            await messages.NotFoundAsync(request).ConfigureAwait(false);
        }

        if (content is not null && request.FindRouteValue("slug") is { } spelled && !slug.IsSpelled(spelled))
        {
            Redirect(request, BlogLinks.FeedOf(content.Path, format));
            return null;
        }

        return content is not null && scope is FeedScope.Blog
            ? content with { Hubs = [.. hubs.SelectMany(static all => all.Hubs)] }
            : content;
    }

    private async Task<FeedContent?> ReadThreadAsync(BlogRequest request, Slug slug, FeedFormat format)
    {
        var found = await posts.GetBySlugAsync(request.Blog.Id, slug, Actor.Anonymous, request.Aborted).ConfigureAwait(false);
        if (!found.Succeeded)
        {
            await messages.FailedAsync(request, found.Error).ConfigureAwait(false);
            return null;
        }

        var post = found.Value.Post;
        if (!ThreadFeeds.Has(request.Blog, post))
        {
            await messages.NotFoundAsync(request).ConfigureAwait(false);
            return null;
        }

        if (!found.Value.IsCurrent || !slug.IsSpelled(request.FindRouteValue("slug")))
        {
            Redirect(request, BlogLinks.FeedOf(request.Links.Post(post.Slug), format));
            return null;
        }

        return await reader.ReadThreadAsync(request, post).ConfigureAwait(false);
    }

    private static void Redirect(BlogRequest request, string path) =>
        Redirection.Write(request.Http, StatusCodes.Status301MovedPermanently, path + request.Http.Request.QueryString.ToUriComponent());

    // WebSub, 4: the feed's own address and its hubs, also in the header.
    private static string? Link(FeedContent content, FeedFormat format) => content.Hubs.IsEmpty
        ? null
        : string.Join(
            ", ",
            content.Hubs.Select(static hub => $"<{hub.AbsoluteUri}>; rel=\"hub\"").Append($"<{content.SelfUrl(format)}>; rel=\"self\""));
}
