using System.Net;
using System.Net.Sockets;

namespace BlogKit.Internal;

/// <summary>Says of a comment what Akismet may know: the same for a check and for the report that corrects it.</summary>
internal static class AkismetSubmissions
{
    public static AkismetSubmission Of(Comment comment, Blog? blog, Slug? slug, DateTimeOffset? publishedAt, AkismetOptions options)
    {
        var front = blog?.BaseUrl ?? options.Blog!;
        return new AkismetSubmission
        {
            Blog = front,
            RemoteAddress = Address(comment.RemoteAddress, options.RemoteAddress),
            UserAgent = comment.UserAgent,
            Permalink = slug is { } known ? Permalink(front, known, options.PostPath) : front,
            Type = TypeOf(comment),
            Author = comment.By.Name,
            AuthorEmail = options.SendEmail ? comment.By.Email : null,
            AuthorUrl = comment.By.Url,
            Content = comment.Markdown,
            CreatedAt = comment.CreatedAt,
            PublishedAt = publishedAt,
            Language = blog?.Language,
            Role = comment.By.Kind is CommenterKind.Author ? "author" : null,
        };
    }

    /// <summary>The role that Akismet knows; null for somebody who has none.</summary>
    public static string? RoleOf(Actor actor) =>
        actor.CanAdminister ? "administrator"
        : actor.CanEditOthers ? "editor"
        : actor.CanPublish ? "author"
        : actor.CanWrite ? "contributor"
        : null;

    private static Uri Permalink(Uri front, Slug slug, string path) => new(
        front.GetLeftPart(UriPartial.Path).TrimEnd('/')
            + "/"
            + path.TrimStart('/').Replace("{slug}", Uri.EscapeDataString(slug.Value), StringComparison.Ordinal));

    private static string TypeOf(Comment comment) => comment.Kind switch
    {
        CommentKind.Pingback => "pingback",
        CommentKind.Trackback => "trackback",
        CommentKind.Webmention => "webmention",
        _ => comment.ParentId is null ? "comment" : "reply",
    };

    private static string? Address(string? text, AkismetAddressUse use)
    {
        if (use is AkismetAddressUse.None || !IPAddress.TryParse(text, out var address))
        {
            return null;
        }

        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        var bytes = address.GetAddressBytes();
        if (use is AkismetAddressUse.Network)
        {
            bytes.AsSpan(address.AddressFamily is AddressFamily.InterNetworkV6 ? 6 : 3).Clear();
        }

        return new IPAddress(bytes).ToString();
    }
}
