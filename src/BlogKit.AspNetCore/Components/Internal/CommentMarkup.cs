using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// Writes comments with their replies straight into the render tree: a thread of hundreds is one component, not hundreds.
/// Recursion is bounded by <see cref="ThreadOptions.DisplayDepth"/>.
/// </summary>
internal static class CommentMarkup
{
    private const int Hues = 8;

    public static ThreadPage NoPage(PostId postId) => new() { PostId = postId, ShownComments = 0, RootCount = 0, Sort = ThreadSort.Oldest, Roots = [] };

    public static void Node(RenderTreeBuilder builder, ThreadNode node, ThreadModel thread)
    {
        builder.OpenElement(0, "li");
        builder.AddAttribute(1, "id", "comment-" + node.Id);
        if (node.Number is { } number)
        {
            builder.AddAttribute(2, "value", number.ToString(CultureInfo.InvariantCulture));
        }

        if (node.Comment is { } comment)
        {
            Comment(builder, node, comment, thread, isPinnedCopy: false);
        }
        else
        {
            builder.OpenElement(3, "p");
            builder.AddAttribute(4, "class", "bk-tombstone");
            builder.AddContent(5, "This comment is no longer here.");
            builder.CloseElement();
        }

        if (!node.Replies.IsEmpty)
        {
            builder.OpenElement(6, "ul");
            builder.AddAttribute(7, "class", "bk-replies bk-level-" + (node.Level + 1).ToString(CultureInfo.InvariantCulture));
            foreach (var reply in node.Replies)
            {
                Node(builder, reply, thread);
            }

            builder.CloseElement();
        }

        if (node.MoreReplies is { } more)
        {
            builder.OpenElement(8, "p");
            builder.AddAttribute(9, "class", "bk-more");
            Link(builder, thread.Links.Replies(node.Id, more.Cursor), PageText.MoreReplies(more.Count), "nofollow");
            builder.CloseElement();
        }

        builder.CloseElement();
    }

    public static void Comment(RenderTreeBuilder builder, ThreadNode node, ThreadComment comment, ThreadModel thread, bool isPinnedCopy)
    {
        builder.OpenElement(0, "article");
        builder.AddAttribute(1, "class", ClassOf(comment, thread, isPinnedCopy));
        builder.OpenElement(2, "header");
        builder.AddAttribute(3, "class", "bk-comment-head");
        Avatar(builder, comment);
        builder.OpenElement(4, "cite");
        builder.AddAttribute(5, "class", "bk-name");
        if (comment.Url is { } url)
        {
            Link(builder, url.AbsoluteUri, comment.Name, "nofollow ugc noopener");
        }
        else
        {
            builder.AddContent(6, comment.Name);
        }

        builder.CloseElement();
        if (comment.IsPostAuthor)
        {
            Span(builder, "bk-badge", "Author");
        }

        if (comment.IsPinned)
        {
            Span(builder, "bk-badge bk-badge-pinned", "Pinned");
        }

        Answer(builder, node, thread);
        When(builder, comment, thread);
        builder.CloseElement();
        if (comment.IsHeld)
        {
            builder.OpenElement(7, "p");
            builder.AddAttribute(8, "class", "bk-held");
            builder.AddContent(9, "Awaiting moderation: only you see this.");
            builder.CloseElement();
        }

        builder.OpenElement(10, "div");
        builder.AddAttribute(11, "class", "bk-text");
        builder.AddContent(12, new MarkupString(comment.Html));
        builder.CloseElement();
        Actions(builder, comment, thread);
        builder.CloseElement();
    }

    private static void Answer(RenderTreeBuilder builder, ThreadNode node, ThreadModel thread)
    {
        if (node.AnswersTo is not { } answer)
        {
            return;
        }

        builder.OpenElement(0, "span");
        builder.AddAttribute(1, "class", "bk-answers");
        builder.AddContent(2, "in reply to ");
        Link(builder, thread.Links.Comment(answer.Id), answer.Name ?? "a comment that is no longer here", "nofollow");
        builder.CloseElement();
    }

