using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Who is banned, and what moderators did.</summary>
internal sealed class DeskLogApi(BanService bans, ModerationLogService log)
{
    private const int UsualPage = 50;
    private const int MostBans = 200;

    public static IEnumerable<ApiOperation> Operations => All.Select(static operation => operation with { Access = ApiAccess.Moderators });

    private static IEnumerable<ApiOperation> All =>
    [
        ApiOperation.Read<DeskLogApi>("/desk/bans", "listBans", "Bans, newest first.", ApiJson.Default.ApiBanList, static (api, call) => api.ListBansAsync(call)) with
        {
            Query = [new ApiParameter("all", "boolean", "Those that are over or lifted too."), ApiParameter.Limit],
        },
        ApiOperation.Post<DeskLogApi, ApiNewBan>("/desk/bans", "banWriter", "Bans a writer or an address by a key that a case names.", ApiJson.Default.ApiNewBan, static (api, call, input) => api.BanAsync(call, input)) with
        {
            Output = ApiJson.Default.ApiBan,
            Status = StatusCodes.Status201Created,
        },
        ApiOperation.Delete<DeskLogApi>("/desk/bans", "liftBan", "Lifts a ban.", static (api, call) => api.LiftAsync(call)) with
        {
            Query = [new ApiParameter("key", "string", "The key that is banned.") { IsRequired = true }],
        },
        ApiOperation.Read<DeskLogApi>("/desk/log", "listLog", "What was done to comments, newest first.", ApiJson.Default.ApiLog, static (api, call) => api.ListLogAsync(call)) with
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
        var (all, limit) = (call.Flag("all"), call.Limit() ?? MostBans);
        if (call.Failure is { } failure)
        {
            return failure;
        }

        var read = await bans.ListAsync(call.Blog.Id, call.Actor, all, limit, call.Aborted).ConfigureAwait(false);
        return read.Succeeded
            ? ApiReply.Ok(new ApiBanList([.. read.Value.Select(ApiDeskMapping.ToApi)]), ApiJson.Default.ApiBanList)
            : ApiReply.Problem(read.Errors);
    }

    private async Task<ApiReply> BanAsync(ApiCall call, ApiNewBan input)
    {
        var banned = await bans.BanAsync(call.Blog.Id, input.Key, call.Actor, input.Reason, input.Until, call.Aborted).ConfigureAwait(false);
        return banned.Succeeded
            ? ApiReply.Of(StatusCodes.Status201Created, ApiDeskMapping.ToApi(banned.Value), ApiJson.Default.ApiBan)
            : ApiReply.Problem(banned.Errors);
    }

    private async Task<ApiReply> LiftAsync(ApiCall call)
    {
        if (call.Query("key") is not { } key)
        {
            call.Refuse("key", "key is required: the key that is banned.");
            return call.Failure!;
        }

        var lifted = await bans.LiftAsync(call.Blog.Id, key, call.Actor, call.Aborted).ConfigureAwait(false);
        return lifted.Succeeded ? ApiReply.NoContent : ApiReply.Problem(lifted.Errors);
    }

    private async Task<ApiReply> ListLogAsync(ApiCall call)
    {
        var filter = new LogFilter(call.Blog.Id)
        {
            Action = call.Choice<ModerationAction>("action"),
            ActorKey = call.Query("by"),
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
            ? ApiReply.Ok(new ApiLog([.. read.Value.Items.Select(ApiDeskMapping.ToApi)], read.Value.Next), ApiJson.Default.ApiLog) with { Link = call.PageLinks(null, read.Value.Next) }
            : ApiReply.Problem(read.Errors);
    }
}
