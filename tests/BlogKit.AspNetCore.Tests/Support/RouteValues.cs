using System.Text.RegularExpressions;
using BlogKit.AspNetCore.Internal;
using Microsoft.AspNetCore.Routing;

namespace BlogKit.AspNetCore.Tests;

/// <summary>What is there for the parameters of routes, all of it the owner's.</summary>
internal sealed partial class RouteValues
{
    private string _post = "";
    private string _draft = "";
    private string _comment = "";
    private string _slug = "";

    public static async Task<RouteValues> MakeAsync(Site site)
    {
        var post = await site.PublishAsync(new NewPost(site.Blog.Id, "Of honey", "Some *text*.") { Tags = ["Honey"] });
        var draft = (await site.Posts.CreateAsync(
            new NewPost(site.Blog.Id, "Not yet", "Later.") { AuthorIds = [site.Author.Id] }, Actor.Author(site.Author))).Value;
        var comment = (await site.Comments.SubmitAsync(
            new NewComment(post.BlogId, post.Id, "My own word."), Actor.Author(site.Author))).Value.Comment;
        return new RouteValues
        {
            _post = post.Id.ToString(),
            _draft = draft.Id.ToString(),
            _comment = comment.Id.ToString(),
            _slug = post.Slug.Value,
        };
    }

    /// <summary>What looks like it and is not there.</summary>
    public static RouteValues OfNothing() => new()
    {
        _post = new PostId(Guid.NewGuid()).ToString(),
        _draft = new PostId(Guid.NewGuid()).ToString(),
        _comment = new CommentId(Guid.NewGuid()).ToString(),
        _slug = "nothing-of-this-name",
    };

    /// <summary>An address of the endpoint.</summary>
    public string PathOf(RouteEndpoint endpoint)
    {
        var pattern = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
        var path = Parameter().Replace(pattern, match => ValueOf(pattern[..match.Index], match.Groups["name"].Value));
        return path.EndsWith("/live", StringComparison.Ordinal) ? path + "?since=0"
            : path.EndsWith("/search", StringComparison.Ordinal) ? path + "?q=honey"
            : path;
    }

    /// <summary>A type of body that the endpoint looks into.</summary>
    public static string TypeOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<ApiOperation>() is not null ? "application/json"
        : endpoint.RoutePattern.RawText!.EndsWith("/xmlrpc", StringComparison.Ordinal) ? "text/xml"
        : endpoint.RoutePattern.RawText.EndsWith("/media", StringComparison.Ordinal) ? "multipart/form-data; boundary=x"
        : "application/x-www-form-urlencoded";

    [GeneratedRegex(@"\{\*{0,2}(?<name>\w+)[^}]*\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Parameter();

    private string ValueOf(string before, string name) => name switch
    {
        "slug" when before.EndsWith("/tag/", StringComparison.Ordinal) => "honey",
        "slug" when before.EndsWith("/author/", StringComparison.Ordinal) || before.EndsWith("/authors/", StringComparison.Ordinal) =>
            "ada-keeper",
        "slug" => _slug,
        "id" when before.EndsWith("/posts/", StringComparison.Ordinal) =>
            before.Contains("/api/", StringComparison.Ordinal) ? _post : _draft,
        "id" when before.EndsWith("/operations/", StringComparison.Ordinal) => Guid.Empty.ToString("N"),
        "id" => _comment,
        "year" => "2026",
        "month" => "11",
        "kind" => "ico",
        "part" or "revision" => "1",
        "file" => "blogkit.css",
        _ => "x",
    };
}
