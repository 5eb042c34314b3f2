using System.Security.Claims;
using BlogKit.AspNetCore.Internal;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.AspNetCore.Tests;

/// <summary>Components on interactive pages, whose request is the circuit's and not the page's.</summary>
public sealed class CircuitTests
{
    private static readonly RendererInfo Interactive = new("Server", isInteractive: true);

    [Theory]
    [InlineData(
        "https://example.org/", "https://example.org/product?id=5&sort=newest", "", "/product", "?id=5&sort=newest", "/product?id=5")]
    [InlineData("https://example.org/site/", "https://example.org/site/p%C3%A4ge#x", "/site", "/päge", "", "/site/p%C3%A4ge")]
    [InlineData("http://localhost:5000/", "http://localhost:5000/", "", "/", "", "/")]
    public async Task The_page_is_the_one_the_browser_shows(
        string root, string page, string pathBase, string path, string query, string back)
    {
        var services = new ServiceCollection()
            .AddSingleton<NavigationManager>(new Browsing(root, page))
            .AddSingleton<IHttpContextAccessor>(
                new HttpContextAccessor { HttpContext = new DefaultHttpContext { Request = { Path = "/_blazor" } } })
            .AddSingleton<AuthenticationStateProvider>(new Viewer())
            .BuildServiceProvider();

        var context = await Request.OfAsync(services, Interactive, new InteractiveServerRenderMode(), "BlogThread");

        context.Request.PathBase.Value.Should().Be(pathBase);
        context.Request.Path.Value.Should().Be(path);
        context.Request.QueryString.Value.Should().Be(query);
        context.Request.Host.Value.Should().Be(new Uri(page).Authority);
        context.User.Identity!.Name.Should().Be("Mia");
        ReturnPath.Of(context.Request).Should().Be(back);
    }

    [Fact]
    public async Task A_component_that_is_to_run_in_the_browser_says_what_to_use()
    {
        foreach (IComponentRenderMode mode in new IComponentRenderMode[]
        {
            new InteractiveWebAssemblyRenderMode(),
            new InteractiveAutoRenderMode(),
        })
        {
            var act = () => Request.OfAsync(
                new ServiceCollection().BuildServiceProvider(), new RendererInfo("Static", isInteractive: false), mode, "BlogThread");

            await act.Should().ThrowAsync<InvalidOperationException>().WithMessage("BlogThread*embed.js*blogkit-thread*InteractiveServer*");
        }
    }

    [Fact]
    public async Task A_page_that_is_rendered_statically_is_the_request_itself()
    {
        var request = new DefaultHttpContext();
        var services = new ServiceCollection().AddSingleton<IHttpContextAccessor>(
            new HttpContextAccessor { HttpContext = request }).BuildServiceProvider();

        (await Request.OfAsync(services, new RendererInfo("Static", isInteractive: false), new InteractiveServerRenderMode(), "BlogThread"))
            .Should().BeSameAs(request);
    }

    private sealed class Browsing : NavigationManager
    {
        public Browsing(string root, string page) => Initialize(root, page);
    }

    private sealed class Viewer : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() =>
            Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.Name, "Mia")], "Test"))));
    }
}
