using BlogKit.AspNetCore.Endpoints;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// Sees to it that nobody loses what their settings ask for: the open web was a part of this package, and its settings would be passed over
/// without a word where nothing reads them any more.
/// </summary>
internal static class OpenWebSection
{
    private const string Name = "BlogKit:Web:OpenWeb";
    private const string Call = "MapBlogKitOpenWeb";

    /// <summary>Stops the start where nobody reads the section.</summary>
    /// <exception cref="InvalidOperationException">The application's configuration has the section, and the package that has its endpoints
    /// was not added.</exception>
    public static void Demand(IServiceProvider services)
    {
        if (services.GetService<IConfiguration>()?.GetSection(Name).Exists() is true
            && !services.GetServices<IBlogEndpoints>().Any(static added => string.Equals(added.Call, Call, StringComparison.Ordinal)))
        {
            throw new InvalidOperationException(
                $"The configuration has the section {Name}, and nothing reads it. "
                + "Reference the package BlogKit.OpenWeb and call AddBlogKit(…).AddWeb().AddOpenWeb(), which reads it, "
                + "or take the section away.");
        }
    }
}
