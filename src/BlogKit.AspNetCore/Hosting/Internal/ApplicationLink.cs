using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>An address of the application's that an option names, as it is from outside.</summary>
internal static class ApplicationLink
{
    /// <summary>A path below the application's path base, which whoever writes options does not know; addresses with a host, and those that have the base already, as they are.</summary>
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
}
