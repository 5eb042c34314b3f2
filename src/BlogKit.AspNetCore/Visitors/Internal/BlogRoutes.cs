using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.AspNetCore.Internal;

/// <summary>The endpoints of one blog behind one door: a handler gets the opened request, and is not called when there is none.</summary>
internal sealed class BlogRoutes(IEndpointRouteBuilder group, BlogMount mount, Door door = Door.Readers)
{
    public IEndpointRouteBuilder Group => group;

    /// <summary>Maps a page that is read.</summary>
    public IEndpointConventionBuilder Read<THandler>(
        string pattern, Func<THandler, BlogRequest, Task> answer, string name, EndpointRule rule)
        where THandler : notnull => group.Read(pattern, Open(answer), name, rule);

    /// <summary>Maps a form that changes something: what was sent is done even if the sender leaves.</summary>
    public IEndpointConventionBuilder Write<THandler>(
        string pattern, Func<THandler, BlogRequest, Task> answer, string name, EndpointRule rule)
        where THandler : notnull => group.Write(pattern, Open(answer), name, rule);

    /// <summary>Maps a form that is only looked at: nothing is stored, so nothing has to be finished for somebody who left.</summary>
    public IEndpointConventionBuilder Try<THandler>(
        string pattern, Func<THandler, BlogRequest, Task> answer, string name, EndpointRule rule)
        where THandler : notnull => group.Try(pattern, Open(answer), name, rule);

    /// <summary>The handler behind the door.</summary>
    public RequestDelegate Open<THandler>(Func<THandler, BlogRequest, Task> answer)
        where THandler : notnull => async context =>
        {
            var services = context.RequestServices;
            if (await services.GetRequiredService<IBlogDoors>().OpenAsync(context, mount, door).ConfigureAwait(false) is { } request)
            {
                await answer(services.GetRequiredService<THandler>(), request).ConfigureAwait(false);
            }
        };
}
