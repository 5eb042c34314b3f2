using System.Net;
using AngleSharp.Html.Dom;

namespace BlogKit.AspNetCore.Tests;

internal sealed record WebPage(HttpResponseMessage Response, string Text, IHtmlDocument Html)
{
    public HttpStatusCode Status => Response.StatusCode;

    public string? Location => Response.Headers.Location?.OriginalString;

    public string? First(string selector) => Html.QuerySelector(selector)?.TextContent.Trim();

    public string?[] All(string selector) => [.. Html.QuerySelectorAll(selector).Select(e => e.TextContent.Trim())];

    public string? Attribute(string selector, string name) => Html.QuerySelector(selector)?.GetAttribute(name);
}
