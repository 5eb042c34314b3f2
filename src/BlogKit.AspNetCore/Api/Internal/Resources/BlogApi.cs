namespace BlogKit.AspNetCore.Internal;

/// <summary>The blog, and what its posts are sorted by. One command each beyond the blog's own.</summary>
internal sealed class BlogApi(PostService posts, TaxonomyService taxonomy, AuthorService authors)
{
    private const int MostTags = 1_000;

    public static IEnumerable<ApiOperation> Operations =>
    [
        ApiOperation.Read<BlogApi>(
            "", "readBlog", "The blog.", static json => json.ApiBlog, static (_, call) => Task.FromResult(ReadBlog(call))),
        ApiOperation.Read<BlogApi>(
            "/tags",
            "listTags",
            "The tags of listed posts, most used first.",
            static json => json.ApiTagList,
            static (api, call) => api.ListTagsAsync(call)) with
        {
            Query = [ApiParameter.Limit],
        },
        ApiOperation.Read<BlogApi>(
            "/categories",
            "listCategories",
            "All categories, a tree by their parents.",
            static json => json.ApiCategoryList,
            static (api, call) => api.ListCategoriesAsync(call)),
        ApiOperation.Read<BlogApi>(
            "/series", "listSeries", "All series.", static json => json.ApiSeriesList, static (api, call) => api.ListSeriesAsync(call)),
        ApiOperation.Read<BlogApi>(
            "/authors", "listAuthors", "All authors.", static json => json.ApiAuthorList, static (api, call) => api.ListAuthorsAsync(call)),
        ApiOperation.Read<BlogApi>(
            "/authors/{slug}",
            "readAuthor",
            "An author's profile.",
            static json => json.ApiAuthorProfile,
            static (api, call) => api.ReadAuthorAsync(call)),
    ];

    private static ApiReply ReadBlog(ApiCall call) =>
        ApiReply.Ok(ApiMapping.ToApi(call.Blog, call.Links), ApiJson.Default.ApiBlog) with { Version = call.Blog.Version };

    private async Task<ApiReply> ListTagsAsync(ApiCall call)
    {
        var limit = call.Limit() ?? MostTags;
        if (limit is < 1 or > MostTags)
        {
            call.Refuse("limit", "{field} must be {min} to {max}.", ("min", 1), ("max", MostTags));
        }

        if (call.Failure is { } failure)
        {
            return failure;
        }

        var tags = await posts.ListTagsAsync(call.Blog.Id, limit, call.Aborted).ConfigureAwait(false);
        return ApiReply.Ok(new ApiTagList([.. tags.Select(t => ApiMapping.ToApi(t, call.Links))]), ApiJson.Default.ApiTagList);
    }

    private async Task<ApiReply> ListCategoriesAsync(ApiCall call)
    {
        var categories = await taxonomy.ListAllCategoriesAsync(call.Blog.Id, call.Aborted).ConfigureAwait(false);
        return ApiReply.Ok(
            new ApiCategoryList([.. categories.Select(c => ApiMapping.ToApi(c, call.Links))]), ApiJson.Default.ApiCategoryList);
    }

    private async Task<ApiReply> ListSeriesAsync(ApiCall call)
    {
        var series = await taxonomy.ListAllSeriesAsync(call.Blog.Id, call.Aborted).ConfigureAwait(false);
        return ApiReply.Ok(new ApiSeriesList([.. series.Select(s => ApiMapping.ToApi(s, call.Links))]), ApiJson.Default.ApiSeriesList);
    }

    private async Task<ApiReply> ListAuthorsAsync(ApiCall call)
    {
        var all = await authors.ListAllAsync(call.Blog.Id, call.Aborted).ConfigureAwait(false);
        return ApiReply.Ok(new ApiAuthorList([.. all.Select(a => ApiMapping.ToProfile(a, call.Links))]), ApiJson.Default.ApiAuthorList);
    }

    private async Task<ApiReply> ReadAuthorAsync(ApiCall call)
    {
        if (!Slug.TryFold(call.Request.FindRouteValue("slug"), out var slug))
        {
            return ApiReply.NotFound(ErrorCodes.AuthorNotFound, "There is no such author.");
        }

        var found = await authors.GetBySlugAsync(call.Blog.Id, slug, call.Aborted).ConfigureAwait(false);
        if (found.Succeeded && !slug.IsSpelled(call.Request.FindRouteValue("slug")))
        {
            return ApiReply.Moved($"{call.Links.Api}/authors/{Uri.EscapeDataString(slug.Value)}");
        }

        return found.Succeeded
            ? ApiReply.Ok(ApiMapping.ToProfile(found.Value, call.Links), ApiJson.Default.ApiAuthorProfile) with
            {
                Version = found.Value.Version,
            }
            : ApiReply.Problem(found.Errors);
    }
}
