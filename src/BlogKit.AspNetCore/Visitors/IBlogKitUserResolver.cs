using System.Security.Claims;

namespace BlogKit.AspNetCore;

/// <summary>
/// Tells who of the application's own users is signed in; the application supplies it by <c>AddUserResolver</c>.
/// Asked once per request, and only when the application's authentication found somebody. May be registered with any lifetime.
/// </summary>
public interface IBlogKitUserResolver
{
    /// <summary>Returns the user behind a principal; null when the blog is to treat them as a guest.</summary>
    /// <param name="principal">The principal that the application's authentication found; authenticated.</param>
    /// <param name="cancellationToken">Cancelled when the client goes away.</param>
    ValueTask<BlogKitUser?> ResolveAsync(ClaimsPrincipal principal, CancellationToken cancellationToken);
}
