using BlogKit.Moderation;
using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Who is banned, and what moderators did.</summary>
internal sealed class DeskLogApi(BanService bans, CommentService comments, ModerationLogService log)
{
    private const int UsualPage = 50;
    private const int UsualBans = 200;
    private const int MostBans = 1_000;

    public static IEnumerable<ApiOperation> Operations => All.Select(static operation => operation with { Access = ApiAccess.Moderators });

    private static IEnumerable<ApiOperation> All =>
    [
        ApiOperation.Read<DeskLogApi>(
            "/desk/bans",
            "listBans",
            "Bans, newest first.",
            static json => json.ApiBanList,
            static (api, call) => api.ListBansAsync(call)) with
        {
            Query = [new ApiParameter("all", "boolean", "Those that are over or lifted too."), ApiParameter.Limit],
        },
        ApiOperation.Post<DeskLogApi, ApiNewBan>(
            "/desk/bans",
            "banWriter",
            "Bans a writer or an address by a key that a case names.",
            static json => json.ApiNewBan,
            static (api, call, input) => api.BanAsync(call, input)) with
        {
            OutputType = static json => json.ApiBan,
            Status = StatusCodes.Status201Created,
        },
        ApiOperation.Delete<DeskLogApi>(
            "/desk/bans/{key}", "liftBan", "Lifts a ban, found by its key's identifier.", static (api, call) => api.LiftAsync(call)),
        ApiOperation.Read<DeskLogApi>(
            "/desk/log",
            "listLog",
            "What was done to comments, newest first.",
            static json => json.ApiLog,
            static (api, call) => api.ListLogAsync(call)) with
        {
            Query =
            [
                ApiParameter.Choice<ModerationAction>("action", "Only this."),
                new ApiParameter("by", "string", "Only what the actor with this key did."),
                ApiParameter.From,
                ApiParameter.Until,
                ApiParameter.Limit,
                ApiParameter.Cursor,
            ],
        },
    ];

    private async Task<ApiReply> ListBansAsync(ApiCall call)
    {
        var (all, limit) = (call.Flag("all"), call.Limit() ?? UsualBans);
        if (call.Failure is { } failure)
        {
            return failure;
        }

        var read = await bans.ListAsync(
            call.Blog.Id, call.Actor, all ? BanScope.All : BanScope.InForce, limit, call.Aborted).ConfigureAwait(false);
        return read.Succeeded
            ? ApiReply.Ok(new ApiBanList([.. read.Value.Select(ApiDeskMapping.ToApi)]), ApiJson.Default.ApiBanList)
            : ApiReply.Problem(read.Errors);
    }

    private async Task<ApiReply> BanAsync(ApiCall call, ApiNewBan input)
    {
        var (key, refusal) = await KeyAsync(call, input).ConfigureAwait(false);
        if (key is null)
        {
            return refusal!;
        }

        var banned = await bans.BanAsync(
            new NewBan(call.Blog.Id, key) { Reason = input.Reason, Until = input.Until }, call.Actor, call.Aborted).ConfigureAwait(false);
        return banned.Succeeded
            ? ApiReply.Of(StatusCodes.Status201Created, ApiDeskMapping.ToApi(banned.Value), ApiJson.Default.ApiBan)
            : ApiReply.Problem(banned.Errors);
    }

    private async Task<ApiReply> LiftAsync(ApiCall call)
    {
        var read = await bans.ListAsync(call.Blog.Id, call.Actor, BanScope.InForce, MostBans, call.Aborted).ConfigureAwait(false);
        if (!read.Succeeded)
        {
            return ApiReply.Problem(read.Errors);
        }

        if (Choose(call, read.Value.Select(static b => b.Key), call.Request.FindRouteValue("key")) is not { } key)
        {
            return ApiReply.NotFound(ErrorCodes.BanNotFound, "There is no such ban.");
        }

        var lifted = await bans.LiftAsync(call.Blog.Id, key, call.Actor, call.Aborted).ConfigureAwait(false);
        return lifted.Succeeded ? ApiReply.NoContent : ApiReply.Problem(lifted.Errors);
    }

    private static string? Choose(ApiCall call, IEnumerable<string> keys, string? id) =>
        keys.FirstOrDefault(key => string.Equals(ApiDeskMapping.ToKey(call.Blog.Id, key).Id, id, StringComparison.Ordinal));

    /// <summary>The key to ban by; or the answer.</summary>
    private async Task<(string? Key, ApiReply? Refusal)> KeyAsync(ApiCall call, ApiNewBan input)
    {
        if (input.CommentId is not { } id)
        {
            return (input.Key ?? "", null);
        }

        var found = await comments.GetAsync(call.Blog.Id, id, call.Actor, call.Aborted).ConfigureAwait(false);
        if (!found.Succeeded)
        {
            return (null, ApiReply.NotFound(ErrorCodes.CommentNotFound, "There is no such comment."));
        }

        var keys = await bans.ListAllKeysAsync(call.Blog.Id, id, call.Actor, call.Aborted).ConfigureAwait(false);
        if (!keys.Succeeded)
        {
            return (null, ApiReply.Problem(keys.Errors));
        }

        var key = input.KeyId is null ? keys.Value.FirstOrDefault() : Choose(call, keys.Value, input.KeyId);
        if (key is null)
        {
            call.Refuse("keyId", "{field} is none of the keys of this comment's writer.");
        }

        return (key, call.Failure);
    }

    private async Task<ApiReply> ListLogAsync(ApiCall call)
    {
        var filter = new LogFilter(call.Blog.Id)
        {
            Action = call.Choice<ModerationAction>("action"),
            ActorKey = call.ActorOf("by"),
            From = call.Instant("from"),
            Until = call.Instant("until"),
        };
        var limit = call.Limit() ?? UsualPage;
        if (call.Failure is { } failure)
        {
            return failure;
        }

        var read = await log.ListAsync(filter, call.Actor, limit, call.Query("cursor"), call.Aborted).ConfigureAwait(false);
        return read.Succeeded
            ? ApiReply.Ok(
                new ApiLog([.. read.Value.Items.Select(ApiDeskMapping.ToApi)], read.Value.Previous, read.Value.Next),
                ApiJson.Default.ApiLog) with
            { Link = call.PageLinks(read.Value.Previous, read.Value.Next) }
            : ApiReply.Problem(read.Errors);
    }
}
