using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Maps a handler's method: without reflection, and with a name for logs.</summary>
internal static class Routing
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static IEndpointConventionBuilder Read(this IEndpointRouteBuilder group, string pattern, RequestDelegate write, string name) =>
        group.MapMethods(pattern, Reading, Leaving.Allow(write)).WithDisplayName("BlogKit " + name);

    public static IEndpointConventionBuilder Read<THandler>(this IEndpointRouteBuilder group, string pattern, Func<THandler, HttpContext, Task> handle, string name)
        where THandler : notnull => group.Read(pattern, Handler(handle), name);

    public static IEndpointConventionBuilder Write<THandler>(this IEndpointRouteBuilder group, string pattern, Func<THandler, HttpContext, Task> handle, string name)
        where THandler : notnull => group.Write(HttpMethods.Post, pattern, handle, name);

    public static IEndpointConventionBuilder Write<THandler>(
        this IEndpointRouteBuilder group, string method, string pattern, Func<THandler, HttpContext, Task> handle, string name)
        where THandler : notnull =>
        group.MapMethods(pattern, [method], Leaving.Finish(Handler(handle))).WithDisplayName("BlogKit " + name);

    /// <summary>What is sent to be looked at: nothing is stored, so nothing has to be finished for somebody who left.</summary>
    public static IEndpointConventionBuilder Try<THandler>(this IEndpointRouteBuilder group, string pattern, Func<THandler, HttpContext, Task> handle, string name)
        where THandler : notnull =>
        group.MapMethods(pattern, [HttpMethods.Post], Leaving.Allow(Handler(handle))).WithDisplayName("BlogKit " + name);

    private static RequestDelegate Handler<THandler>(Func<THandler, HttpContext, Task> handle)
        where THandler : notnull => context => handle(context.RequestServices.GetRequiredService<THandler>(), context);
}
