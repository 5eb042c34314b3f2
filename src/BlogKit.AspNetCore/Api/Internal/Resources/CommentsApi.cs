using BlogKit.Moderation;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// Single comments: what readers make of them, and what their writers do with them. Commands: 4, and those of the service.
/// </summary>
internal sealed class CommentsApi(ReadablePosts readable, CommentService comments, FlagService flags, AppealService appeals)
{
    public static IEnumerable<ApiOperation> Operations =>
    [
        ApiOperation.Read<CommentsApi>(
            "/comments/{id}",
            "readComment",
            "A comment that is shown, or that whoever asks wrote.",
            static json => json.ApiOneComment,
            static (api, call) => api.ReadAsync(call)) with
        {
            IsVersioned = true,
        },
        ApiOperation.Put<CommentsApi, ApiCommentText>(
            "/comments/{id}",
            "editComment",
            "Changes the text of an own comment within its time.",
            static json => json.ApiCommentText,
            static (api, call, input) => api.EditAsync(call, input)) with
        {
            OutputType = static json => json.ApiOneComment,
            IsVersioned = true,
            NeedsMatch = true,
            RateLimit = BlogKitRateLimits.Comment,
        },
        ApiOperation.Delete<CommentsApi>(
            "/comments/{id}",
            "withdrawComment",
            "Takes an own comment back within its time. Replies to it stay.",
            static (api, call) => api.WithdrawAsync(call)) with
        {
            NeedsMatch = true,
            RateLimit = BlogKitRateLimits.Comment,
        },
        ApiOperation.Put<CommentsApi, ApiVote>(
            "/comments/{id}/vote",
            "voteOnComment",
            "Votes for or against a comment, or takes the vote back.",
            static json => json.ApiVote,
            static (api, call, input) => api.VoteAsync(call, input)) with
        {
            OutputType = static json => json.ApiFeedback,
            RateLimit = BlogKitRateLimits.Feedback,
        },
        ApiOperation.Put<CommentsApi, ApiOwnReaction>(
            "/comments/{id}/reaction",
            "reactToComment",
            "Reacts to a comment, or takes the reaction back.",
            static json => json.ApiOwnReaction,
            static (api, call, input) => api.ReactAsync(call, input)) with
        {
            OutputType = static json => json.ApiFeedback,
            RateLimit = BlogKitRateLimits.Feedback,
        },
        ApiOperation.Put<CommentsApi, ApiFlag>(
            "/comments/{id}/flag",
            "flagComment",
            "Objects to a comment.",
            static json => json.ApiFlag,
            static (api, call, input) => api.FlagAsync(call, input)) with
        {
            OutputType = static json => json.ApiFlagged,
            RateLimit = BlogKitRateLimits.Feedback,
        },
        ApiOperation.Delete<CommentsApi>(
            "/comments/{id}/flag", "unflagComment", "Takes the objection back.", static (api, call) => api.UnflagAsync(call)) with
        {
            RateLimit = BlogKitRateLimits.Feedback,
        },
        ApiOperation.Read<CommentsApi>(
            "/comments/{id}/own-state",
            "readOwnState",
            "How an own comment stands, shown or not.",
            static json => json.ApiOwnState,
            static (api, call) => api.ReadOwnStateAsync(call)),
        ApiOperation.Post<CommentsApi, ApiAppeal>(
            "/comments/{id}/appeal",
            "appealComment",
            "Answers for an own comment that is not shown; once.",
            static json => json.ApiAppeal,
            static (api, call, input) => api.AppealAsync(call, input)) with
        {
            OutputType = static json => json.ApiOwnState,
            RateLimit = BlogKitRateLimits.Comment,
        },
    ];

    private async Task<ApiReply> ReadAsync(ApiCall call) =>
        await FindAsync(call).ConfigureAwait(false) is var (comment, post) ? Show(call, comment, post) : Missing();

    private async Task<ApiReply> EditAsync(ApiCall call, ApiCommentText input)
    {
        if (await FindAsync(call).ConfigureAwait(false) is not var (comment, post))
        {
            return Missing();
        }

        if (call.Differs(comment.Version, out var refusal))
        {
            return refusal;
        }

        var edited = await comments.EditAsync(
            call.Blog.Id, comment.Id, input.Body ?? "", call.Actor, comment.Version, call.Aborted).ConfigureAwait(false);
        return edited.Succeeded
            ? Show(call, await ReadAgainAsync(call, edited.Value).ConfigureAwait(false), post)
            : call.Problem(ThreadApi.Rename(edited.Errors));
    }

    private async Task<ApiReply> WithdrawAsync(ApiCall call)
    {
        if (await FindAsync(call).ConfigureAwait(false) is not var (comment, _))
        {
            return Missing();
        }

        if (call.Differs(comment.Version, out var refusal))
        {
            return refusal;
        }

        var withdrawn = await comments.WithdrawAsync(
            call.Blog.Id, comment.Id, call.Actor, comment.Version, call.Aborted).ConfigureAwait(false);
        return withdrawn.Succeeded ? ApiReply.NoContent : call.Problem(withdrawn.Errors);
    }

