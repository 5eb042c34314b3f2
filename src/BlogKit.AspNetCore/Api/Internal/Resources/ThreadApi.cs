using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>A post's discussion: reading it, and adding to it. Commands: a page 5 (7 for a known viewer).</summary>
internal sealed class ThreadApi(ReadablePosts readable, ThreadService threads, CommentService comments)
{
    public static IEnumerable<ApiOperation> Operations =>
    [
        ApiOperation.Read<ThreadApi>(
            "/posts/{slug}/comments",
            "readThread",
            "A page of a post's thread.",
            static json => json.ApiThread,
            static (api, call) => api.ReadAsync(call)) with
        {
            Query =
            [
                ApiParameter.Choice<ThreadSort>("sort", "The order of the roots; the blog's usual one when left out."),
                ApiParameter.Limit,
                ApiParameter.Cursor,
            ],
        },
        ApiOperation.Read<ThreadApi>(
            "/posts/{slug}/comments/{id}/replies",
            "readReplies",
            "The replies below a comment that the thread's page left out.",
            static json => json.ApiReplies,
            static (api, call) => api.ReadRepliesAsync(call)) with
        {
            Query = [ApiParameter.Limit, ApiParameter.Cursor],
        },
        ApiOperation.Post<ThreadApi, ApiNewComment>(
            "/posts/{slug}/comments",
            "submitComment",
            "Adds a comment or reply: 201 when it is shown, 202 when it waits for a moderator.",
            static json => json.ApiNewComment,
            static (api, call, input) => api.SubmitAsync(call, input)) with
        {
            OutputType = static json => json.ApiSubmitted,
            Status = StatusCodes.Status201Created,
            OtherStatus = StatusCodes.Status202Accepted,
            KeepsKeyItself = true,
            RateLimit = BlogKitRateLimits.Comment,
        },
        ApiOperation.Post<ThreadApi, ApiCommentText>(
            "/posts/{slug}/comments/preview",
            "previewComment",
            "Renders a text as it would be shown, and keeps nothing.",
            static json => json.ApiCommentText,
            static (api, call, input) => api.PreviewAsync(call, input)) with
        {
            OutputType = static json => json.ApiCommentPreview,
            TakesKey = false,
            KeepsNothing = true,
            RateLimit = BlogKitRateLimits.Preview,
        },
    ];

    private async Task<ApiReply> ReadAsync(ApiCall call)
    {
        var (post, refusal) = await readable.FindDiscussedAsync(call).ConfigureAwait(false);
        if (post is null)
        {
            return refusal!;
        }

        var query = ThreadQuery.For(post) with
        {
            Cursor = call.Query("cursor"),
            Size = call.Limit(),
            Sort = call.Choice<ThreadSort>("sort"),
            Viewer = call.Actor,
        };
        if (call.Failure is { } failure)
        {
            return failure;
        }

        var read = await threads.ReadAsync(query, call.Aborted).ConfigureAwait(false);
        if (!read.Succeeded)
        {
            return ApiReply.Problem(read.Errors);
        }

        var page = read.Value;
        var thread = new ApiThread(
            page.ShownComments,
            page.RootCount,
            PageText.SortName(page.Sort),
            [.. page.Pinned.Select(n => ApiMapping.ToApi(n, call.Links, post.Slug))],
            [.. page.Roots.Concat(page.Held).Select(n => ApiMapping.ToApi(n, call.Links, post.Slug))],
            page.Previous,
            page.Next);
        return ApiReply.Ok(thread, ApiJson.Default.ApiThread) with { Link = call.PageLinks(page.Previous, page.Next) };
    }

    private async Task<ApiReply> ReadRepliesAsync(ApiCall call)
    {
        var (post, refusal) = await readable.FindDiscussedAsync(call).ConfigureAwait(false);
        if (post is null)
        {
            return refusal!;
        }

        var limit = call.Limit();
        if (call.Failure is { } failure)
        {
            return failure;
        }

        if (call.CommentOfRoute() is not { } id)
        {
            return NotHere();
        }

        var read = await threads.ReadRepliesAsync(
            new RepliesPageQuery(call.Blog.Id, id)
            {
                PostAuthorIds = post.AuthorIds,
                Size = limit,
                Cursor = call.Query("cursor"),
                Viewer = call.Actor,
            },
            call.Aborted).ConfigureAwait(false);
        if (!read.Succeeded)
        {
            return read.Error.Kind is ErrorKind.NotFound ? NotHere() : ApiReply.Problem(read.Errors);
        }

        var page = read.Value;
        if (page.PostId != post.Id)
        {
            return NotHere();
        }

        var replies = new ApiReplies(
            page.Under, [.. page.Replies.Select(n => ApiMapping.ToApi(n, call.Links, post.Slug))], page.More?.Cursor);
        return ApiReply.Ok(replies, ApiJson.Default.ApiReplies) with { Link = call.PageLinks(null, replies.Next) };
    }

    private async Task<ApiReply> SubmitAsync(ApiCall call, ApiNewComment input)
    {
        var (post, refusal) = await readable.FindAsync(call, "/comments").ConfigureAwait(false);
        if (post is null)
        {
            return refusal!;
        }

        var typed = new CommentInput(input.Name, input.Email, input.Url, input.Body, Remember: false) { DisplayName = input.DisplayName };
        var submission = CommentSubmission.Of(call.Request.Http, post, typed, input.ParentId, call.Key);
        var result = await comments.SubmitAsync(submission, call.Actor, call.Aborted).ConfigureAwait(false);
        if (!result.Succeeded)
        {
            return ApiReply.Problem(Rename(result.Errors));
        }

        // Spam looks like any comment that waits.
        var comment = result.Value.Comment;
        var isShown = comment.Status is CommentStatus.Approved;
        var url = call.Links.AbsoluteComment(comment.Id, post.Slug);
        return ApiReply.Of(
            isShown ? StatusCodes.Status201Created : StatusCodes.Status202Accepted,
            new ApiSubmitted(comment.Id, isShown ? "approved" : "held", ShownHtml.AbsoluteComment(comment.Html, call.Links), url),
            ApiJson.Default.ApiSubmitted) with
        {
            Location = isShown ? url : null,
            IsReplay = result.Value.Replayed,
            Version = comment.Version,
        };
    }

    private async Task<ApiReply> PreviewAsync(ApiCall call, ApiCommentText input)
    {
        var (post, refusal) = await readable.FindDiscussedAsync(call).ConfigureAwait(false);
        if (post is null)
        {
            return refusal!;
        }

        var preview = await comments.PreviewAsync(call.Blog.Id, post.Id, input.Body ?? "", call.Aborted).ConfigureAwait(false);
        return preview.Succeeded
            ? ApiReply.Ok(
                new ApiCommentPreview(ShownHtml.AbsoluteComment(preview.Value.Html, call.Links)), ApiJson.Default.ApiCommentPreview)
            : ApiReply.Problem(Rename(preview.Errors));
    }

    /// <summary>A comment's text is its body here.</summary>
    public static ImmutableArray<BlogError> Rename(ImmutableArray<BlogError> errors) =>
        [.. errors.Select(static e => e.Field is nameof(NewComment.Markdown) ? e with { Field = "Body" } : e)];

    private static ApiReply NotHere() =>
        ApiReply.Problem(BlogError.Of(ErrorKind.NotFound, ErrorCodes.CommentNotFound, "There is no such comment on this post."));
}
