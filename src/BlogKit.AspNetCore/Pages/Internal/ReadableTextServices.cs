using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// The request's services, except that text is encoded for a page in UTF-8: what has a meaning in HTML is escaped, letters of other scripts
/// stay letters instead of becoming entities six times their size. Leaves the encoder of the application alone. What Blazor sets up for a
/// page of its own, where it is, who looks and the proof of a form, is set up here for the components of the application that stand around
/// the blog.
/// </summary>
internal sealed class ReadableTextServices : IKeyedServiceProvider, IComponentActivator
{
    private readonly IServiceProvider _services;
    private readonly HttpContext? _context;
    private RequestNavigation? _navigation;

    public ReadableTextServices(IServiceProvider services)
    {
        _services = services;
        _context = services.GetService<IHttpContextAccessor>()?.HttpContext;
        if (_context is not null
            && services.GetService<AuthenticationStateProvider>() is IHostEnvironmentAuthenticationStateProvider viewer)
        {
            viewer.SetAuthenticationState(Task.FromResult(new AuthenticationState(_context.User)));
        }
    }

    // The application's own are set up by Blazor's endpoints alone, once a request.
    public object? GetService(Type serviceType) =>
        serviceType == typeof(HtmlEncoder) ? ReadableText.Encoder
        : serviceType == typeof(IServiceProvider) ? this
        : serviceType == typeof(IComponentActivator) ? _services.GetService(serviceType) ?? this
        : serviceType == typeof(NavigationManager) ? (_context is null ? null : _navigation ??= new RequestNavigation(_context.Request))
        : serviceType == typeof(AntiforgeryStateProvider) && _context is not null ? new RequestAntiforgery(_context)
        : _services.GetService(serviceType);

    /// <summary>Makes a component, where the application has no activator of its own.</summary>
    public IComponent CreateInstance(
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] Type componentType) =>
        OwnComponents.TryMake(componentType) ?? _services.GetRequiredService<OwnComponents>().Make(this, componentType);

    public object? GetKeyedService(Type serviceType, object? serviceKey) =>
        (_services as IKeyedServiceProvider)?.GetKeyedService(serviceType, serviceKey);

    public object GetRequiredKeyedService(Type serviceType, object? serviceKey) =>
        _services.GetRequiredKeyedService(serviceType, serviceKey);
}
