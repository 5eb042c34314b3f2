using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>A request to a blog that exists.</summary>
internal sealed record BlogRequest(HttpContext Http, Blog Blog, BlogLinks Links, Actor Actor, BlogText Text)
{
    public CancellationToken Aborted => Http.RequestAborted;

    /// <summary>What is around a page of this request.</summary>
    public PageFrame Frame(string title) => new(Blog, Links, title) { Text = Text, Viewer = Actor, Feeds = FeedLinks.OfBlog(Blog, Links), Endpoints = OpenWebLinks.OfBlog(Http, Links) };

    public string? Query(string name) => Http.Request.Query[name] is [{ Length: > 0 } value, ..] ? value : null;

    public string? Route(string name) => Http.Request.RouteValues[name] as string;

    public static CommentId? CommentFrom(string? text) => CommentId.TryParse(text, null, out var id) ? id : null;
}
