using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Internal;

/// <summary>A request to a blog that exists.</summary>
internal sealed record BlogRequest(HttpContext Http, Blog Blog, BlogLinks Links, Actor Actor, BlogText Text)
{
    public CancellationToken Aborted => Http.RequestAborted;

    public BlogKitWebOptions Options => Http.RequestServices.GetRequiredService<IOptions<BlogKitWebOptions>>().Value;

    /// <summary>The page of this request that everybody who is not recognised will be shown; null when it is made for one visitor alone.</summary>
    public SharedPage? Shared => Http.Features.Get<SharedPage>();

    /// <summary>Whether the answer becomes a file of a static export.</summary>
    public bool IsStatic => Http.Features.Get<StaticExport>() is not null;

    /// <summary>The page's own path and query; empty for a file, which may be put anywhere, and in BlogKit's own document, which has no <c>base</c> element.</summary>
    public string PageUrl => IsStatic || IsOwnDocument ? "" : (Http.Request.PathBase + Http.Request.Path).ToUriComponent() + Http.Request.QueryString.ToUriComponent();

    /// <summary>Whether nothing of the application's is around the page.</summary>
    public bool IsOwnDocument => Options is { Layout: null, ViewLayout: null, HeadContent: null } && !Http.RequestServices.GetServices<ViewReplacement>().Any();

    /// <summary>Says that the answer is for this visitor alone: it carries a token or a cookie of theirs.</summary>
    public void KeepToVisitor() => Shared?.End(Http);

    /// <summary>What is around a page of this request.</summary>
    public PageFrame Frame(string title) => new(Blog, Links, title)
    {
        Text = Text,
        Viewer = Actor,
        DeskUrl = HasDesk ? Links.Desk : null,
        ColorScheme = Options.ColorScheme,
        IsStatic = IsStatic,
        PageUrl = PageUrl,
        Feeds = FeedLinks.OfBlog(Blog, Links),
        Endpoints = IsStatic ? [] : OpenWebLinks.OfBlog(Http, Links),
    };

    /// <summary>Whether a status says that the form of this request was not taken.</summary>
    public bool RefusesForm(int status) => status >= StatusCodes.Status400BadRequest && HttpMethods.IsPost(Http.Request.Method);

    public string? Query(string name) => Http.Request.Query[name] is [{ Length: > 0 } value, ..] ? value : null;

    public string? Route(string name) => Http.Request.RouteValues[name] as string;

    /// <summary>A comment's identity in either form that addresses have it in; null for anything else.</summary>
    public static CommentId? CommentFrom(string? text) =>
        CommentId.TryParse(text, null, out var id) || ShortId.TryRead(text, out id) ? id : null;

    private bool HasDesk =>
        !IsStatic && Actor.In(Blog.Id) is { CanWrite: true } or { CanModerate: true } && DeskPolicies.FindMissing(Http.RequestServices).Count == 0;
}
