using BlogKit.Moderation;

namespace BlogKit.AspNetCore.Internal;

/// <summary>The moderators' queue, the case of a comment, and what is done about it.</summary>
internal sealed class DeskCommentsApi(
    ModerationService moderation, ModerationQueueService queue, BulkModerationService bulk, BanService bans, CommentService comments)
{
    private const int UsualPage = 50;

    public static IEnumerable<ApiOperation> Operations => All.Select(static operation => operation with { Access = ApiAccess.Moderators });

    private static IEnumerable<ApiOperation> All =>
    [
        ApiOperation.Read<DeskCommentsApi>(
            "/desk/comments",
            "listQueue",
            "Comments that wait for a person, or of other statuses, each with why it is there.",
            static json => json.ApiQueue,
            static (api, call) => api.ListAsync(call)) with
        {
            Query =
            [
                ApiParameter.Choice<CommentStatus>("status", "Of these statuses; pending when left out.") with { IsMany = true },
                new ApiParameter("policy", "string", "Only those this policy found something about."),
                ApiParameter.Choice<CommentHolder>("heldBy", "Only those that a moderator, or readers, put back to wait."),
                new ApiParameter("post", "string", "Only those on the post with this identifier."),
                new ApiParameter("minimumPoints", "number", "Only those with at least so many points.") { Format = "double" },
                new ApiParameter(
                    "flagged",
                    "boolean",
                    "Only those readers objected to and no moderator approved since; "
                        + "of every shown and waiting one when no status is given."),
                new ApiParameter("openAppeals", "boolean", "Only those whose writer answered and waits."),
                ApiParameter.From,
                ApiParameter.Until,
                ApiParameter.Choice<QueueOrder>("order", "What comes first."),
                ApiParameter.Limit,
                ApiParameter.Cursor,
            ],
        },
        ApiOperation.Read<DeskCommentsApi>(
            "/desk/comments/{id}",
            "readCase",
            "All there is to know for a decision about a comment.",
            static json => json.ApiCase,
            static (api, call) => api.ReadCaseAsync(call)) with
        {
            IsVersioned = true,
        },
        ApiOperation.Delete<DeskCommentsApi>(
            "/desk/comments/{id}",
            "purgeComment",
            "Erases a comment for ever: text, identity and earlier texts.",
            static (api, call) => api.PurgeAsync(call)) with
        {
            Query = [new ApiParameter("reason", "string", "Kept in the log.")],
            NeedsMatch = true,
        },
        Decide("approve", "approveComment", "Shows a comment.", static (api, call, input, c) => api.Moderation.ApproveAsync(
            call.Blog.Id, c.Id, call.Actor, c.Version, input.Reason, call.Aborted)),
        Decide("hold", "holdComment", "Hides a comment until somebody decides.", static (api, call, input, c) => api.Moderation.HoldAsync(
            call.Blog.Id, c.Id, call.Actor, c.Version, input.Reason, call.Aborted)),
        Decide("spam", "markCommentSpam", "Takes a comment for spam.", static (api, call, input, c) => api.Moderation.MarkSpamAsync(
            call.Blog.Id, c.Id, call.Actor, c.Version, input.Reason, call.Aborted)),
        Decide("trash", "trashComment", "Takes a comment away; it can be restored.", static (api, call, input, c) =>
            api.Moderation.TrashAsync(call.Blog.Id, c.Id, call.Actor, c.Version, input.Reason, call.Aborted)),
        Decide("restore", "restoreComment", "Gives a comment back what it was before it was taken away.", static (api, call, input, c) =>
            api.Moderation.RestoreAsync(call.Blog.Id, c.Id, call.Actor, c.Version, input.Reason, call.Aborted)),
        Decide("undo", "undoComment", "Undoes what was last done to a comment.", static (api, call, input, c) =>
            api.Moderation.UndoLastAsync(call.Blog.Id, c.Id, call.Actor, c.Version, input.Reason, call.Aborted)),
        Decide(
            "forget-name",
            "forgetWriterName",
            "Forgets the name that the comment's writer had chosen; they are asked again. Comments keep the name they were written under.",
            static (api, call, input, c) => api.Moderation.ForgetNameAsync(
                call.Blog.Id, c.Id, call.Actor, c.Version, input.Reason, call.Aborted)),
        ApiOperation.Put<DeskCommentsApi, ApiPinned>(
            "/desk/comments/{id}/pin",
            "pinComment",
            "Puts a root comment above the thread, or back.",
            static json => json.ApiPinned,
            static (api, call, input) =>
                api.ChangeAsync(call, c => input.Pinned
                    ? api.Moderation.PinAsync(call.Blog.Id, c.Id, call.Actor, c.Version, call.Aborted)
                    : api.Moderation.UnpinAsync(call.Blog.Id, c.Id, call.Actor, c.Version, call.Aborted))) with
        {
            OutputType = static json => json.ApiDeskComment,
            IsVersioned = true,
            NeedsMatch = true,
        },
        ApiOperation.Post<DeskCommentsApi, ApiBulk>(
            "/desk/comments/bulk",
            "moderateMany",
            "Does one thing to up to 200 comments; the operation can be undone as a whole.",
            static json => json.ApiBulk,
            static (api, call, input) => api.ApplyAsync(call, input)) with
        {
            OutputType = static json => json.ApiBulkResult,
        },
        ApiOperation.Post<DeskCommentsApi, ApiReason>(
            "/desk/operations/{operation}/undo",
            "undoOperation",
            "Undoes an action on many comments, as far as nobody did something else since.",
            static json => json.ApiReason,
            static (api, call, input) => api.UndoAsync(call, input)) with
        {
            OutputType = static json => json.ApiBulkResult,
        },
        ApiOperation.Read<DeskCommentsApi>(
            "/desk/counts",
            "readCounts",
            "How many comments the blog has of each status.",
            static json => json.ApiCounts,
            static (api, call) => api.CountAsync(call)),
    ];

    private ModerationService Moderation => moderation;

    private static ApiOperation Decide(
        string name, string id, string summary, Func<DeskCommentsApi, ApiCall, ApiReason, Comment, Task<Result<Comment>>> change) =>
        ApiOperation.Post<DeskCommentsApi, ApiReason>(
            $"/desk/comments/{{id}}/{name}",
            id,
            summary,
            static json => json.ApiReason,
            (api, call, input) => api.ChangeAsync(call, c => change(api, call, input, c))) with
        {
            OutputType = static json => json.ApiDeskComment,
            IsVersioned = true,
            NeedsMatch = true,
        };

    private static ApiReply Missing() => ApiReply.NotFound(ErrorCodes.CommentNotFound, "There is no such comment.");

    private static ApiReply NotAllowed() => ApiReply.Problem(BlogError.Of(
        ErrorKind.Forbidden, ErrorCodes.NotAllowed, "You may not moderate here."));

    private async Task<ApiReply> ListAsync(ApiCall call)
    {
        var statuses = call.Choices<CommentStatus>("status");
        var filter = new QueueFilter(call.Blog.Id)
        {
            Statuses = !statuses.IsEmpty ? [.. statuses.Distinct()]
                : call.Flag("flagged") ? [CommentStatus.Pending, CommentStatus.Approved]
                : [CommentStatus.Pending],
            Flagged = call.Flag("flagged"),
            Policy = call.Query("policy"),
            HeldBy = call.Choice<CommentHolder>("heldBy"),
            PostId = call.Post("post"),
            MinimumPoints = call.Number("minimumPoints"),
            OpenAppeals = call.Flag("openAppeals"),
            From = call.Instant("from"),
            Until = call.Instant("until"),
            Order = call.Choice<QueueOrder>("order") ?? QueueOrder.Newest,
        };
        var limit = call.Limit() ?? UsualPage;
        if (call.Failure is { } failure)
        {
            return failure;
        }

        var read = await queue.ListAsync(filter, call.Actor, limit, call.Query("cursor"), call.Aborted).ConfigureAwait(false);
        if (!read.Succeeded)
        {
            return ApiReply.Problem(read.Errors);
        }

        var page = new ApiQueue(
            [.. read.Value.Items.Select(q => ApiDeskMapping.ToApi(q, call.Links))], read.Value.Previous, read.Value.Next);
        return ApiReply.Ok(page, ApiJson.Default.ApiQueue) with { Link = call.PageLinks(page.Previous, page.Next) };
    }

    private async Task<ApiReply> ReadCaseAsync(ApiCall call)
    {
        if (call.CommentOfRoute() is not { } id)
        {
            return Missing();
        }

        var found = await queue.GetCaseAsync(new QueueFilter(call.Blog.Id), id, call.Actor, call.Aborted).ConfigureAwait(false);
        if (!found.Succeeded)
        {
            return ApiReply.Problem(found.Errors);
        }

        var keys = await bans.ListAllKeysAsync(call.Blog.Id, id, call.Actor, call.Aborted).ConfigureAwait(false);
        return ApiReply.Ok(ApiDeskMapping.ToApi(found.Value, keys.Succeeded ? keys.Value : [], call.Links), ApiJson.Default.ApiCase) with
        {
            Version = found.Value.Comment.Version,
        };
    }

    private async Task<ApiReply> PurgeAsync(ApiCall call)
    {
        var (comment, refusal) = await FindAsync(call).ConfigureAwait(false);
        if (comment is null || call.Differs(comment.Version, out refusal))
        {
            return refusal!;
        }

        var purged = await moderation.PurgeAsync(
            call.Blog.Id, comment.Id, call.Actor, comment.Version, call.Query("reason"), call.Aborted).ConfigureAwait(false);
        return purged.Succeeded ? ApiReply.NoContent : call.Problem(purged.Errors);
    }

    private async Task<ApiReply> ApplyAsync(ApiCall call, ApiBulk input)
    {
        var request = new BulkRequest(
            call.Blog.Id,
            input.Action,
            [.. (input.Comments.IsDefault ? [] : input.Comments).Select(static c => new BulkComment(c.Id, c.Version))])
        {
            Reason = input.Reason,
            BanTarget = input.BanAddresses ? BanTarget.WriterAndAddress : BanTarget.Writer,
            BanUntil = input.BanUntil,
        };
        return Told(await bulk.ApplyAsync(request, call.Actor, call.Aborted).ConfigureAwait(false));
    }

    private async Task<ApiReply> UndoAsync(ApiCall call, ApiReason input) =>
        Guid.TryParse(call.Request.FindRouteValue("operation"), out var operation)
            ? Told(await bulk.UndoAsync(call.Blog.Id, operation, call.Actor, input.Reason, call.Aborted).ConfigureAwait(false))
            : ApiReply.NotFound(ErrorCodes.OperationNotFound, "There is no such operation.");

    private async Task<ApiReply> CountAsync(ApiCall call)
    {
        var counted = await moderation.CountAsync(call.Blog.Id, call.Actor, call.Aborted).ConfigureAwait(false);
        return counted.Succeeded
            ? ApiReply.Ok(
                new ApiCounts(
                    counted.Value.Approved,
                    counted.Value.Pending,
                    counted.Value.Spam,
                    counted.Value.Trashed,
                    counted.Value.Deleted,
                    counted.Value.Flagged),
                ApiJson.Default.ApiCounts)
            : ApiReply.Problem(counted.Errors);
    }

    private static ApiReply Told(Result<BulkResult> result) =>
        result.Succeeded ? ApiReply.Ok(ApiDeskMapping.ToApi(result.Value), ApiJson.Default.ApiBulkResult) : ApiReply.Problem(result.Errors);

    private async Task<ApiReply> ChangeAsync(ApiCall call, Func<Comment, Task<Result<Comment>>> change)
    {
        var (comment, refusal) = await FindAsync(call).ConfigureAwait(false);
        if (comment is null || call.Differs(comment.Version, out refusal))
        {
            return refusal!;
        }

        var changed = await change(comment).ConfigureAwait(false);
        if (!changed.Succeeded)
        {
            return call.Problem(changed.Errors);
        }

        // The version counts in the store.
        var again = await comments.GetAsync(call.Blog.Id, comment.Id, call.Actor, call.Aborted).ConfigureAwait(false);
        var shown = again.Succeeded ? again.Value : changed.Value;
        return ApiReply.Ok(ApiDeskMapping.ToApi(shown), ApiJson.Default.ApiDeskComment) with { Version = shown.Version };
    }

    private async Task<(Comment? Comment, ApiReply? Refusal)> FindAsync(ApiCall call)
    {
        if (!call.Actor.ForBlog(call.Blog.Id).CanModerate)
        {
            return (null, NotAllowed());
        }

        if (call.CommentOfRoute() is not { } id)
        {
            return (null, Missing());
        }

        var found = await comments.GetAsync(call.Blog.Id, id, call.Actor, call.Aborted).ConfigureAwait(false);
        return found.Succeeded ? (found.Value, null) : (null, Missing());
    }
}
