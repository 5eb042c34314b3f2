using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.AspNetCore.Tests;

/// <summary>A site with limits of a test's choice, whose visitors say in the header X-Network where they come from.</summary>
internal static class LimitedSite
{
    public static Task<Site> StartAsync(
        Action<BlogKitRateLimitOptions>? limits = null,
        TimeProvider? clock = null,
        Action<BlogKitWebOptions>? web = null,
        Action<BlogKitBuilder>? builder = null) => Site.StartAsync(
        builder: kit =>
        {
            if (limits is not null)
            {
                kit.AddRateLimits(limits);
            }

            if (clock is not null)
            {
                kit.Services.AddSingleton(clock);
            }

            builder?.Invoke(kit);
        },
        map: static app =>
        {
            app.Use(static (context, next) =>
            {
                if (context.Request.Headers["X-Network"] is [{ } address, ..])
                {
                    context.Connection.RemoteIpAddress = IPAddress.Parse(address);
                }

                return next(context);
            });
            app.UseAuthorization();
            app.MapBlogKit("/blog");
        },
        web: web,
        desk: true,
        limited: true);

    public static Browser From(this Site site, string network, string? user = null)
    {
        var browser = site.Browse(user);
        browser.Client.DefaultRequestHeaders.Add("X-Network", network);
        return browser;
    }
}
