using BlogKit.AspNetCore.Internal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Endpoints;

/// <summary>What holds of an endpoint, among its metadata: the table of endpoints in the documents is made of these, and requests are held to them.</summary>
/// <param name="Cache">What it says of keeping its answers.</param>
public sealed record EndpointRule(CacheRule Cache)
{
    /// <summary>The name of its rate limit, one of <see cref="BlogKitRateLimits"/>; null for none. Default null.</summary>
    public string? Limit { get; init; }

    /// <summary>Whether the handler counts for <see cref="Limit"/>, which knows what is to be counted.</summary>
    internal bool IsCountedByHandler { get; init; }

    /// <summary>
    /// Whether it takes a password, of which too many wrong ones are refused. The handler counts them (<see cref="BlogRequest.BeginTry"/>).
    /// Default false.
    /// </summary>
    public bool TakesPassword { get; init; }

    /// <summary>
    /// The largest body; null for an endpoint that reads none. Default null. A larger one is refused while it is read, by
    /// <see cref="RequestBody"/> with 413.
    /// </summary>
    public BodyLimit? Body { get; init; }

    /// <summary>
    /// Who may call it, in words for documents, where the authorization of the endpoint does not say it; null, the default, is everybody.
    /// </summary>
    public string? Who { get; init; }

    /// <summary>
    /// Tells whom the endpoint's authorization keeps out, known (true) or not, instead of the application's authentication, which may send
    /// them to a page where people sign in; null, the default, to leave it to that. Asked where <c>AddDeskPolicies</c> was called.
    /// </summary>
    public Func<HttpContext, bool, Task>? KeepOut { get; init; }

    /// <summary>
    /// Answers what is one too many; null, the default, where the handler does (<see cref="BlogRequest.Refusal"/>), which knows what was
    /// typed.
    /// </summary>
    public Func<HttpContext, LimitRefusal, Task>? Refuse { get; init; }

    /// <summary>Tells that the store cannot be used; null, the default, for a page.</summary>
    public Func<HttpContext, StoreOutage, Task>? Fail { get; init; }

    internal static EndpointRule Of(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<EndpointRule>() ?? throw new InvalidOperationException("The endpoint was mapped without its rule.");

    /// <summary>The largest body of the endpoint of a request.</summary>
    internal static long LargestBody(HttpContext context) =>
        Of(context).Body?.Bytes(context.RequestServices) ?? throw new InvalidOperationException("The endpoint's rule says that it reads no body.");

    /// <summary>The handler under the rule.</summary>
    internal RequestDelegate Hold(RequestDelegate answer) =>
        (Limit is null || IsCountedByHandler) && Body is null ? answer : context => AnswerAsync(context, answer);

    /// <summary>Puts the rule among the metadata of an endpoint, and asks for the application's own policy where it has its own.</summary>
    internal IEndpointConventionBuilder Put(IEndpointConventionBuilder endpoint, IServiceProvider services)
    {
        endpoint.WithMetadata(this);
        return services.GetRequiredService<IOptions<BlogKitRateLimitOptions>>().Value is { Enabled: true, UseOwnPolicies: true } && (TakesPassword ? BlogKitRateLimits.Password : Limit) is { } policy
            ? endpoint.RequireRateLimiting(policy)
            : endpoint;
    }

    private async Task AnswerAsync(HttpContext context, RequestDelegate answer)
    {
        if (Body is { } body)
        {
            RequestBody.Limit(context, body.Bytes(context.RequestServices));
        }

        if (Limit is not null && !IsCountedByHandler && context.RequestServices.GetRequiredService<RateLimits>().Count(context, Limit) is { } refusal)
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
