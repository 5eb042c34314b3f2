using BlogKit.AspNetCore.Internal;

namespace BlogKit.AspNetCore;

/// <summary>
/// The names of the authorization policies that guard the desk. The application defines what they ask for (<c>AddAuthorization</c>, or
/// <c>AddDeskPolicies</c> for "signed in, with the roles of the blog's author profiles"). They open the door; what somebody may do behind
/// it follows from their roles.
/// </summary>
public static class BlogKitPolicies
{
    /// <summary>The policy for opening the editor: <c>BlogKit.Write</c>.</summary>
    public const string Write = "BlogKit.Write";

    /// <summary>The policy for opening the moderators' desk: <c>BlogKit.Moderate</c>.</summary>
    public const string Moderate = "BlogKit.Moderate";

    /// <summary>The policy for changing settings and policies: <c>BlogKit.Administer</c>.</summary>
    public const string Administer = "BlogKit.Administer";

    /// <summary>
    /// Returns whether the application defines all three: without them nobody has said who may write, and nothing that writes is mapped.
    /// </summary>
    /// <param name="services">The services of the application.</param>
    public static bool AreDefined(IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(services);
        return DeskPolicies.FindMissing(services).Count == 0;
    }
}
