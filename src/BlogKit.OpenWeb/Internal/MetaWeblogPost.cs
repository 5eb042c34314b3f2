using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace BlogKit.OpenWeb.Internal;

/// <summary>
/// Reads the members of a MetaWeblog post, and tells them. A member that is not there says nothing, an empty one takes away. What would
/// make a post more public than it was asked for, and values that are not known, are refused; members that are passed over are named in the
/// documentation.
/// </summary>
internal static class MetaWeblogPost
{
    // Programs that know no filters send HTML.
    private static readonly string[] HtmlFilters = ["", "0", "1", "__default__", "richtext", "none"];
    private static readonly string[] MarkdownFilters = ["markdown", "markdown_with_smartypants"];

    /// <summary>The ways in which a program may send its text.</summary>
    public static object[] TextFilters { get; } =
        [Struct(("key", "0"), ("label", "HTML")), Struct(("key", "markdown"), ("label", "Markdown"))];

    public static EditorPost Read(IReadOnlyDictionary<string, object> members, bool? isPublished)
    {
        RefuseUnsafe(members);
        var isMarkdown = IsMarkdown(members);
        var (stage, audience) = Status(members, isPublished);
        return new EditorPost
        {
            Title = Text(members, "title") is { } title ? ProgramHtml.Line(title) : null,
            Text = Body("description"),
            More = Body("mt_text_more"),
            HasParts = true,
            Excerpt = Text(members, "mt_excerpt") is { } excerpt ? ProgramHtml.Line(excerpt) : null,
            Slug = SuggestedSlug.From(Text(members, "wp_slug") ?? Text(members, "mt_basename")),
            Categories = Names(members, "categories"),
            Tags = Names(members, "mt_keywords"),
            Comments = Comments(members),
            Stage = stage,
            Audience = audience,
            PublishedAt = Moment(members),
        };

        EditorText? Body(string name) => Text(members, name) is not { } text ? null
            : isMarkdown ? EditorText.Markdown(text)
            : EditorText.Html(ProgramHtml.Body(text));
    }

    /// <summary>What a program is told of a post.</summary>
    /// <param name="post">The post.</param>
    /// <param name="url">Its address.</param>
    /// <param name="html">Its text, and what stands behind the marker of its excerpt.</param>
    /// <param name="categories">The names of its categories.</param>
    /// <param name="comments">Whether it takes comments.</param>
    public static Dictionary<string, object> Describe(
        Post post, string url, (string Start, string? More) html, object[] categories, CommentMode comments)
    {
        var at = post.PublishedAt ?? post.CreatedAt;
        return Struct(
            ("postid", post.Id.ToString()),
            ("title", post.Title),
            ("description", html.Start),
            ("mt_text_more", html.More ?? ""),
            ("mt_convert_breaks", "0"),
            ("link", url),
            ("permaLink", url),
            ("wp_slug", post.Slug.Value),
            ("mt_excerpt", post.Excerpt ?? ""),
            ("mt_keywords", string.Join(", ", post.Tags.Select(static t => t.Name))),
            ("mt_allow_comments", comments switch
            {
                CommentMode.Open => 1,
                CommentMode.Closed => 2,
                _ => 0,
            }),
            ("categories", categories),
            ("dateCreated", at),
            ("date_created_gmt", at),
            ("post_status", post.Status switch
            {
                PostStatus.Published or PostStatus.Scheduled => "publish",
                PostStatus.Private => "private",
                PostStatus.PendingReview => "pending",
                _ => "draft",
            }));
    }

    public static Dictionary<string, object> Struct(params (string Name, object Value)[] members) =>
        members.ToDictionary(static m => m.Name, static m => m.Value, StringComparer.Ordinal);

    private static void RefuseUnsafe(IReadOnlyDictionary<string, object> members)
    {
        if (members.TryGetValue("wp_password", out var password) && password is not "")
        {
            throw Refused("wp_password is not taken: protect a post with a password at the desk.");
        }

        if (members.TryGetValue("post_type", out var type) && type is not ("" or "post"))
        {
            throw Refused("post_type must be post: pages are made at the desk.");
        }

        if (members.TryGetValue("flNotOnHomePage", out var hidden) && hidden is not (false or 0L or ""))
        {
            throw Refused("flNotOnHomePage is not taken: make a post unlisted at the desk.");
        }
    }

    private static bool IsMarkdown(IReadOnlyDictionary<string, object> members)
    {
        var filter = members.TryGetValue("mt_convert_breaks", out var value)
            ? Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""
            : "";
        return MarkdownFilters.Contains(filter, StringComparer.OrdinalIgnoreCase)
            || (HtmlFilters.Contains(value is bool ? "" : filter, StringComparer.OrdinalIgnoreCase)
                ? false
                : throw Refused("mt_convert_breaks must be 0 for HTML, or markdown."));
    }

    private static string? Text(IReadOnlyDictionary<string, object> members, string name) =>
        !members.TryGetValue(name, out var value) ? null : value switch
        {
            string text => text,
            long number => number.ToString(CultureInfo.InvariantCulture),
            _ => throw Refused($"{name} must be a text."),
        };

    // An array of names, or names between commas.
    private static ImmutableArray<string>? Names(IReadOnlyDictionary<string, object> members, string name) =>
        !members.TryGetValue(name, out var value) ? null : value switch
        {
            string text => [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
            List<object> items when items.TrueForAll(static item => item is string) =>
                [.. items.OfType<string>().Where(static item => !string.IsNullOrWhiteSpace(item))],
            _ => throw Refused($"{name} must be names."),
        };

    private static CommentMode? Comments(IReadOnlyDictionary<string, object> members) =>
        !members.TryGetValue("mt_allow_comments", out var value) || value is "" ? null : value switch
        {
            0L or "0" or "none" or false => CommentMode.Hidden,
            1L or "1" or "open" or true => CommentMode.Open,
            2L or "2" or "closed" => CommentMode.Closed,
            _ => throw Refused("mt_allow_comments must be 0 (none), 1 (open) or 2 (closed)."),
        };

    // Where flag and status differ, the less public of the two is meant.
    private static (EditorStage? Stage, EditorAudience? Audience) Status(IReadOnlyDictionary<string, object> members, bool? isPublished)
    {
        EditorStage? flag = isPublished switch
        {
            true => EditorStage.Published,
            false => EditorStage.Draft,
            null => null,
        };
        return members.TryGetValue("post_status", out var status) ? status switch
        {
            "publish" or "future" => (isPublished is false ? EditorStage.Draft : EditorStage.Published, null),
            "draft" => (EditorStage.Draft, null),
            "pending" => (EditorStage.Review, null),
            "private" => (null, EditorAudience.Private),
            _ => throw Refused("post_status must be publish, future, draft, pending or private."),
        }
        : (flag, null);
    }

    private static DateTimeOffset? Moment(IReadOnlyDictionary<string, object> members)
    {
        DateTimeOffset? at = null;
        foreach (var name in new[] { "date_created_gmt", "dateCreated", "pubDate" })
        {
            if (members.TryGetValue(name, out var value) && value is not "")
            {
                at ??= value as DateTimeOffset? ?? throw Refused($"{name} must be a date (dateTime.iso8601).");
            }
        }

        return at;
    }

    private static XmlRpcFaultException Refused(string message) => new(StatusCodes.Status422UnprocessableEntity, message);
}
