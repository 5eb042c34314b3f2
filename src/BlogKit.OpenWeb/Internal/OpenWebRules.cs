using BlogKit.AspNetCore;
using BlogKit.AspNetCore.Endpoints;
using BlogKit.Internal;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BlogKit.OpenWeb.Internal;

/// <summary>The rules of what other sites and editing programs ask for.</summary>
internal static class OpenWebRules
{
    // What an editing program sends.
    private static readonly BodyLimit ProgramBody = new(
        "OpenWebOptions.MaximumEditorBytes", static s => s.GetRequiredService<IOptions<OpenWebOptions>>().Value.MaximumEditorBytes);

    public static EndpointRule Mention { get; } = new(CacheRule.Change)
    {
        Limit = BlogKitRateLimits.Mention,
        Body = new(null, static _ => 16 * 1024),
        Refuse = static (context, refusal) => PlainText.WriteAsync(context, StatusCodes.Status429TooManyRequests, refusal.Error.Message),
        Fail = static (context, outage) => PlainText.WriteAsync(context, outage.Status, outage.Message),
    };

    public static EndpointRule ProgramQuery { get; } = new(CacheRule.Never)
    {
        KeepOut = MicropubEndpoints.KeepOutAsync,
        Fail = MicropubEndpoints.FailAsync,
    };

    public static EndpointRule Program { get; } = new(CacheRule.Change)
    {
        Limit = BlogKitRateLimits.Write,
        Body = ProgramBody,
        KeepOut = MicropubEndpoints.KeepOutAsync,
        Refuse = MicropubEndpoints.RefuseAsync,
        Fail = MicropubEndpoints.FailAsync,
    };

    public static EndpointRule ProgramPicture { get; } = Program with { Body = MediaIntake.Body };

    public static EndpointRule MetaWeblog { get; } = new(CacheRule.Never)
    {
        Limit = BlogKitRateLimits.Write,
        IsRefusedByHandler = true,
        TakesPassword = true,
        Body = ProgramBody,
        Who = "authors, by name and password in the call",
        Fail = MetaWeblogEndpoints.FailAsync,
    };

    /// <summary>What describes the endpoints.</summary>
    public static EndpointRule Description { get; } = new(CacheRule.Asked);
}
