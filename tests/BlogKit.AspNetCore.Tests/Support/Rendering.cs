using BlogKit.AspNetCore.Internal;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.AspNetCore.Tests;

/// <summary>A component by itself.</summary>
internal static class Rendering
{
    public static async Task<string> ToHtmlAsync<TComponent>(object model)
        where TComponent : IComponent
    {
        await using var services = new ServiceCollection().AddLogging().AddSingleton<OwnComponents>().BuildServiceProvider();
        return (await ComponentHtml.RenderAsync(
            services, typeof(TComponent), new Dictionary<string, object?> { ["Model"] = model })).ToString();
    }
}
