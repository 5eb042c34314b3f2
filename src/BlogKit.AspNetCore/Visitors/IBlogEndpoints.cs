namespace BlogKit.AspNetCore.Endpoints;

/// <summary>
/// Adds endpoints of a package, or of the application itself, inside the mount of every blog. Registered as a singleton
/// (<c>TryAddEnumerable</c>), they are a part of what <c>MapBlogKit</c> maps; <c>MapBlogKitEndpoints</c> maps them alone.
/// </summary>
public interface IBlogEndpoints
{
    /// <summary>
    /// The name of the call that maps them alone, such as <c>MapBlogKitOpenWeb</c>: each has its own, which is said to whoever maps the
    /// same twice.
    /// </summary>
    string Call { get; }

    /// <summary>
    /// Maps the endpoints. Called once for every blog that is mapped, while the application starts, and once for every static export.
    /// </summary>
    /// <param name="routes">The routes that map them.</param>
    void Map(BlogRoutes routes);
}
