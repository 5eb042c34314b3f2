namespace BlogKit.AspNetCore.Internal;

/// <summary>Published posts, and search. Commands: posts 3, a post 5 (4 without categories), search 2.</summary>
internal sealed class PostsApi(
    ReadablePosts readable,
    PostService posts,
    AuthorService authors,
    TaxonomyService taxonomy,
    ThreadService threads,
    SearchService search,
    TimeProvider clock)
{
    private const int UsualHits = 20;

    public static IEnumerable<ApiOperation> Operations =>
    [
        ApiOperation.Read<PostsApi>(
            "/posts",
            "listPosts",
            "Published posts, newest first.",
            static json => json.ApiPostList,
            static (api, call) => api.ListAsync(call)) with
        {
            Query =
            [
                ApiParameter.Limit,
                ApiParameter.Cursor,
                ApiParameter.Choice<PostKind>("kind", "Posts of the stream, or pages."),
                ApiParameter.Slug("tag", "Only posts with this tag."),
                ApiParameter.Slug("category", "Only posts in this category or below it."),
                ApiParameter.Slug("series", "Only posts of this series."),
                ApiParameter.Slug("author", "Only posts by this author."),
                ApiParameter.From,
                ApiParameter.Until,
            ],
        },
        ApiOperation.Read<PostsApi>(
            "/posts/{slug}",
            "readPost",
            "A post with its text. A former slug leads to the current one.",
            static json => json.ApiPost,
            static (api, call) => api.ReadAsync(call)),
        ApiOperation.Read<PostsApi>(
            "/search",
            "search",
            "Posts and comments that contain every word, best first.",
            static json => json.ApiSearchPage,
            static (api, call) => api.SearchAsync(call)) with
        {
            Query =
            [
                new ApiParameter("q", "string", "Words; those in double quotes follow one another, the last may be the beginning of one.")
                {
                    IsRequired = true,
                },
                ApiParameter.Choice<SearchScope>("scope", "What is searched."),
                ApiParameter.Limit,
                ApiParameter.Cursor,
            ],
            RateLimit = BlogKitRateLimits.Search,
        },
    ];

    private static string? ReasonName(ThreadClosedReason? reason) => reason switch
    {
        null => null,
        ThreadClosedReason.ByAge => "by-age",
        ThreadClosedReason.ByCount => "by-count",
        _ => "by-hand",
    };

    private async Task<ApiReply> ListAsync(ApiCall call)
    {
        var query = new PostListQuery(call.Blog.Id)
        {
            Size = call.Limit(),
            Cursor = call.Query("cursor"),
            Kind = call.Choice<PostKind>("kind") ?? PostKind.Post,
            Tag = call.SlugOf("tag"),
            Category = call.SlugOf("category"),
            Series = call.SlugOf("series"),
            Author = call.SlugOf("author"),
            From = call.Instant("from"),
            Until = call.Instant("until"),
        };
        if (call.Failure is { } failure)
        {
            return failure;
        }

        var read = await posts.ListAsync(query, call.Aborted).ConfigureAwait(false);
        if (!read.Succeeded)
        {
            return ApiReply.Problem(read.Errors);
        }

        AuthorId[] ids = [.. read.Value.Items.SelectMany(static p => p.AuthorIds).Distinct()];
        var writers = ids.Length == 0 ? [] : await authors.FindManyAsync(call.Blog.Id, ids, call.Aborted).ConfigureAwait(false);
        var page = new ApiPostList(
            [.. read.Value.Items.Select(p => ApiMapping.ToApi(p, writers, call.Links))], read.Value.Previous, read.Value.Next);
        return ApiReply.Ok(page, ApiJson.Default.ApiPostList) with { Link = call.PageLinks(page.Previous, page.Next) };
    }

    private async Task<ApiReply> ReadAsync(ApiCall call)
    {
        var (post, refusal) = await readable.FindAsync(call, "").ConfigureAwait(false);
        if (post is null)
        {
            return refusal!;
        }

        var writers = await authors.FindManyAsync(call.Blog.Id, post.AuthorIds, call.Aborted).ConfigureAwait(false);
        var categories = post.CategoryIds.IsEmpty
            ? []
            : (await taxonomy.ListAllCategoriesAsync(post.BlogId, call.Aborted).ConfigureAwait(false)).RemoveAll(
                c => !post.CategoryIds.Contains(c.Id));
        var settings = call.Blog.Comments.With(post.Comments);
        var count = settings.Mode is CommentMode.Hidden
            ? 0
            : (await threads.CountAsync(call.Blog.Id, post.Id, call.Aborted).ConfigureAwait(false)).Approved;
        var reason = settings.FindClosedReason(post.PublishedAt, count, clock.GetUtcNow());
        return ApiReply.Ok(
            ApiMapping.ToApi(post, writers, categories, new ApiCommentState(count, reason is null, ReasonName(reason)), call.Links),
            ApiJson.Default.ApiPost);
    }

    private async Task<ApiReply> SearchAsync(ApiCall call)
    {
        var text = call.Query("q");
        if (text is null)
        {
            call.Refuse("q", "{field} is required: the words to look for.");
        }

        var scope = call.Choice<SearchScope>("scope") ?? SearchScope.Everything;
        var limit = call.Limit() ?? UsualHits;
        if (call.Failure is { } failure)
        {
            return failure;
        }

        var read = await search.SearchAsync(
            new SearchRequest(call.Blog.Id, text!) { Scope = scope, Size = limit, Cursor = call.Query("cursor") },
            call.Aborted).ConfigureAwait(false);
        if (!read.Succeeded)
        {
            return ApiReply.Problem([.. read.Errors.Select(static e => e.Field is "Text" ? e with { Field = "q" } : e)]);
        }

        var page = new ApiSearchPage(
            [.. read.Value.Items.Select(h => ApiMapping.ToApi(h, call.Links))], read.Value.Previous, read.Value.Next);
        return ApiReply.Ok(page, ApiJson.Default.ApiSearchPage) with { Link = call.PageLinks(page.Previous, page.Next) };
    }
}
