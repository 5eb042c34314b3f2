using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Where the page is, for components such as <c>NavLink</c> in a layout of the application's.</summary>
internal sealed class RequestNavigation(HttpRequest request) : NavigationManager
{
    protected override void EnsureInitialized()
    {
        // A client of HTTP/1.0 need not say which host it asks.
        var host = request.Host.HasValue ? request.Host : new HostString("localhost");
        Initialize(
            UriHelper.BuildAbsolute(request.Scheme, host, request.PathBase, "/"),
            UriHelper.BuildAbsolute(request.Scheme, host, request.PathBase, request.Path, request.QueryString));
    }

    protected override void NavigateToCore(string uri, NavigationOptions options) =>
        throw new InvalidOperationException(
            $"A component around the blog wants to go to '{uri}' while its page is rendered. "
            + "Redirect in a middleware, or by an authorization policy on what MapBlogKit returns.");
}
