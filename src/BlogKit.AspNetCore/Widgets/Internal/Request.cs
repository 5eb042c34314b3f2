using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.AspNetCore.Internal;

/// <summary>The request a component is rendered for.</summary>
internal static class Request
{
    private const string Instead =
        "in the render modes InteractiveWebAssembly and InteractiveAuto, in which components run in the browser. "
        + "Put <script type=\"module\" src=\"/blog/embed.js\"></script> once into App.razor and "
        + "<blogkit-thread post=\"SLUG\"></blogkit-thread> where the discussion belongs; or read the JSON API; "
        + "or render it statically or with InteractiveServer.";

    public static HttpContext Of(IHttpContextAccessor accessor) => accessor.HttpContext
        ?? throw new InvalidOperationException(
            "There is no request: BlogKit's components are rendered on the server, in answer to a request or in a circuit.");

    /// <summary>
    /// The request that is answered; in a circuit one for the page the browser shows, by whoever is signed in: the circuit's own request is
    /// another and long over.
    /// </summary>
    /// <exception cref="InvalidOperationException">The component is to run in the browser.</exception>
    public static async Task<HttpContext> OfAsync(
        IServiceProvider services, RendererInfo renderer, IComponentRenderMode? mode, string component)
    {
        if (mode is InteractiveWebAssemblyRenderMode or InteractiveAutoRenderMode)
        {
            throw new InvalidOperationException($"{component} is rendered on the server and cannot be used {Instead}");
        }

        if (!renderer.IsInteractive)
        {
            return Of(services.GetRequiredService<IHttpContextAccessor>());
        }

        var navigation = services.GetRequiredService<NavigationManager>();
        var (root, page) = (new Uri(navigation.BaseUri), new Uri(navigation.Uri));
        var context = new DefaultHttpContext { RequestServices = services };
        var request = context.Request;
        request.Method = HttpMethods.Get;
        request.Scheme = page.Scheme;
        request.Host = HostString.FromUriComponent(page.Authority);
        request.PathBase = PathString.FromUriComponent(root.AbsolutePath.TrimEnd('/'));
        request.Path = PathString.FromUriComponent(page).StartsWithSegments(
            request.PathBase, StringComparison.OrdinalIgnoreCase, out var rest)
            ? rest
            : PathString.FromUriComponent(page);
        request.QueryString = QueryString.FromUriComponent(page);
        if (services.GetService<AuthenticationStateProvider>() is { } viewer)
        {
            context.User = (await viewer.GetAuthenticationStateAsync().ConfigureAwait(false)).User;
        }

        // No cookie can be set any more, and whose guest's cookies came is not known.
        context.Features.Set(new SharedPage());
        return context;
    }

    /// <summary>The proof for forms in a circuit, which the page brought along; null where there is none.</summary>
    public static AntiforgeryTokenSet? TokensOf(IServiceProvider services) =>
        services.GetService<AntiforgeryStateProvider>()?.GetAntiforgeryToken() is { } token
            ? new AntiforgeryTokenSet(token.Value, cookieToken: null, token.FormFieldName, headerName: null)
            : null;
}