    private static void When(RenderTreeBuilder builder, ThreadComment comment, ThreadModel thread)
    {
        builder.OpenElement(0, "a");
        builder.AddAttribute(1, "class", "bk-when");
        builder.AddAttribute(2, "href", thread.Links.Comment(comment.Id));
        builder.OpenElement(3, "time");
        builder.AddAttribute(4, "datetime", PageText.Machine(comment.CreatedAt));
        builder.AddContent(5, PageText.DateAndTime(comment.CreatedAt, thread.Language));
        builder.CloseElement();
        builder.CloseElement();
        if (comment.EditedAt is not null)
        {
            Span(builder, "bk-edited", "edited");
        }
    }

    private static void Actions(RenderTreeBuilder builder, ThreadComment comment, ThreadModel thread)
    {
        var mayReply = thread.CanReply && !comment.IsHeld;
        if (!mayReply && comment.EditableUntil is null)
        {
            return;
        }

        builder.OpenElement(0, "p");
        builder.AddAttribute(1, "class", "bk-actions");
        if (mayReply)
        {
            builder.OpenElement(2, "a");
            builder.AddAttribute(3, "class", "bk-reply");
            builder.AddAttribute(4, "rel", "nofollow");
            builder.AddAttribute(5, "href", thread.Links.Reply(thread.Slug, comment.Id));
            builder.AddAttribute(6, "aria-label", "Reply to " + comment.Name);
            builder.AddContent(7, "Reply");
            builder.CloseElement();
        }

        if (comment.EditableUntil is not null)
        {
            Link(builder, thread.Links.EditComment(comment.Id), "Edit or withdraw", "nofollow");
        }

        builder.CloseElement();
    }

    private static void Avatar(RenderTreeBuilder builder, ThreadComment comment)
    {
        if (comment.AvatarUrl is { } picture)
        {
            builder.OpenElement(0, "img");
            builder.AddAttribute(1, "class", "bk-avatar");
            builder.AddAttribute(2, "src", picture.ToString());
            builder.AddAttribute(3, "alt", "");
            builder.AddAttribute(4, "width", "32");
            builder.AddAttribute(5, "height", "32");
            builder.AddAttribute(6, "loading", "lazy");
            builder.CloseElement();
            return;
        }

        builder.OpenElement(7, "span");
        builder.AddAttribute(8, "class", "bk-avatar bk-hue-" + HueOf(comment.Name).ToString(CultureInfo.InvariantCulture));
        builder.AddAttribute(9, "aria-hidden", "true");
        builder.AddContent(10, StringInfo.GetNextTextElement(comment.Name.Length == 0 ? "?" : comment.Name).ToUpperInvariant());
        builder.CloseElement();
    }

    private static string ClassOf(ThreadComment comment, ThreadModel thread, bool isPinnedCopy)
    {
        var name = "bk-comment";
        if (comment.IsPostAuthor)
        {
            name += " bk-by-author";
        }

        if (comment.IsHeld)
        {
            name += " bk-is-held";
        }

        if (comment.IsOwn)
        {
            name += " bk-own";
        }

        return !isPinnedCopy && thread.Highlighted == comment.Id ? name + " bk-highlighted" : name;
    }

    private static void Link(RenderTreeBuilder builder, string href, string text, string rel)
    {
        builder.OpenElement(0, "a");
        builder.AddAttribute(1, "rel", rel);
        builder.AddAttribute(2, "href", href);
        builder.AddContent(3, text);
        builder.CloseElement();
    }

    private static void Span(RenderTreeBuilder builder, string name, string text)
    {
        builder.OpenElement(0, "span");
        builder.AddAttribute(1, "class", name);
        builder.AddContent(2, text);
        builder.CloseElement();
    }

    // string.GetHashCode differs from process to process; a picture should not.
    private static int HueOf(string name)
    {
        var hash = 0;
        foreach (var c in name)
        {
            hash = unchecked((hash * 31) + c);
        }

        return (hash & int.MaxValue) % Hues;
    }
}
