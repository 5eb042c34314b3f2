using BlogKit.AspNetCore.Internal;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.AspNetCore.Endpoints;

/// <summary>An opened request to a blog that exists, which an endpoint's handler gets.</summary>
public sealed record BlogRequest
{
    internal BlogRequest(HttpContext http, Blog blog, BlogLinks links, Actor actor, BlogText text) =>
        (Http, Blog, Links, Actor, Text) = (http, blog, links, actor, text);

    /// <summary>The request as the framework has it, and its answer.</summary>
    public HttpContext Http { get; }

    /// <summary>The blog, read for this request.</summary>
    public Blog Blog { get; }

    /// <summary>The addresses of the blog.</summary>
    public BlogLinks Links { get; internal init; }

    /// <summary>
    /// The actor who asks; <see cref="Actor.Anonymous"/> when the application's sign-in and user resolver know nobody.
    /// </summary>
    public Actor Actor { get; internal init; }

    /// <summary>The texts in the blog's language.</summary>
    public BlogText Text { get; }

    /// <summary>A token that is cancelled when the caller has left; never while a request that changes something is carried out.</summary>
    public CancellationToken Aborted => Http.RequestAborted;

    /// <summary>
    /// The refusal of a request over the rate limit, where the endpoint's rule has a limit and leaves the answer to the handler; null
    /// within the limits.
    /// </summary>
    public LimitRefusal? Refusal => LimitRefusal.Of(Http);

    /// <summary>
    /// The page of this request that everybody who is not recognised will be shown; null when it is made for one visitor alone.
    /// </summary>
    internal SharedPage? Shared => Http.Features.Get<SharedPage>();

    /// <summary>Whether the answer becomes a file of a static export.</summary>
    internal bool IsStatic => Http.Features.Get<StaticExport>() is not null;

    /// <summary>Returns a value of the query; null when it was not sent, or is empty.</summary>
    /// <param name="name">The name.</param>
    public string? FindQueryValue(string name) => Http.Request.Query[name] is [{ Length: > 0 } value, ..] ? value : null;

    /// <summary>Returns a value of the endpoint's pattern; null when the pattern has no such place, or nothing stands there.</summary>
    /// <param name="name">The name.</param>
    public string? FindRouteValue(string name) => Http.Request.RouteValues[name] as string;

    /// <summary>
    /// Counts a try of a secret by the limit <see cref="BlogKitRateLimits.Password"/>, for each network, until <see cref="ForgiveTry"/>
    /// tells that it was the right one. Returns the refusal when there were too many, and puts the time to wait into the answer's header;
    /// null when the secret may be checked.
    /// </summary>
    /// <param name="secret">Which secret is tried: a name that is the same for every try of it.</param>
    public LimitRefusal? BeginTry(string secret)
    {
        var refusal = Limits.BeginTry(Http, secret);
        refusal?.Tell(Http);
        return refusal;
    }

    /// <summary>Tells that the secret was the right one: the try does not count.</summary>
    /// <param name="secret">As in <see cref="BeginTry"/>.</param>
    public void ForgiveTry(string secret) => Limits.Forgive(Http, secret);

    /// <summary>Says that the answer is for this visitor alone: it carries a token or a cookie of theirs.</summary>
    internal void KeepToVisitor() => Shared?.End(Http);

    /// <summary>Whether a status says that the form of this request was not taken.</summary>
    internal bool RefusesForm(int status) => status >= StatusCodes.Status400BadRequest && HttpMethods.IsPost(Http.Request.Method);

    /// <summary>A comment's identity in either form that addresses have it in; null for anything else.</summary>
    internal static CommentId? CommentFrom(string? text) =>
        CommentId.TryParse(text, null, out var id) || ShortId.TryRead(text, out id) ? id : null;

    private RateLimits Limits => Http.RequestServices.GetRequiredService<RateLimits>();
}
