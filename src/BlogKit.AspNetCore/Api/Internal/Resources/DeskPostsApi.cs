using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Posts as their authors work on them.</summary>
internal sealed class DeskPostsApi(PostService posts, IOptions<BlogKitOptions> options)
{
    public static IEnumerable<ApiOperation> Operations => All.Select(static operation => operation with { Access = ApiAccess.Writers });

    private static IEnumerable<ApiOperation> All =>
    [
        ApiOperation.Read<DeskPostsApi>(
            "/desk/posts",
            "listDeskPosts",
            "Posts in every stage, last changed first: all for editors, own ones for others.",
            static json => json.ApiDeskPostList,
            static (api, call) => api.ListAsync(call)) with
        {
            Query =
            [
                ApiParameter.Choice<PostStatus>("status", "Only posts in this stage."),
                ApiParameter.Choice<PostKind>("kind", "Posts of the stream, or pages."),
                ApiParameter.Limit,
                ApiParameter.Cursor,
            ],
        },
        ApiOperation.Post<DeskPostsApi, ApiPostInput>(
            "/desk/posts",
            "createPost",
            "Creates a draft.",
            static json => json.ApiPostInput,
            static (api, call, input) => api.CreateAsync(call, input)) with
        {
            OutputType = static json => json.ApiDeskPost,
            Status = StatusCodes.Status201Created,
            IsVersioned = true,
            HasLargeBody = true,
        },
        ApiOperation.Read<DeskPostsApi>(
            "/desk/posts/{id}",
            "readDeskPost",
            "A post with its source.",
            static json => json.ApiDeskPost,
            static (api, call) => api.ReadAsync(call)) with
        {
            IsVersioned = true,
        },
        Changing(ApiOperation.Put<DeskPostsApi, ApiPostInput>(
            "/desk/posts/{id}",
            "updatePost",
            "Replaces a post's content and settings; its stage stays. A replaced slug goes on leading here.",
            static json => json.ApiPostInput,
            static (api, call, input) => api.UpdateAsync(call, input))) with
        {
            HasLargeBody = true,
        },
        ApiOperation.Delete<DeskPostsApi>(
            "/desk/posts/{id}",
            "deletePost",
            "Removes a draft or archived post for ever, with its thread.",
            static (api, call) => api.DeleteAsync(call)) with
        {
            NeedsMatch = true,
        },
        Stage(
            "publish",
            "publishPost",
            "Publishes a post.",
            static json => json.ApiPublish,
            static (api, call, input, post) => input.PublishedAt is { } at
                ? api.Posts.PublishAsync(post.BlogId, post.Id, at, call.Actor, post.Version, call.Aborted)
                : api.Posts.PublishAsync(post.BlogId, post.Id, call.Actor, post.Version, call.Aborted)),
        Stage(
            "schedule",
            "schedulePost",
            "Lets a post appear at a moment to come.",
            static json => json.ApiSchedule,
            static (api, call, input, post) =>
                api.Posts.ScheduleAsync(post.BlogId, post.Id, input.PublishAt, call.Actor, post.Version, call.Aborted)),
        Stage("draft", "returnPostToDraft", "Makes a post a draft again.", static json => json.ApiNothing, static (api, call, _, post) =>
            api.Posts.ReturnToDraftAsync(post.BlogId, post.Id, call.Actor, post.Version, call.Aborted)),
        Stage(
            "review",
            "submitPostForReview",
            "Asks an editor to look at a draft.",
            static json => json.ApiNothing,
            static (api, call, _, post) =>
                api.Posts.SubmitForReviewAsync(post.BlogId, post.Id, call.Actor, post.Version, call.Aborted)),
        Stage(
            "private",
            "makePostPrivate",
            "Lets only authors and editors see a post.",
            static json => json.ApiNothing,
            static (api, call, _, post) =>
                api.Posts.MakePrivateAsync(post.BlogId, post.Id, call.Actor, post.Version, call.Aborted)),
        Stage(
            "archive",
            "archivePost",
            "Takes a post down; its address says that it is gone.",
            static json => json.ApiNothing,
            static (api, call, _, post) =>
                api.Posts.ArchiveAsync(post.BlogId, post.Id, call.Actor, post.Version, call.Aborted)),
        Stage(
            "unarchive",
            "unarchivePost",
            "Takes an archived post back to the stage it had.",
            static json => json.ApiNothing,
            static (api, call, _, post) =>
                api.Posts.UnarchiveAsync(post.BlogId, post.Id, call.Actor, post.Version, call.Aborted)),
        Changing(ApiOperation.Put<DeskPostsApi, ApiPassword>(
            "/desk/posts/{id}/password",
            "setPostPassword",
            "Protects a post with a password, or no longer.",
            static json => json.ApiPassword,
            static (api, call, input) =>
                api.ChangeAsync(
                    call,
                    post => api.Posts.SetPasswordAsync(post.BlogId, post.Id, input.Password, call.Actor, post.Version, call.Aborted)))),
        ApiOperation.Read<DeskPostsApi>(
            "/desk/posts/{id}/revisions",
            "listRevisions",
            "The contents a post had, newest first.",
            static json => json.ApiRevisionList,
            static (api, call) => api.ListRevisionsAsync(call)),
        Changing(ApiOperation.Post<DeskPostsApi, ApiNothing>(
            "/desk/posts/{id}/revisions/{revision}/restore",
            "restoreRevision",
            "Gives a post an earlier content again, as a new revision.",
            static json => json.ApiNothing,
            static (api, call, _) => api.RestoreAsync(call))),
        ApiOperation.Post<DeskPostsApi, ApiMarkdown>(
            "/desk/preview",
            "previewPost",
            "Renders a text as a post would be, and keeps nothing.",
            static json => json.ApiMarkdown,
            static (api, call, input) => api.PreviewAsync(call, input)) with
        {
            OutputType = static json => json.ApiPostPreview,
            TakesKey = false,
            KeepsNothing = true,
            HasLargeBody = true,
        },
    ];

