using System.Globalization;
using BlogKit.AspNetCore.Endpoints;
using BlogKit.OpenWeb;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BlogKit.AspNetCore.Tests;

/// <summary>The endpoints of a host with everything switched on, and the rows in which the documents tell of them.</summary>
internal static class EndpointTable
{
    public static Task<Site> StartAsync(
        string? folder = null,
        ILoggerProvider? log = null,
        StoreGate? gate = null,
        Action<BlogKitBuilder>? builder = null,
        Action<WebApplication>? first = null) => Site.StartAsync(
        builder: kit =>
        {
            kit.AddDeskPolicies();
            kit.Services.AddAuthentication("Test").AddScheme<AuthenticationSchemeOptions, HeaderScheme>("Test", null);
            kit.Services.AddSingleton<IMetaWeblogAuthenticator, Nobody>();
            builder?.Invoke(kit);
        },
        map: app =>
        {
            first?.Invoke(app);
            app.UseAuthorization();
            app.MapBlogKit("/blog", static o => o.Robots = true);
        },
        web: o => o.Media.Folder = folder ?? o.Media.Folder,
        openWeb: static o => o.ReceiveWebmentions = true,
        gate: gate,
        log: log);

    public static IReadOnlyList<RouteEndpoint> Of(Site site) =>
    [
        .. site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .OrderBy(static e => "/" + e.RoutePattern.RawText!.TrimStart('/'), StringComparer.Ordinal)
            .ThenBy(MethodsOf, StringComparer.Ordinal),
    ];

    public static EndpointRule? RuleOf(Endpoint endpoint) => endpoint.Metadata.GetMetadata<EndpointRule>();

    public static string MethodsOf(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is { HttpMethods: { Count: > 0 } methods }
            ? string.Join(", ", methods)
            : "any other";

    public static bool Changes(Endpoint endpoint) => MethodsOf(endpoint) is not ("GET, HEAD" or "any other");

    public static bool IsForEverybody(Endpoint endpoint) => endpoint.Metadata.GetMetadata<IAuthorizeData>() is null;

    /// <summary>The row of an endpoint.</summary>
    public static string RowOf(RouteEndpoint endpoint, IServiceProvider services)
    {
        var rule = RuleOf(endpoint) ?? throw new InvalidOperationException($"{endpoint.DisplayName} was mapped without a rule.");
        var path = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
        var body = rule.Body is { } limit
            ? string.Create(
                CultureInfo.InvariantCulture, $"{limit.Bytes(services):N0}{(limit.Option is { } option ? $" (`{option}`)" : "")}")
            : "none";
        string[] limits =
        [
            .. rule.Limit is { } policy ? [policy] : Array.Empty<string>(),
            .. rule.TakesPassword ? [BlogKitRateLimits.Password] : Array.Empty<string>(),
        ];
        return $"| {MethodsOf(endpoint)} | `{path}` | {WhoOf(endpoint, rule)} | "
            + $"{(limits.Length == 0 ? "none" : string.Join(", ", limits.Distinct().Select(static l => $"`{l}`")))} | {body} | "
            + $"{string.Join("; ", rule.Cache.Values.Select(static v => v.Length == 0 ? "no header" : $"`{v}`"))} |";
    }

    private static string WhoOf(Endpoint endpoint, EndpointRule rule) => endpoint.Metadata.GetMetadata<IAuthorizeData>() switch
    {
        null => rule.Who ?? "everybody",
        { Policy: BlogKitPolicies.Write } => "authors",
        { Policy: BlogKitPolicies.Moderate } => "moderators",
        { Policy: BlogKitPolicies.Administer } => "administrators",
        { Policy: null } => "whoever is signed in",
        { Policy: var other } => other,
    };

    private sealed class Nobody : IMetaWeblogAuthenticator
    {
        public Task<string?> AuthenticateAsync(Blog blog, string userName, string password, CancellationToken cancellationToken) =>
            Task.FromResult<string?>(null);
    }
}
