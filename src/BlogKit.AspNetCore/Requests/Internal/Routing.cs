using BlogKit.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Maps what answers: without reflection, under its rule, and with a name for logs.</summary>
internal static class Routing
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Maps what is read.</summary>
    public static IEndpointConventionBuilder MapRead(
        this IEndpointRouteBuilder group, string pattern, RequestDelegate answer, string name, EndpointRule rule) =>
        group.Map(pattern, Reading, Leaving.Allow(rule.Hold(answer)), name, rule);

    /// <summary>Maps what changes something: what was sent is done even if the sender leaves.</summary>
    public static IEndpointConventionBuilder MapWrite(
        this IEndpointRouteBuilder group, string pattern, RequestDelegate answer, string name, EndpointRule rule) =>
        group.Map(pattern, [HttpMethods.Post], Leaving.Finish(rule.Hold(answer)), name, rule);

    /// <summary>Maps what is only looked at: nothing is stored, so nothing has to be finished for somebody who left.</summary>
    public static IEndpointConventionBuilder MapTry(
        this IEndpointRouteBuilder group, string pattern, RequestDelegate answer, string name, EndpointRule rule) =>
        group.Map(pattern, [HttpMethods.Post], Leaving.Allow(rule.Hold(answer)), name, rule);

    /// <summary>Maps what is read, for a handler that opens the request itself.</summary>
    public static IEndpointConventionBuilder MapRead<THandler>(
        this IEndpointRouteBuilder group, string pattern, Func<THandler, HttpContext, Task> answer, string name, EndpointRule rule)
        where THandler : notnull => group.MapRead(pattern, Handler(answer), name, rule);

    /// <summary>Maps what changes something, for a handler that opens the request itself.</summary>
    public static IEndpointConventionBuilder MapWrite<THandler>(
        this IEndpointRouteBuilder group, string pattern, Func<THandler, HttpContext, Task> answer, string name, EndpointRule rule)
        where THandler : notnull => group.MapWrite(pattern, Handler(answer), name, rule);

    private static IEndpointConventionBuilder Map(
        this IEndpointRouteBuilder group, string pattern, string[] methods, RequestDelegate answer, string name, EndpointRule rule) =>
        rule.Put(group.MapMethods(pattern, methods, answer).WithDisplayName("BlogKit " + name), group.ServiceProvider);

    private static RequestDelegate Handler<THandler>(Func<THandler, HttpContext, Task> answer)
        where THandler : notnull => context => answer(context.RequestServices.GetRequiredService<THandler>(), context);
}
