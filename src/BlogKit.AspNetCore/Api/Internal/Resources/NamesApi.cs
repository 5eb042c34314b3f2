namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// What a signed-in user, whom the application gives no name that may be shown, chose to be called. Commands: 4, and those of the service.
/// </summary>
internal sealed class NamesApi(DisplayNameService names)
{
    private const string Path = "/display-name";

    public static IEnumerable<ApiOperation> Operations =>
    [
        ApiOperation.Read<NamesApi>(
            Path,
            "readDisplayName",
            "The name that whoever asks chose to be shown by.",
            static json => json.ApiDisplayName,
            static (_, call) =>
                Task.FromResult(Show(call.Actor.NameSource is NameSource.Chosen ? call.Actor.Name : null))),
        ApiOperation.Put<NamesApi, ApiDisplayName>(
            Path,
            "chooseDisplayName",
            "Chooses the name to be shown by from now on. Comments keep the name they were written under.",
            static json => json.ApiDisplayName,
            static (api, call, input) => api.ChooseAsync(call, input)) with
        {
            OutputType = static json => json.ApiDisplayName,
            RateLimit = BlogKitRateLimits.Comment,
        },
        ApiOperation.Delete<NamesApi>(
            Path, "forgetDisplayName", "Forgets the name that whoever asks chose.", static (api, call) => api.ForgetAsync(call)) with
        {
            RateLimit = BlogKitRateLimits.Comment,
        },
    ];

    private static ApiReply Show(string? name) => ApiReply.Ok(new ApiDisplayName(name), ApiJson.Default.ApiDisplayName);

    private async Task<ApiReply> ChooseAsync(ApiCall call, ApiDisplayName input)
    {
        var chosen = await names.ChooseAsync(call.Blog.Id, input.DisplayName ?? "", call.Actor, call.Aborted).ConfigureAwait(false);
        return chosen.Succeeded ? Show(chosen.Value.Name) : ApiReply.Problem(chosen.Errors);
    }

    private async Task<ApiReply> ForgetAsync(ApiCall call)
    {
        var forgotten = await names.ForgetAsync(call.Blog.Id, call.Actor.UserKey ?? "", call.Actor, call.Aborted).ConfigureAwait(false);
        return forgotten.Succeeded ? ApiReply.NoContent : ApiReply.Problem(forgotten.Errors);
    }
}
