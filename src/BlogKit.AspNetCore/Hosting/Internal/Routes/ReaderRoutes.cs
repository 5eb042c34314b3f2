using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Lists, search, posts and pages.</summary>
internal static class ReaderRoutes
{
    public static void Map(RouteGroupBuilder group, BlogMount mount)
    {
        var home = mount.Prefix.Length == 0 ? "/" : "";
        group.ReadShared<ListPages>(home, (pages, context) => pages.ShowHomeAsync(context, mount), "home", SharedPages.Cursor);
        group.Read<ListPages>("/search", (pages, context) => pages.SearchAsync(context, mount), "search", EndpointRules.Search);
        group.ReadShared<ListPages>("/tag/{slug}", (pages, context) => pages.ShowTagAsync(context, mount), "tag", SharedPages.Cursor);
        group.ReadShared<ListPages>("/category/{slug}", (pages, context) => pages.ShowCategoryAsync(context, mount), "category", SharedPages.Cursor);
        group.ReadShared<ListPages>("/author/{slug}", (pages, context) => pages.ShowAuthorAsync(context, mount), "author", SharedPages.Cursor);
        group.ReadShared<ListPages>("/series/{slug}", (pages, context) => pages.ShowSeriesAsync(context, mount), "series", SharedPages.Cursor);
        group.ReadShared<ListPages>("/archive", (pages, context) => pages.ShowArchiveAsync(context, mount), "archive");
        group.ReadShared<ListPages>("/archive/{year}", (pages, context) => pages.ShowPeriodAsync(context, mount), "archive of a year", SharedPages.Cursor);
        group.ReadShared<ListPages>("/archive/{year}/{month}", (pages, context) => pages.ShowPeriodAsync(context, mount), "archive of a month", SharedPages.Cursor);
        group.ReadShared<ListPages>("/tags", (pages, context) => pages.ShowTagsAsync(context, mount), "tags");
        group.ReadShared<ListPages>("/categories", (pages, context) => pages.ShowCategoriesAsync(context, mount), "categories");
        group.ReadShared<PostPages>("/{slug}", (pages, context) => pages.ShowAsync(context, mount), "post", SharedPages.Comments, SharedPages.Sort, SharedPages.Comment);
        group.Try<PostPages>("/{slug}/password", (pages, context) => pages.UnlockAsync(context, mount), "unlock", EndpointRules.Unlock);
        group.Read("/assets/{file}", WebAssets.WriteAsync, "assets", EndpointRules.Asset);
        if (mount.Prefix.Length > 0)
        {
            // Files below the path are left to the application's static files.
            group.Read<ListPages>("/{**path:nonfile}", (pages, context) => pages.ShowNotFoundAsync(context, mount), "not found", EndpointRules.Page).WithOrder(int.MaxValue);
        }
    }
}
