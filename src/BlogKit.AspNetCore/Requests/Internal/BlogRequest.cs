using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>A request to a blog that exists.</summary>
internal sealed record BlogRequest(HttpContext Http, Blog Blog, BlogLinks Links, Actor Actor, BlogText Text)
{
    public CancellationToken Aborted => Http.RequestAborted;

    /// <summary>The page of this request that everybody who is not recognised will be shown; null when it is made for one visitor alone.</summary>
    public SharedPage? Shared => Http.Features.Get<SharedPage>();

    /// <summary>Whether the answer becomes a file of a static export.</summary>
    public bool IsStatic => Http.Features.Get<StaticExport>() is not null;

    /// <summary>Says that the answer is for this visitor alone: it carries a token or a cookie of theirs.</summary>
    public void KeepToVisitor() => Shared?.End(Http);

    /// <summary>Whether a status says that the form of this request was not taken.</summary>
    public bool RefusesForm(int status) => status >= StatusCodes.Status400BadRequest && HttpMethods.IsPost(Http.Request.Method);

    public string? Query(string name) => Http.Request.Query[name] is [{ Length: > 0 } value, ..] ? value : null;

    public string? Route(string name) => Http.Request.RouteValues[name] as string;

    /// <summary>A comment's identity in either form that addresses have it in; null for anything else.</summary>
    public static CommentId? CommentFrom(string? text) =>
        CommentId.TryParse(text, null, out var id) || ShortId.TryRead(text, out id) ? id : null;
}
