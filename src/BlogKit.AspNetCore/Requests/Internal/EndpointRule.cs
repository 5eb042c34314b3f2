using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Internal;

/// <summary>What holds of an endpoint, among its metadata: the table of endpoints in the documents is made of these, and requests are held to them.</summary>
/// <param name="Cache">What it says of keeping its answers.</param>
internal sealed record EndpointRule(CacheRule Cache)
{
    /// <summary>The name of its rate limit; null for none.</summary>
    public string? Limit { get; init; }

    /// <summary>Whether the handler counts for <see cref="Limit"/>, which knows what is to be counted.</summary>
    public bool IsCountedByHandler { get; init; }

    /// <summary>Whether it takes a password, of which too many wrong ones are refused. The handler counts them.</summary>
    public bool TakesPassword { get; init; }

    /// <summary>The largest body; null for an endpoint that reads none.</summary>
    public BodyLimit? Body { get; init; }

    /// <summary>Who may call it, where the authorization of the endpoint does not say it.</summary>
    public string? Who { get; init; }

    /// <summary>
    /// Tells whom the endpoint's authorization keeps out, known or not, instead of the application's authentication, which may send them to a
    /// page where people sign in; null to leave it to that.
    /// </summary>
    public Func<HttpContext, bool, Task>? KeepOut { get; init; }

    /// <summary>Answers what is one too many; null where the handler does, which knows what was typed.</summary>
    public Func<HttpContext, LimitRefusal, Task>? Refuse { get; init; }

    /// <summary>Tells that the store cannot be used; null for a page.</summary>
    public Func<HttpContext, StoreOutage, Task>? Fail { get; init; }

    public static EndpointRule Of(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<EndpointRule>() ?? throw new InvalidOperationException("The endpoint was mapped without its rule.");

    /// <summary>The largest body of the endpoint of a request.</summary>
    public static long LargestBody(HttpContext context) =>
        Of(context).Body?.Bytes(context.RequestServices) ?? throw new InvalidOperationException("The endpoint's rule says that it reads no body.");

    /// <summary>The handler under the rule.</summary>
    public RequestDelegate Hold(RequestDelegate answer) => (Limit is null || IsCountedByHandler) && Body is null ? answer : context => AnswerAsync(context, answer);

    /// <summary>Puts the rule among the metadata of an endpoint, and asks for the application's own policy where it has its own.</summary>
    public IEndpointConventionBuilder Put(IEndpointConventionBuilder endpoint, IServiceProvider services)
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
