using BlogKit.AspNetCore.Internal;
using BlogKit.Internal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Endpoints;

/// <summary>
/// The rules of an endpoint, part of its metadata: the table of endpoints in the documents is made of these, and requests are held to them.
/// </summary>
/// <param name="Cache">The rule for caching its answers.</param>
public sealed record EndpointRule(CacheRule Cache)
{
    /// <summary>
    /// The name of its rate limit, one of <see cref="BlogKitRateLimits"/>; null for none. Default null. Mapping an endpoint with any other
    /// name throws.
    /// </summary>
    public string? Limit { get; init; }

    /// <summary>Whether the handler counts for <see cref="Limit"/>, which knows what is to be counted.</summary>
    internal bool IsCountedByHandler { get; init; }

    /// <summary>
    /// Whether it takes a password, of which too many wrong ones are refused. The handler counts them (<see cref="BlogRequest.BeginTry"/>).
    /// Default false.
    /// </summary>
    public bool TakesPassword { get; init; }

    /// <summary>
    /// The largest body; null, the default, for an endpoint that reads none: whoever reads one nevertheless gets nothing. A larger one is
    /// refused while it is read, by <see cref="RequestBody"/> with 413.
    /// </summary>
    public BodyLimit? Body { get; init; }

    /// <summary>
    /// The callers it is for, in words for documents, where the authorization of the endpoint does not tell it; null, the default, is
    /// everybody.
    /// </summary>
    public string? Who { get; init; }

    /// <summary>
    /// Answers callers whom the endpoint's authorization keeps out, known (true) or not, instead of the application's authentication, which
    /// may send them to a page where people sign in; null, the default, to leave it to that. Asked where <c>AddDeskPolicies</c> was called.
    /// </summary>
    public Func<HttpContext, bool, Task>? KeepOut { get; init; }

    /// <summary>Answers a request over the rate limit; null, the default, for a sentence in plain text with 429.</summary>
    public Func<HttpContext, LimitRefusal, Task>? Refuse { get; init; }

    /// <summary>
    /// Whether the handler is called for a request over the rate limit, and answers it: it looks at <see cref="BlogRequest.Refusal"/>
    /// before it does anything, and gives back what was typed. Default false.
    /// </summary>
    public bool IsRefusedByHandler { get; init; }

    /// <summary>Answers when the store cannot be used; null, the default, for a page.</summary>
    public Func<HttpContext, StoreOutage, Task>? Fail { get; init; }

    internal static EndpointRule Of(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<EndpointRule>()
        ?? throw new InvalidOperationException("The endpoint was mapped without its rule.");

    /// <summary>The largest body of the endpoint of a request.</summary>
    internal static long LargestBody(HttpContext context) =>
        Of(context).Body?.Bytes(context.RequestServices)
        ?? throw new InvalidOperationException("The endpoint's rule says that it reads no body.");

    /// <summary>
    /// The rule of an endpoint that a package or an application adds: nothing that was left out is without a limit, as it may be where
    /// BlogKit's own handlers see to it.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is no limit of this name.</exception>
    internal EndpointRule ForAdded(IServiceProvider services, bool writes)
    {
        var limits = services.GetRequiredService<IOptions<BlogKitRateLimitOptions>>().Value;
        if (Limit is not null
            && !limits.UseOwnPolicies
            && !Array.Exists(RateLimits.Numbers(limits), known => string.Equals(known.Policy, Limit, StringComparison.Ordinal)))
        {
            throw new InvalidOperationException(
                $"There is no rate limit '{Limit}' for an endpoint. "
                + $"There are {string.Join(", ", RateLimits.Numbers(limits).Select(static known => known.Policy))}.");
        }

        return this with
        {
            Refuse = Refuse
                ?? (IsRefusedByHandler
                    ? null
                    : static (context, refusal) => PlainText.WriteAsync(
                        context, StatusCodes.Status429TooManyRequests, refusal.Error.Message)),
            Body = Body ?? (writes ? new BodyLimit(null, static _ => 0) : null),
        };
    }

    /// <summary>The handler under the rule.</summary>
    internal RequestDelegate Hold(RequestDelegate answer) =>
        (Limit is null || IsCountedByHandler) && Body is null ? answer : context => AnswerAsync(context, answer);

    /// <summary>Puts the rule among the metadata of an endpoint, and asks for the application's own policy where it has its own.</summary>
    internal IEndpointConventionBuilder Put(IEndpointConventionBuilder endpoint, IServiceProvider services)
    {
        endpoint.WithMetadata(this);
        return services.GetRequiredService<IOptions<BlogKitRateLimitOptions>>().Value is { Enabled: true, UseOwnPolicies: true }
            && (TakesPassword ? BlogKitRateLimits.Password : Limit) is { } policy
            ? endpoint.RequireRateLimiting(policy)
            : endpoint;
    }

    private async Task AnswerAsync(HttpContext context, RequestDelegate answer)
    {
        if (Body is { } body)
        {
            RequestBody.Limit(context, body.Bytes(context.RequestServices));
        }

        if (Limit is not null
            && !IsCountedByHandler
            && context.RequestServices.GetRequiredService<RateLimits>().Count(context, Limit) is { } refusal)
        {
            refusal.Hold(context);
            if (Refuse is not null)
            {
                await Refuse(context, refusal).ConfigureAwait(false);
                return;
            }
        }

        await answer(context).ConfigureAwait(false);
    }
}
