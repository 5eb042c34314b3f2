using BlogKit.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Leads whoever comes to the desk to what they may open.</summary>
internal sealed class DeskHome(DeskMessages messages)
{
    /// <summary>GET desk.</summary>
    public async Task EnterAsync(BlogRequest request)
    {
        var authorization = request.Http.RequestServices.GetRequiredService<IAuthorizationService>();
        if (await MayAsync(BlogKitPolicies.Moderate).ConfigureAwait(false))
        {
            Redirection.Write(request.Http, StatusCodes.Status302Found, DeskLinks.Queue(request.Links, new QueueScope()));
        }
        else if (await MayAsync(BlogKitPolicies.Write).ConfigureAwait(false))
        {
            Redirection.Write(request.Http, StatusCodes.Status302Found, request.Links.Desk + "/posts");
        }
        else
        {
            await messages.NotAllowedAsync(request).ConfigureAwait(false);
        }

        async Task<bool> MayAsync(string policy) =>
            (await authorization.AuthorizeAsync(request.Http.User, request.Http, policy).ConfigureAwait(false)).Succeeded;
    }
}
