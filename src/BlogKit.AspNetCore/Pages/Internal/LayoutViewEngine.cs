using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.ViewEngines;

namespace BlogKit.AspNetCore.Internal;

/// <summary>The application's views, except that a layout need not render the section that a page of the blog has for its head.</summary>
internal sealed class LayoutViewEngine(IRazorViewEngine engine) : IRazorViewEngine
{
    public LayoutPage? Page { get; set; }

    public RazorPageResult FindPage(ActionContext context, string pageName) => Lenient(engine.FindPage(context, pageName));

    public RazorPageResult GetPage(string executingFilePath, string pagePath) => Lenient(engine.GetPage(executingFilePath, pagePath));

    public string? GetAbsolutePath(string? executingFilePath, string? pagePath) => engine.GetAbsolutePath(executingFilePath, pagePath);

    public ViewEngineResult FindView(ActionContext context, string viewName, bool isMainPage) =>
        engine.FindView(context, viewName, isMainPage);

    public ViewEngineResult GetView(string? executingFilePath, string viewPath, bool isMainPage) =>
        engine.GetView(executingFilePath, viewPath, isMainPage);

    private RazorPageResult Lenient(RazorPageResult found)
    {
        if (found.Page is RazorPage layout && Page is { } page)
        {
            layout.PreviousSectionWriters = page.SectionWriters;
            layout.IgnoreSection(LayoutPage.HeadSection);
            Page = null;
        }

        return found;
    }
}
