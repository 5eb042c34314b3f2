using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace BlogKit.AspNetCore.Internal;

/// <summary>An address of the application's that an option names, as it is from outside.</summary>
internal static class ApplicationLink
{
    private const string ReturnParameter = "ReturnUrl";

    /// <summary>
    /// A path below the application's path base, which whoever writes options does not know; addresses with a host, and those that have the
    /// base already, as they are.
    /// </summary>
    public static string? To(HttpRequest request, string? path)
    {
        if (path is not { Length: > 0 } || path.StartsWith("//", StringComparison.Ordinal))
        {
            return path;
        }

        var isRooted = path.StartsWith('/') || path.StartsWith("~/", StringComparison.Ordinal);
        if (!isRooted && Uri.TryCreate(path, UriKind.Absolute, out _))
        {
            return path;
        }

        var rooted = isRooted ? path[path.IndexOf('/', StringComparison.Ordinal)..] : "/" + path;
        var pathBase = request.PathBase.ToUriComponent();
        return rooted.StartsWith(pathBase + "/", StringComparison.OrdinalIgnoreCase) ? rooted : pathBase + rooted;
    }

    /// <summary>
    /// The same for the page where people sign in, which is told where to lead them afterwards as ASP.NET Core tells it. A page of another
    /// host would not know that path.
    /// </summary>
    public static string? ToSignIn(HttpRequest request, string? path, string? back)
    {
        var link = To(request, path);
        return back is null
            || link is not ['/', .. var rest]
            || rest is ['/' or '\\', ..]
            || link.Contains(ReturnParameter + "=", StringComparison.OrdinalIgnoreCase)
            ? link
            : QueryHelpers.AddQueryString(link, ReturnParameter, back);
    }
}
