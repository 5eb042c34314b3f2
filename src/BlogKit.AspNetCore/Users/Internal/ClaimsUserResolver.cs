using System.Security.Claims;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Reads the claims that every ASP.NET Core authentication writes.</summary>
internal sealed class ClaimsUserResolver : IBlogKitUserResolver
{
    // In the order in which they are what people call themselves. ASP.NET Core Identity's user name is the e-mail address.
    private static readonly string[] NameClaims = ["name", ClaimTypes.Name, ClaimTypes.GivenName, "given_name", "nickname", "preferred_username"];

    public ValueTask<BlogKitUser?> ResolveAsync(ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        var key = principal.FindFirstValue(ClaimTypes.NameIdentifier) ?? principal.FindFirstValue("sub");
        string[] names = [.. new[] { principal.Identity?.Name }.Concat(NameClaims.SelectMany(type => principal.FindAll(type).Select(static c => c.Value))).Where(static n => !string.IsNullOrWhiteSpace(n)).OfType<string>()];
        return ValueTask.FromResult(
            string.IsNullOrWhiteSpace(key) || names.Length == 0
                ? null
                : new BlogKitUser(key, Array.Find(names, Actor.IsShowable) ?? names[0]) { Email = principal.FindFirstValue(ClaimTypes.Email) ?? principal.FindFirstValue("email") });
    }
}
