using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace BlogKit.AspNetCore.Internal;

/// <summary>The moderators' side of the desk.</summary>
internal static class DeskRoutes
{
    public static void Map(RouteGroupBuilder group, BlogMount mount)
    {
        _ = mount;
        _ = group.MapGroup("/desk").RequireAuthorization(BlogKitPolicies.Moderate);
    }
}
