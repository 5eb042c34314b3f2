using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace BlogKit.AspNetCore.Internal;

/// <summary>The authors' side of the desk.</summary>
internal static class WriterRoutes
{
    public static void Map(RouteGroupBuilder group, BlogMount mount)
    {
        _ = mount;
        _ = group.MapGroup("/desk/posts").RequireAuthorization(BlogKitPolicies.Write);
    }
}
