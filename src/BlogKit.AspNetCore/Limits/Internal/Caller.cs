using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Who a request is counted for.</summary>
internal static class Caller
{
    /// <summary>The signed-in user, or the network.</summary>
    public static string Of(HttpContext context) =>
        context.User.Identity is { IsAuthenticated: true }
        && (context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? context.User.FindFirstValue("sub")) is { } user
            ? "user:" + user
            : NetworkOf(context);

    /// <summary>
    /// The network. A proxy on this machine of which the application was not told (<c>UseForwardedHeaders</c>) must not make one caller of
    /// all readers: what it wrote itself, the last address, is taken, as ASP.NET Core takes it from such a proxy by default.
    /// </summary>
    public static string NetworkOf(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress;
        return (address is null || IPAddress.IsLoopback(address))
            && context.Request.Headers["X-Forwarded-For"] is [.., { } forwarded]
            && IPEndPoint.TryParse(forwarded.AsSpan(forwarded.LastIndexOf(',') + 1).Trim(), out var behind)
                ? NetworkAddress.GetNetwork(behind.Address)
                : NetworkAddress.GetNetwork(address);
    }
}
