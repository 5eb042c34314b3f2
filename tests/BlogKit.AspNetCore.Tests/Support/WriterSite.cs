using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BlogKit.AspNetCore.Tests;

/// <summary>A site with the authors' desk, and one user of each role: sign in as <c>KEY|NAME</c>.</summary>
internal static class WriterSite
{
    public const string Administrator = Site.AuthorUser + "|Ada Keeper";
    public const string Writer = "writer|Wim Writer";
    public const string Contributor = "contributor|Cora Contributor";
    public const string Reader = "reader|Rita Reader";

    public static async Task<Site> StartAsync(
        Action<BlogKitOptions>? options = null,
        Action<BlogKitBuilder>? builder = null,
        Action<BlogKitWebOptions>? web = null,
        TimeProvider? clock = null,
        StoreGate? gate = null,
        ILoggerProvider? log = null,
        Action<WebApplication>? map = null,
        string? database = null)
    {
        var site = await Site.StartAsync(
            options: options,
            builder: kit =>
            {
                kit.AddDeskPolicies();
                kit.Services.AddAuthentication("Cookies").AddCookie("Cookies");
                if (clock is not null)
                {
                    kit.Services.AddSingleton<TimeProvider>(clock);
                }

                builder?.Invoke(kit);
            },
            map: map ?? (static app =>
            {
                app.UseAuthorization();
                app.MapBlogKit("/blog");
            }),
            web: web,
            database: database,
            gate: gate,
            log: log);
        await AddAsync(site, "Wim Writer", "writer", BlogRoles.Author);
        await AddAsync(site, "Cora Contributor", "contributor", BlogRoles.Contributor);
        return site;
    }

    public static async Task<Author> AddAsync(Site site, string name, string key, BlogRoles roles) =>
        (await site.Get<AuthorService>().CreateAsync(
            new NewAuthor(site.Blog.Id, name) { UserKey = key, Roles = roles }, Actor.System)).Value;

    /// <summary>
    /// The fields of the editor as they stand, with every value of those that repeat, some changed; null leaves a field out.
    /// </summary>
    public static List<KeyValuePair<string, string>> Fields(WebPage page, params (string Name, string? Value)[] changes)
    {
        var form = page.Html.QuerySelector<IHtmlFormElement>("form[data-editor]")!;
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var element in form.Elements)
        {
            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox", IsChecked: false } or IHtmlInputElement { Type: "file" } or IHtmlButtonElement:
                    break;
                case IHtmlInputElement input when input.Name is { Length: > 0 } name:
                    fields.Add(new(name, input.Value));
                    break;
                case IHtmlTextAreaElement area:
                    fields.Add(new(area.Name!, area.Value));
                    break;
                case IHtmlSelectElement select:
                    fields.Add(new(select.Name!, select.Value ?? ""));
                    break;
            }
        }

        foreach (var (name, value) in changes)
        {
            fields.RemoveAll(f => f.Key == name);
            if (value is not null)
            {
                fields.Add(new(name, value));
            }
        }

        return fields;
    }

    /// <summary>Sends the editor of a page.</summary>
    public static Task<WebPage> EditAsync(this Browser browser, WebPage page, params (string Name, string? Value)[] changes) =>
        browser.PostAsync(page.Attribute("form[data-editor]", "action")!, new FormUrlEncodedContent(Fields(page, changes)));

    public static async Task<Post> FindAsync(this Site site, PostId id) =>
        (await site.Posts.GetAsync(site.Blog.Id, id, Actor.System)).Value;

    public static PostId IdOf(WebPage redirect) => PostId.Parse(redirect.Location!.Split('?')[0].Split('/')[^1], null);
}
