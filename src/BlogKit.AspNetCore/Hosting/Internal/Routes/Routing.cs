using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Maps a handler's method: without reflection, under its rule, and with a name for logs.</summary>
internal static class Routing
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static IEndpointConventionBuilder Read(this IEndpointRouteBuilder group, string pattern, RequestDelegate write, string name, EndpointRule rule) =>
        group.Map(pattern, Reading, Leaving.Allow(rule.Hold(write)), name, rule);

    public static IEndpointConventionBuilder Read<THandler>(
        this IEndpointRouteBuilder group, string pattern, Func<THandler, HttpContext, Task> handle, string name, EndpointRule rule)
        where THandler : notnull => group.Read(pattern, Handler(handle), name, rule);

    public static IEndpointConventionBuilder Write<THandler>(
        this IEndpointRouteBuilder group, string pattern, Func<THandler, HttpContext, Task> handle, string name, EndpointRule rule)
        where THandler : notnull => group.Map(pattern, [HttpMethods.Post], Leaving.Finish(rule.Hold(Handler(handle))), name, rule);

    /// <summary>What is sent to be looked at: nothing is stored, so nothing has to be finished for somebody who left.</summary>
    public static IEndpointConventionBuilder Try<THandler>(
        this IEndpointRouteBuilder group, string pattern, Func<THandler, HttpContext, Task> handle, string name, EndpointRule rule)
        where THandler : notnull => group.Map(pattern, [HttpMethods.Post], Leaving.Allow(rule.Hold(Handler(handle))), name, rule);

    private static IEndpointConventionBuilder Map(
        this IEndpointRouteBuilder group, string pattern, string[] methods, RequestDelegate answer, string name, EndpointRule rule) =>
        rule.Put(group.MapMethods(pattern, methods, answer).WithDisplayName("BlogKit " + name), group.ServiceProvider);

    private static RequestDelegate Handler<THandler>(Func<THandler, HttpContext, Task> handle)
        where THandler : notnull => context => handle(context.RequestServices.GetRequiredService<THandler>(), context);
}
