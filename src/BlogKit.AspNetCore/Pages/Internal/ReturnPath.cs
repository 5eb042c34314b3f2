using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// The page of the application a thread stands on, to come back to after a comment was sent. Only ever a path on this host.
/// </summary>
internal static class ReturnPath
{
    private const int Longest = 2_000;
    private static readonly string[] Own = ["comments", "comment", "held", "replyTo", "sort"];

    /// <summary>The page of a request, without what it asked of the thread; null when it is too long to be sent along.</summary>
    public static string? Of(HttpRequest request)
    {
        var query = new QueryBuilder(request.Query
            .Where(static part => !Own.Contains(part.Key, StringComparer.OrdinalIgnoreCase))
            .SelectMany(static part => part.Value, static (part, value) => KeyValuePair.Create(part.Key, value ?? "")));
        return Read((request.PathBase + request.Path).ToUriComponent() + query.ToQueryString().ToUriComponent());
    }

    /// <summary>What a form sent, if it is a path on this host; null for everything else.</summary>
    public static string? Read(string? text) =>
        text is ['/', ..] and not ['/', '/' or '\\', ..] && text.Length <= Longest && !text.Contains('\\', StringComparison.Ordinal)
        && text.All(static c => c is > ' ' and < '\x7f' and not '#')
            ? text
            : null;

    /// <summary>Where the writer of a comment finds it on that page.</summary>
    public static string After(string page, Comment comment) => comment.Status switch
    {
        CommentStatus.Approved => $"{BlogLinks.WithQuery(page, "comment", comment.Id.ToString())}#comment-{comment.Id}",
        CommentStatus.Pending or CommentStatus.Spam => $"{BlogLinks.WithQuery(page, "held", comment.Id.ToString())}#comments",
        _ => page + "#comments",
    };
}