    private PostService Posts => posts;

    private static ApiOperation Stage<TInput>(
        string name,
        string id,
        string summary,
        Func<ApiJson, JsonTypeInfo<TInput>> input,
        Func<DeskPostsApi, ApiCall, TInput, Post, Task<Result<Post>>> change)
        where TInput : notnull =>
        Changing(ApiOperation.Post<DeskPostsApi, TInput>(
            $"/desk/posts/{{id}}/{name}",
            id,
            summary,
            input,
            (api, call, given) => api.ChangeAsync(call, post => change(api, call, given, post))));

    /// <summary>An operation that changes a post as it is known and answers with it.</summary>
    private static ApiOperation Changing(ApiOperation operation) => operation with
    {
        OutputType = static json => json.ApiDeskPost,
        IsVersioned = true,
        NeedsMatch = true,
    };

    private static ApiReply Show(ApiCall call, Post post, int status = StatusCodes.Status200OK) =>
        ApiReply.Of(status, ApiDeskMapping.ToApi(post, call.Links), ApiJson.Default.ApiDeskPost) with { Version = post.Version };

    private static ApiReply Missing() => ApiReply.NotFound(ErrorCodes.PostNotFound, "There is no such post.");

    private async Task<ApiReply> ListAsync(ApiCall call)
    {
        var (status, kind, limit) = (call.Choice<PostStatus>("status"), call.Choice<PostKind>("kind"), call.Limit());
        if (call.Failure is { } failure)
        {
            return failure;
        }

        var read = await posts.ListForDeskAsync(
            new DeskPostsQuery(call.Blog.Id) { Status = status, Kind = kind, Size = limit, Cursor = call.Query("cursor") },
            call.Actor,
            call.Aborted).ConfigureAwait(false);
        if (!read.Succeeded)
        {
            return ApiReply.Problem(read.Errors);
        }

        var page = new ApiDeskPostList([.. read.Value.Items.Select(ApiDeskMapping.ToApi)], read.Value.Previous, read.Value.Next);
        return ApiReply.Ok(page, ApiJson.Default.ApiDeskPostList) with { Link = call.PageLinks(page.Previous, page.Next) };
    }

