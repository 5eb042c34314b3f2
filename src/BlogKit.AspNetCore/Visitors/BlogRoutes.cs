using BlogKit.AspNetCore.Internal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.AspNetCore.Endpoints;

/// <summary>
/// Maps endpoints inside one blog's mount, all behind one door: a handler gets the opened request, and is not called when the blog does not
/// exist. The application's sign-in alone tells who asks; what a guest's browser keeps does not count.
/// </summary>
public sealed class BlogRoutes
{
    private readonly IEndpointRouteBuilder _group;
    private readonly Door _door;
    private readonly bool _isAdded;

    /// <summary>Endpoints of one blog.</summary>
    /// <param name="group">The group the endpoints are mapped in.</param>
    /// <param name="mount">The blog.</param>
    /// <param name="door">The check that lets callers in.</param>
    /// <param name="isAdded">Whether they are a package's or the application's own.</param>
    internal BlogRoutes(IEndpointRouteBuilder group, BlogMount mount, Door door = Door.Readers, bool isAdded = false) =>
        (_group, Mount, _door, _isAdded) = (group, mount, door, isAdded);

    /// <summary>The place where the blog is mapped.</summary>
    public BlogMount Mount { get; }

    /// <summary>The services of the application.</summary>
    public IServiceProvider Services => _group.ServiceProvider;

    internal IEndpointRouteBuilder Group => _group;

    /// <summary>
    /// Returns routes below a path that ask for an authorization policy. The policy knows who somebody is, not what they are in this blog:
    /// a handler that changes something asks <c>request.Actor.ForBlog(request.Blog.Id)</c> too.
    /// </summary>
    /// <param name="path">Below the blog's own, beginning with a slash, such as <c>/micropub</c>.</param>
    /// <param name="policy">One of <see cref="BlogKitPolicies"/>, or of the application's own.</param>
    public BlogRoutes MapGroup(string path, string policy) =>
        new(_group.MapGroup(path).RequireAuthorization(policy), Mount, _door, _isAdded);

    /// <summary>Maps an endpoint that reads: GET and HEAD.</summary>
    /// <typeparam name="THandler">Taken from the services of each request.</typeparam>
    /// <param name="pattern">Below the blog's path, such as <c>/actor</c> or <c>/notes/{id}</c>.</param>
    /// <param name="answer">Answers the opened request.</param>
    /// <param name="name">The name of the endpoint, for logs.</param>
    /// <param name="rule">The rules of the endpoint.</param>
    public IEndpointConventionBuilder MapRead<THandler>(
        string pattern, Func<THandler, BlogRequest, Task> answer, string name, EndpointRule rule)
        where THandler : notnull => _group.MapRead(pattern, Open(answer), name, RuleOf(rule, writes: false));

    /// <summary>Maps an endpoint that changes something, by POST: what was sent is done even if the sender leaves.</summary>
    /// <typeparam name="THandler">Taken from the services of each request.</typeparam>
    /// <param name="pattern">Below the blog's path, such as <c>/inbox</c>.</param>
    /// <param name="answer">Answers the opened request.</param>
    /// <param name="name">The name of the endpoint, for logs.</param>
    /// <param name="rule">The rules of the endpoint.</param>
    public IEndpointConventionBuilder MapWrite<THandler>(
        string pattern, Func<THandler, BlogRequest, Task> answer, string name, EndpointRule rule)
        where THandler : notnull => _group.MapWrite(pattern, Open(answer), name, RuleOf(rule, writes: true));

    /// <summary>Maps a form that is only looked at: nothing is stored, so nothing has to be finished for somebody who left.</summary>
    internal IEndpointConventionBuilder MapTry<THandler>(
        string pattern, Func<THandler, BlogRequest, Task> answer, string name, EndpointRule rule)
        where THandler : notnull => _group.MapTry(pattern, Open(answer), name, rule);

    private EndpointRule RuleOf(EndpointRule rule, bool writes) => _isAdded ? rule.ForAdded(Services, writes) : rule;

    /// <summary>The handler behind the door.</summary>
    internal RequestDelegate Open<THandler>(Func<THandler, BlogRequest, Task> answer)
        where THandler : notnull => async context =>
        {
            var services = context.RequestServices;
            if (await services.GetRequiredService<IBlogDoors>().OpenAsync(context, _door).ConfigureAwait(false) is { } request)
            {
                await answer(services.GetRequiredService<THandler>(), request).ConfigureAwait(false);
            }
        };
}
