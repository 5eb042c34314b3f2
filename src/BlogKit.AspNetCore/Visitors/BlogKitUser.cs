namespace BlogKit.AspNetCore;

/// <summary>One of the application's own signed-in users, as the blog is to know them.</summary>
/// <param name="Key">The application's stable key of the user, opaque to BlogKit; never shown. Not empty.</param>
/// <param name="Name">The name shown beside their comments. Not empty.</param>
public sealed record BlogKitUser(string Key, string Name)
{
    /// <summary>The e-mail address, never shown; null when unknown.</summary>
    public string? Email { get; init; }

    /// <summary>The picture shown; null for none. Pages load pictures of other hosts only over https.</summary>
    public Uri? AvatarUrl { get; init; }

    /// <summary>
    /// The roles that the application gives them. Default: read and comment. Ignored for authors of the blog, whose profile holds their
    /// roles.
    /// </summary>
    public BlogRoles Roles { get; init; }
}