    private async Task<ApiReply> CreateAsync(ApiCall call, ApiPostInput input)
    {
        if (Read(call, input, out var slug, out var canonical) is { } refusal)
        {
            return refusal;
        }

        var created = await posts.CreateAsync(
            new NewPost(call.Blog.Id, input.Title, input.Markdown)
            {
                Format = input.Format ?? PostFormat.Markdown,
                Kind = input.Kind,
                ParentId = input.ParentId,
                Slug = slug,
                AuthorIds = input.AuthorIds ?? [],
                Excerpt = input.Excerpt,
                Tags = input.Tags ?? [],
                CategoryIds = input.CategoryIds ?? [],
                SeriesId = input.SeriesId,
                SeriesPosition = input.SeriesPosition,
                FooterBlockIds = input.FooterBlockIds ?? [],
                FeaturedImage = Image(input),
                Seo = Seo(input, canonical),
                IsPinned = input.IsPinned is true,
                Fields = Fields(input) ?? [],
                FeedId = input.FeedId,
                Comments = input.Comments is null ? null : Comments(input),
                Visibility = input.Visibility ?? PostVisibility.Public,
                Password = input.Password,
            },
            call.Actor,
            call.Aborted).ConfigureAwait(false);
        return created.Succeeded
            ? Show(call, created.Value, StatusCodes.Status201Created) with { Location = $"{call.Links.ApiDesk}/posts/{created.Value.Id}" }
            : ApiReply.Problem(created.Errors);
    }

    private async Task<ApiReply> ReadAsync(ApiCall call) =>
        await FindAsync(call).ConfigureAwait(false) is { } post ? Show(call, post) : Missing();

    private Task<ApiReply> UpdateAsync(ApiCall call, ApiPostInput input) =>
        Read(call, input, out var slug, out var canonical) is { } refusal
            ? Task.FromResult(refusal)
            : ChangeAsync(call, post => posts.UpdateAsync(
                post with
                {
                    Title = input.Title,
                    Markdown = input.Markdown,
                    Format = input.Format ?? post.Format,
                    ParentId = input.ParentId,
                    Slug = slug ?? post.Slug,
                    Excerpt = input.Excerpt,
                    AuthorIds = input.AuthorIds ?? post.AuthorIds,
                    Tags = [.. (input.Tags ?? []).Where(static t => !string.IsNullOrWhiteSpace(t)).Select(Tag.From)],
                    CategoryIds = input.CategoryIds ?? [],
                    SeriesId = input.SeriesId,
                    SeriesPosition = input.SeriesPosition,
                    FooterBlockIds = input.FooterBlockIds ?? [],
                    FeaturedImage = Image(input),
                    Seo = Seo(input, canonical),
                    IsPinned = input.IsPinned ?? post.IsPinned,
                    Fields = Fields(input) ?? post.Fields,
                    FeedId = input.FeedId ?? post.FeedId,
                    Comments = Comments(input),
                    Visibility = input.Visibility ?? post.Visibility,
                },
                call.Actor,
                input.Note,
                call.Aborted));

    private async Task<ApiReply> DeleteAsync(ApiCall call)
    {
        if (await FindAsync(call).ConfigureAwait(false) is not { } post)
        {
            return Missing();
        }

        if (call.Differs(post.Version, out var refusal))
        {
            return refusal;
        }

        var deleted = await posts.DeleteAsync(post.BlogId, post.Id, call.Actor, post.Version, call.Aborted).ConfigureAwait(false);
        return deleted.Succeeded ? ApiReply.NoContent : call.Problem(deleted.Errors);
    }

    private async Task<ApiReply> ListRevisionsAsync(ApiCall call)
    {
        if (await FindAsync(call).ConfigureAwait(false) is not { } post)
        {
            return Missing();
        }

        var read = await posts.ListRevisionsAsync(post.BlogId, post.Id, call.Actor, cancellationToken: call.Aborted).ConfigureAwait(false);
        return read.Succeeded
            ? ApiReply.Ok(new ApiRevisionList([.. read.Value.Select(ApiDeskMapping.ToApi)]), ApiJson.Default.ApiRevisionList)
            : ApiReply.Problem(read.Errors);
    }

    private Task<ApiReply> RestoreAsync(ApiCall call) =>
        RevisionId.TryParse(call.Request.FindRouteValue("revision"), null, out var revision)
            ? ChangeAsync(call, post => posts.RestoreRevisionAsync(post.BlogId, post.Id, revision, call.Actor, post.Version, call.Aborted))
            : Task.FromResult(ApiReply.NotFound(ErrorCodes.RevisionNotFound, "revision"));

