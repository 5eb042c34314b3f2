using BlogKit.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// Tells whoever the desk's policies keep out why, where the application's authentication answers 401 or 403 without a word. Redirects to a
/// sign-in page, answers with a body, and endpoints that are neither the desk's nor for programs stay as the application has them.
/// </summary>
internal sealed class DeskDoor(IServiceProvider services) : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _usual = new();

    /// <summary>Stands at the door unless the application has put somebody there.</summary>
    public static void Add(IServiceCollection services)
    {
        if (services.LastOrDefault(static d => d.ServiceType == typeof(IAuthorizationMiddlewareResultHandler)) is not { } usual
            || usual.ImplementationType == typeof(AuthorizationMiddlewareResultHandler))
        {
            services.Replace(ServiceDescriptor.Singleton<IAuthorizationMiddlewareResultHandler, DeskDoor>());
        }
    }

    // What stands before the endpoint is not under the endpoint's own rule for those who leave.
    public Task HandleAsync(
        RequestDelegate next,
        HttpContext context,
        AuthorizationPolicy policy,
        PolicyAuthorizationResult authorizeResult) => authorizeResult.Succeeded
        ? _usual.HandleAsync(next, context, policy, authorizeResult)
        : Leaving.Allow(kept => KeepOutAsync(next, kept, policy, authorizeResult))(context);

    // Programs are told in their own way; the challenge in WWW-Authenticate stays.
    private static async Task<bool> TellProgramAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<ApiOperation>() is null)
        {
            return false;
        }

        var reply = context.Response.StatusCode is StatusCodes.Status401Unauthorized ? ApiProblems.SignInRequired : ApiProblems.NotAllowed;
        context.Response.ContentType = reply.ContentType;
        context.Response.ContentLength = reply.Body.Length;
        await context.Response.Body.WriteAsync(reply.Body, context.RequestAborted).ConfigureAwait(false);
        return true;
    }

    private async Task KeepOutAsync(
        RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult refused)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<EndpointRule>()?.KeepOut is { } keepOut)
        {
            await keepOut(context, refused.Forbidden).ConfigureAwait(false);
            return;
        }

        await _usual.HandleAsync(next, context, policy, refused).ConfigureAwait(false);
        if (context.Response.HasStarted
            || context.Response.StatusCode is not (StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden)
            || await TellProgramAsync(context).ConfigureAwait(false)
            || context.GetEndpoint()?.Metadata.GetMetadata<DeskArea>() is null
            || await services.GetRequiredService<IBlogDoors>().OpenAsync(context, Door.Desk).ConfigureAwait(false) is not { } request)
        {
            return;
        }

        var messages = services.GetRequiredService<DeskMessages>();
        await (context.Response.StatusCode is StatusCodes.Status401Unauthorized
            ? messages.SignInAsync(request, SignInUrl(context))
            : messages.NotAllowedAsync(request)).ConfigureAwait(false);
    }

    // What a form sends is not sent again by coming back to its address.
    private string? SignInUrl(HttpContext context) => ApplicationLink.ToSignIn(
        context.Request,
        services.GetRequiredService<IOptions<PageOptions>>().Value.SignInPath,
        HttpMethods.IsGet(context.Request.Method) ? ReturnPath.Of(context.Request) : null);
}
