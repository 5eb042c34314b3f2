using System.Security.Claims;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// Reads the claims that every ASP.NET Core authentication writes. An address is no name, and neither is what stands before its at sign:
/// providers make user names and nicknames of it.
/// </summary>
internal sealed class ClaimsUserResolver : IBlogKitUserResolver
{
    private static readonly string[] AtSigns = ["@", "\uFF20", "\uFE6B", "%40"];

    // In the order in which they are what people call themselves. ASP.NET Core Identity's user name is the e-mail address.
    private static readonly string[] NameClaims =
        ["name", ClaimTypes.Name, ClaimTypes.GivenName, "given_name", "nickname", "preferred_username"];

    public ValueTask<BlogKitUser?> ResolveAsync(ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        var key = principal.FindFirstValue(ClaimTypes.NameIdentifier) ?? principal.FindFirstValue("sub");
        var email = principal.FindFirstValue(ClaimTypes.Email) ?? principal.FindFirstValue("email");
        Claim[] names = [.. NamesOf(principal).Where(static claim => !string.IsNullOrWhiteSpace(claim.Value))];
        if (string.IsNullOrWhiteSpace(key) || names.Length == 0)
        {
            return ValueTask.FromResult<BlogKitUser?>(null);
        }

        string[] addresses = [.. names.Select(static claim => claim.Value).Append(email ?? "").Where(IsAddress)];
        var name = Array.Find(
            names,
            claim => Actor.IsShowable(claim.Value)
                && (IsGivenName(claim) || !Array.Exists(addresses, address => IsBeginning(claim.Value, address))))?.Value;

        // An address in the place of a name is shown to nobody, and its owner is asked for one.
        name ??= addresses.FirstOrDefault() ?? names[0].Value;
        return ValueTask.FromResult<BlogKitUser?>(new BlogKitUser(key, name) { Email = email });
    }

    private static IEnumerable<Claim> NamesOf(ClaimsPrincipal principal)
    {
        var first = principal.Identity is ClaimsIdentity identity ? identity.FindFirst(identity.NameClaimType)
            : principal.Identity?.Name is { } name ? new Claim(ClaimTypes.Name, name) : null;
        return (first is null ? [] : new[] { first }).Concat(NameClaims.SelectMany(principal.FindAll));
    }

    private static bool IsAddress(string text) => Array.Exists(AtSigns, at => text.Contains(at, StringComparison.Ordinal));

    // People are called Jane whose address begins with it.
    private static bool IsGivenName(Claim claim) => claim.Type is ClaimTypes.GivenName or "given_name";

    /// <summary>Whether a name is what an address has before its at sign, or before the plus sign there.</summary>
    private static bool IsBeginning(string name, string address)
    {
        var local = address[..AtSigns.Select(at => address.IndexOf(at, StringComparison.Ordinal)).Where(static at => at >= 0).Min()].Trim();
        return IsSame(name, local) || (local.IndexOf('+', StringComparison.Ordinal) is > 0 and var plus && IsSame(name, local[..plus]));
    }

    private static bool IsSame(string one, string other) => one.AsSpan().Trim().Equals(other, StringComparison.OrdinalIgnoreCase);
}