    private async Task<ApiReply> PreviewAsync(ApiCall call, ApiMarkdown input)
    {
        if (!call.Actor.ForBlog(call.Blog.Id).CanWrite)
        {
            return ApiReply.Problem(BlogError.Of(ErrorKind.Forbidden, ErrorCodes.NotAllowed, "You may not write posts here."));
        }

        var longest = options.Value.Posts.MaximumLength;
        if (input.Markdown.Length > longest)
        {
            return ApiReply.Problem(BlogError.Of(
                ErrorKind.Invalid,
                ErrorCodes.TooLong,
                "{field} has {length} characters; at most {max} are allowed.",
                nameof(Post.Markdown),
                ("length", input.Markdown.Length),
                ("max", longest)));
        }

        var preview = await posts.PreviewAsync(call.Blog.Id, input.Format, input.Markdown, [], call.Aborted).ConfigureAwait(false);
        if (!preview.TryGetValue(out var rendered))
        {
            return ApiReply.Problem(preview.Errors);
        }

        return ApiReply.Ok(
            new ApiPostPreview(
                rendered.Html,
                rendered.ExcerptHtml,
                rendered.WordCount,
                [.. rendered.Headings.Select(static h => new ApiHeading(h.Level, h.Text, h.Anchor))]),
            ApiJson.Default.ApiPostPreview);
    }

    private async Task<ApiReply> ChangeAsync(ApiCall call, Func<Post, Task<Result<Post>>> change)
    {
        if (await FindAsync(call).ConfigureAwait(false) is not { } post)
        {
            return Missing();
        }

        if (call.Differs(post.Version, out var refusal))
        {
            return refusal;
        }

        var changed = await change(post).ConfigureAwait(false);
        if (!changed.Succeeded)
        {
            return call.Problem(changed.Errors);
        }

        // The version counts in the store.
        var again = await posts.GetAsync(post.BlogId, post.Id, call.Actor, call.Aborted).ConfigureAwait(false);
        return Show(call, again.Succeeded ? again.Value : changed.Value);
    }

    /// <summary>The post of the route when whoever asks may work on it; a reader's look at a published one is none of the desk's.</summary>
    private async Task<Post?> FindAsync(ApiCall call)
    {
        if (call.PostOfRoute() is not { } id)
        {
            return null;
        }

        var found = await posts.GetAsync(call.Blog.Id, id, call.Actor, call.Aborted).ConfigureAwait(false);
        var actor = call.Actor.ForBlog(call.Blog.Id);
        return found.Succeeded
            && (actor.CanEditOthers || (actor.CanWrite && actor.AuthorId is { } self && found.Value.AuthorIds.Contains(self)))
            ? found.Value
            : null;
    }

    private static ApiReply? Read(ApiCall call, ApiPostInput input, out Slug? slug, out Uri? canonical)
    {
        (slug, canonical) = (null, null);
        if (input.Slug is { } text)
        {
            if (Slug.TryParse(text, out var parsed))
            {
                slug = parsed;
            }
            else
            {
                call.Refuse("slug", "{field} must be lower-case letters and digits in words separated by single hyphens.");
            }
        }

        if (input.Seo?.CanonicalUrl is { } url && !Uri.TryCreate(url, UriKind.Absolute, out canonical))
        {
            call.Refuse("seo.canonicalUrl", "{field} must be an absolute http or https address.");
        }

        // Null stands for a text that was not sent; an array has no place for it.
        if (input.Tags is { } tags && tags.Any(static t => t is null))
        {
            call.Refuse("tags", "{field} has one that is null.");
        }

        if (input.Fields is { } fields && fields.Any(static f => f is null))
        {
            call.Refuse("fields", "{field} has one that is null.");
        }

        return call.Failure;
    }

    private static ImmutableArray<PostField>? Fields(ApiPostInput input) =>
        input.Fields is { } fields ? [.. fields.Select(static f => new PostField(f.Name, f.Value))] : null;

    private static FeaturedImage? Image(ApiPostInput input) => input.Image is not { } image
        ? null
        : new FeaturedImage(image.Url, image.AlternativeText)
        {
            Caption = image.Caption,
            Credit = image.Credit,
            Width = image.Width,
            Height = image.Height,
        };

    private static SeoFields Seo(ApiPostInput input, Uri? canonical) => input.Seo is not { } seo
        ? new SeoFields()
        : new SeoFields { Title = seo.Title, Description = seo.Description, CanonicalUrl = canonical, NoIndex = seo.NoIndex };

    private static PostCommentSettings Comments(ApiPostInput input) => input.Comments is not { } comments
        ? PostCommentSettings.Inherited
        : new PostCommentSettings
        {
            Mode = comments.Mode,
            CloseAfterDays = comments.CloseAfterDays,
            CloseAfterCount = comments.CloseAfterCount,
            Sensitivity = comments.Sensitivity,
        };
}
