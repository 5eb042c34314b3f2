using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Sees to it that nobody gets a desk without having said who may sit at it.</summary>
internal static class DeskPolicies
{
    private static readonly string[] Names = [BlogKitPolicies.Write, BlogKitPolicies.Moderate, BlogKitPolicies.Administer];

    /// <summary>The policies the application does not define.</summary>
    public static IReadOnlyList<string> FindMissing(IServiceProvider services) =>
        services.GetService<IAuthorizationPolicyProvider>() is not null
        && services.GetService<IOptions<AuthorizationOptions>>()?.Value is { } options
            ? [.. Names.Where(name => options.GetPolicy(name) is null)]
            : Names;

    public static void Demand(IServiceProvider services)
    {
        if (FindMissing(services) is { Count: > 0 } missing)
        {
            throw new InvalidOperationException(
                $"MapBlogKitDesk needs the authorization policies {string.Join(", ", missing)}. "
                + "Define them with builder.Services.AddAuthorization(o => o.AddPolicy(…)), "
                + "or call AddBlogKit(…).AddDeskPolicies() to let in whom the blog's author profiles give the roles.");
        }
    }
}