    private async Task<ApiReply> VoteAsync(ApiCall call, ApiVote input)
    {
        if (await FindAsync(call).ConfigureAwait(false) is not var (comment, _))
        {
            return Missing();
        }

        return Counted(
            await comments.VoteAsync(call.Blog.Id, comment.Id, (Vote)input.Value, call.Actor, call.Aborted).ConfigureAwait(false));
    }

    private async Task<ApiReply> ReactAsync(ApiCall call, ApiOwnReaction input)
    {
        if (await FindAsync(call).ConfigureAwait(false) is not var (comment, _))
        {
            return Missing();
        }

        return Counted(await comments.ReactAsync(call.Blog.Id, comment.Id, input.Key, call.Actor, call.Aborted).ConfigureAwait(false));
    }

    private async Task<ApiReply> FlagAsync(ApiCall call, ApiFlag input)
    {
        if (await FindAsync(call).ConfigureAwait(false) is not var (comment, _))
        {
            return Missing();
        }

        // Whether the comment disappeared by it is not for those who would try it out.
        var flagged = await flags.FlagAsync(
            call.Blog.Id, comment.Id, input.Kind, input.Note, call.Actor, call.Aborted).ConfigureAwait(false);
        return flagged.Succeeded
            ? ApiReply.Ok(
                new ApiFlagged(comment.Id, flagged.Value.Flag.Kind, flagged.Value.Flag.Note, flagged.Value.Flag.At),
                ApiJson.Default.ApiFlagged)
            : ApiReply.Problem(flagged.Errors);
    }

    private async Task<ApiReply> UnflagAsync(ApiCall call)
    {
        if (await FindAsync(call).ConfigureAwait(false) is not var (comment, _))
        {
            return Missing();
        }

        var taken = await flags.UnflagAsync(call.Blog.Id, comment.Id, call.Actor, call.Aborted).ConfigureAwait(false);
        return taken.Succeeded ? ApiReply.NoContent : ApiReply.Problem(taken.Errors);
    }

    private async Task<ApiReply> ReadOwnStateAsync(ApiCall call)
    {
        if (await FindOwnAsync(call).ConfigureAwait(false) is not { } id)
        {
            return Missing();
        }

        var state = await appeals.GetOwnStateAsync(call.Blog.Id, id, call.Actor, call.Aborted).ConfigureAwait(false);
        return state.Succeeded ? ApiReply.Ok(ApiMapping.ToApi(state.Value), ApiJson.Default.ApiOwnState) : ApiReply.Problem(state.Errors);
    }

    private async Task<ApiReply> AppealAsync(ApiCall call, ApiAppeal input)
    {
        if (await FindOwnAsync(call).ConfigureAwait(false) is not { } id)
        {
            return Missing();
        }

        var state = await appeals.AppealAsync(call.Blog.Id, id, input.Text ?? "", call.Actor, call.Aborted).ConfigureAwait(false);
        return state.Succeeded ? ApiReply.Ok(ApiMapping.ToApi(state.Value), ApiJson.Default.ApiOwnState) : ApiReply.Problem(state.Errors);
    }

    private static ApiReply Missing() => ApiReply.NotFound(ErrorCodes.CommentNotFound, "There is no such comment.");

    private static ApiReply Counted(Result<FeedbackCounts> counts) =>
        counts.Succeeded ? ApiReply.Ok(ApiMapping.ToApi(counts.Value), ApiJson.Default.ApiFeedback) : ApiReply.Problem(counts.Errors);

    private static ApiReply Show(ApiCall call, Comment comment, Post post)
    {
        var isOwn = comment.IsOwnedBy(call.Actor);
        var shown = ApiMapping.ToApi(comment, post, isOwn, isOwn || call.Actor.ForBlog(call.Blog.Id).CanModerate, call.Links);
        return ApiReply.Ok(shown, ApiJson.Default.ApiOneComment) with { Version = comment.Version };
    }

    /// <summary>The comment of the route with its post, as far as whoever asks may see both; else null.</summary>
    private async Task<(Comment Comment, Post Post)?> FindAsync(ApiCall call)
    {
        if (call.CommentOfRoute() is not { } id)
        {
            return null;
        }

        var found = await comments.GetAsync(call.Blog.Id, id, call.Actor, call.Aborted).ConfigureAwait(false);
        return found.Succeeded
            && found.Value.Status is CommentStatus.Approved or CommentStatus.Pending or CommentStatus.Spam
            && await readable.FindDiscussedAsync(call, found.Value.PostId).ConfigureAwait(false) is { } post
            ? (found.Value, post)
            : null;
    }

    // What the store counts with a change is only known to the store.
    private async Task<Comment> ReadAgainAsync(ApiCall call, Comment changed)
    {
        var found = await comments.GetAsync(call.Blog.Id, changed.Id, call.Actor, call.Aborted).ConfigureAwait(false);
        return found.Succeeded ? found.Value : changed;
    }

    /// <summary>The comment of the route when whoever asks wrote it in this blog, shown or not; else null.</summary>
    private async Task<CommentId?> FindOwnAsync(ApiCall call)
    {
        if (call.CommentOfRoute() is not { } id)
        {
            return null;
        }

        var found = await comments.GetAsync(call.Blog.Id, id, call.Actor, call.Aborted).ConfigureAwait(false);
        return found.Succeeded && found.Value.IsOwnedBy(call.Actor) ? id : null;
    }
}
