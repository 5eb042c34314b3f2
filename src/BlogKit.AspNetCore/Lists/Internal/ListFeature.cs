using BlogKit.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Lists, archive and search: their services and routes, and what is answered where nothing is.</summary>
internal static class ListFeature
{
    public static void Add(IServiceCollection services) => services.TryAddSingleton<ListPages>();

    public static void Map(RouteGroupBuilder group, BlogMount mount)
    {
        var routes = new BlogRoutes(group, mount);
        var home = mount.Prefix.Length == 0 ? "/" : "";
        routes.MapSharedRead<ListPages>(home, static (pages, request) => pages.ShowHomeAsync(request), "home", SharedPages.Cursor);
        routes.MapRead<ListPages>("/search", static (pages, request) => pages.SearchAsync(request), "search", EndpointRules.Search);
        routes.MapSharedRead<ListPages>("/tag/{slug}", static (pages, request) => pages.ShowTagAsync(request), "tag", SharedPages.Cursor);
        routes.MapSharedRead<ListPages>(
            "/category/{slug}", static (pages, request) => pages.ShowCategoryAsync(request), "category", SharedPages.Cursor);
        routes.MapSharedRead<ListPages>(
            "/author/{slug}", static (pages, request) => pages.ShowAuthorAsync(request), "author", SharedPages.Cursor);
        routes.MapSharedRead<ListPages>(
            "/series/{slug}", static (pages, request) => pages.ShowSeriesAsync(request), "series", SharedPages.Cursor);
        routes.MapSharedRead<ListPages>("/archive", static (pages, request) => pages.ShowArchiveAsync(request), "archive");
        routes.MapSharedRead<ListPages>(
            "/archive/{year}", static (pages, request) => pages.ShowPeriodAsync(request), "archive of a year", SharedPages.Cursor);
        routes.MapSharedRead<ListPages>(
            "/archive/{year}/{month}", static (pages, request) => pages.ShowPeriodAsync(request), "archive of a month", SharedPages.Cursor);
        routes.MapSharedRead<ListPages>("/tags", static (pages, request) => pages.ShowTagsAsync(request), "tags");
        routes.MapSharedRead<ListPages>("/categories", static (pages, request) => pages.ShowCategoriesAsync(request), "categories");
        if (mount.Prefix.Length > 0)
        {
            // Files below the path are left to the application's static files.
            routes.MapRead<ListPages>(
                "/{**path:nonfile}",
                static (pages, request) => pages.ShowNotFoundAsync(request),
                "not found",
                EndpointRules.Page).WithOrder(int.MaxValue);
        }
    }
}
