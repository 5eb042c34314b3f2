using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// Keeps other sites' pages from changing anything with a reader's cookies. Browsers say where a request comes from; a program that says
/// nothing is no browser, and a credential that only a program's own code can attach is its own proof.
/// </summary>
internal static class ApiOrigin
{
    public static async Task<bool> IsAllowedAsync(HttpContext context, string? corsPolicy)
    {
        if (!IsCrossSite(context.Request) || HasOwnCredential(context.Request))
        {
            return true;
        }

        return corsPolicy is not null
            && context.RequestServices.GetService<ICorsPolicyProvider>() is { } policies
            && await policies.GetPolicyAsync(context, corsPolicy).ConfigureAwait(false) is { } policy
            && context.Request.Headers.Origin is [{ } origin]
            && policy.IsOriginAllowed(origin)
            && (policy.SupportsCredentials || !context.Request.Headers.ContainsKey(HeaderNames.Cookie));
    }

    /// <summary>Whether a browser says that a page of another origin sent it.</summary>
    public static bool IsCrossSite(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"] is { Count: > 0 } site)
        {
            return site.ToString() is not ("same-origin" or "none");
        }

        return request.Headers.Origin is { Count: > 0 } origin
            && !string.Equals(origin.ToString(), $"{request.Scheme}://{request.Host.ToUriComponent()}", StringComparison.OrdinalIgnoreCase);
    }

    // Basic and Negotiate are attached by browsers of their own accord, like cookies.
    private static bool HasOwnCredential(HttpRequest request) =>
        request.Headers.Authorization is [{ } value, ..]
        && (value.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            || value.StartsWith("DPoP ", StringComparison.OrdinalIgnoreCase));
}
