using System.Security.Claims;

namespace BlogKit.AspNetCore.Tests;

/// <summary>An application's own resolver that calls everybody by the name the test says.</summary>
internal sealed class NamedResolver(string name) : IBlogKitUserResolver
{
    public ValueTask<BlogKitUser?> ResolveAsync(ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        ValueTask.FromResult<BlogKitUser?>(new BlogKitUser(principal.FindFirstValue(ClaimTypes.NameIdentifier)!, name));
}
