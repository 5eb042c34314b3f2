using System.Security.Claims;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Reads the claims that every ASP.NET Core authentication writes.</summary>
internal sealed class ClaimsUserResolver : IBlogKitUserResolver
{
    public ValueTask<BlogKitUser?> ResolveAsync(ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        var key = principal.FindFirstValue(ClaimTypes.NameIdentifier) ?? principal.FindFirstValue("sub");
        var name = principal.Identity?.Name ?? principal.FindFirstValue("name");
        return ValueTask.FromResult(
            string.IsNullOrWhiteSpace(key) || string.IsNullOrWhiteSpace(name)
                ? null
                : new BlogKitUser(key, name) { Email = principal.FindFirstValue(ClaimTypes.Email) ?? principal.FindFirstValue("email") });
    }
}
