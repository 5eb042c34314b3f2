using System.Globalization;
using BlogKit.Internal;
using Microsoft.AspNetCore.Components.Rendering;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// Writes comments with their replies straight into the render tree: a thread of hundreds is one component, not hundreds.
/// Recursion is bounded by <see cref="ThreadOptions.DisplayDepth"/>. Fifty comments are most of a page, so that every attribute here counts
/// fifty times.
/// </summary>
internal static class CommentMarkup
{
    public static ThreadPage NoPage(PostId postId) =>
        new() { PostId = postId, ShownComments = 0, RootCount = 0, Sort = ThreadSort.Oldest, Roots = [] };

    /// <summary>
    /// A comment with its replies. A list counts by itself: only a number that does not follow the one before is written.
    /// </summary>
    public static void Node(RenderTreeBuilder builder, ThreadNode node, ThreadModel thread, int? before = null)
    {
        builder.OpenElement(0, "li");
        builder.AddAttribute(1, "id", "comment-" + node.Id);
        if (node.Place is { } number && number - 1 != before)
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
            builder.AddContent(5, thread.Text["thread.tombstone"]);
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
            Link(builder, thread.Links.Replies(node.Id, more.Cursor), MoreReplies(more.Count, thread.Text), "nofollow");
            builder.CloseElement();
        }

        builder.CloseElement();
    }

    /// <summary>Whether a comment is among some, or below them, no deeper than a page shows.</summary>
    public static bool Holds(IEnumerable<ThreadNode> nodes, CommentId id) => nodes.Any(node => node.Id == id || Holds(node.Replies, id));

    public static string MoreReplies(int? count, BlogText text) =>
        count is > 0 ? text.Count("thread.more-replies", count.Value) : text["thread.more-replies-uncounted"];

    public static void Comment(RenderTreeBuilder builder, ThreadNode node, ThreadComment comment, ThreadModel thread, bool isPinnedCopy)
    {
        var text = thread.Text;
        builder.OpenElement(0, "article");
        builder.AddAttribute(1, "class", ClassOf(comment, thread, isPinnedCopy));
        builder.OpenElement(2, "header");
        if (comment.Kind is CommentKind.Comment)
        {
            Writer(builder, comment, thread);
        }
        else
        {
            Sentence(builder, text["thread.mentioned"], b => Writer(b, comment, thread), b => Source(b, comment));
        }

        if (comment.IsPostAuthor)
        {
            Span(builder, "bk-badge", text["thread.author"]);
        }

        if (comment.IsPinned)
        {
            Span(builder, "bk-badge bk-badge-pinned", text["thread.pinned"]);
        }

        Answer(builder, node, thread);
        When(builder, comment, thread);
        builder.CloseElement();
        if (!isPinnedCopy && thread.Notice is { } notice && thread.Highlighted == comment.Id)
        {
            builder.OpenElement(14, "p");
            builder.AddAttribute(15, "class", "bk-notice");
            builder.AddAttribute(16, "role", "status");
            builder.AddContent(17, notice);
            builder.CloseElement();
        }

        if (comment.IsHeld)
        {
            builder.OpenElement(7, "p");
            builder.AddAttribute(8, "class", "bk-held");
            builder.AddContent(9, text["thread.held"]);
            builder.CloseElement();
        }

        builder.OpenElement(10, "div");
        builder.AddAttribute(11, "class", "bk-text e-content");
        if (text.IsRightToLeft || MayRunRightToLeft(comment.Html))
        {
            builder.AddAttribute(12, "dir", "auto");
        }

        builder.AddContent(13, ShownHtml.Comment(comment.Html, thread.Links));
        builder.CloseElement();
        Actions(builder, comment, thread);
        builder.CloseElement();
    }

    // Most texts run as their page does; a thread has many, and each attribute is sent with every one. Hebrew to Arabic Extended, their
    // presentation forms, and what comes in surrogate pairs.
    private static bool MayRunRightToLeft(string html) =>
        html.AsSpan().ContainsAnyInRange('\u0590', '\u08FF')
        || html.AsSpan().ContainsAnyInRange('\uFB1D', '\uFEFC')
        || html.AsSpan().ContainsAnyInRange('\uD802', '\uD83B');

    private static void Writer(RenderTreeBuilder builder, ThreadComment comment, ThreadModel thread)
    {
        builder.OpenElement(0, "cite");
        builder.AddAttribute(1, "class", "p-author h-card");
        builder.OpenElement(2, "img");
        builder.AddAttribute(3, "src", Avatar.UrlOf(comment, thread));
        builder.AddAttribute(4, "alt", "");
        builder.CloseElement();
        if (comment.Url is { } url)
        {
            Link(builder, url.AbsoluteUri, comment.Name, "nofollow ugc noopener", isName: true);
        }
        else
        {
            Name(builder, comment.Name);
        }

        builder.CloseElement();
    }

    private static void Source(RenderTreeBuilder builder, ThreadComment comment)
    {
        if (comment.Url is { } url)
        {
            Link(builder, url.AbsoluteUri, AddressHost.Of(url) ?? url.Host, "nofollow ugc noopener");
        }
    }

    private static void Answer(RenderTreeBuilder builder, ThreadNode node, ThreadModel thread)
    {
        if (node.AnswersTo is not { } answer)
        {
            return;
        }

        builder.OpenElement(0, "span");
        builder.AddAttribute(1, "class", "bk-answers");
        Sentence(
            builder,
            thread.Text["thread.in-reply-to"],
            b => Link(b, thread.Links.Comment(answer.Id), answer.Name ?? thread.Text["thread.somebody-gone"], "nofollow", isName: true));
        builder.CloseElement();
    }

    private static void When(RenderTreeBuilder builder, ThreadComment comment, ThreadModel thread)
    {
        builder.OpenElement(0, "a");
        builder.AddAttribute(1, "class", "u-url");
        builder.AddAttribute(2, "href", thread.Links.ShortComment(comment.Id));
        builder.OpenElement(3, "time");
        builder.AddAttribute(4, "class", "dt-published");
        builder.AddAttribute(5, "datetime", PageText.Machine(comment.CreatedAt));
        builder.AddContent(6, PageText.DateAndTime(thread.Text, comment.CreatedAt));
        builder.CloseElement();
        builder.CloseElement();
        if (comment.EditedAt is not null)
        {
            Span(builder, "bk-edited", thread.Text["thread.edited"]);
        }
    }

    private static void Actions(RenderTreeBuilder builder, ThreadComment comment, ThreadModel thread)
    {
        // What a reader does beyond answering happens on pages of this site, which in a frame do not know who asks.
        var isFramed = thread.Links.IsFramed;
        var takesNoFeedback = isFramed || thread.IsStatic;
        if (comment.IsHeld && (isFramed || (comment.EditableUntil is null && !comment.IsOwn)))
        {
            return;
        }

        if (thread.IsStatic && comment is { UpVotes: 0, DownVotes: 0, Reactions.Length: 0 })
        {
            return;
        }

        builder.OpenElement(0, "p");
        builder.AddAttribute(1, "class", "bk-actions");
        if (thread.CanReply && !comment.IsHeld)
        {
            builder.OpenElement(2, "a");
            builder.AddAttribute(3, "href", thread.ReplyUrl(comment.Id));
            builder.AddContent(4, thread.Text["thread.reply"]);
            builder.CloseElement();
        }

        if (!comment.IsHeld)
        {
            FeedbackMarkup.Write(
                builder,
                comment.Id,
                new FeedbackCounts { UpVotes = comment.UpVotes, DownVotes = comment.DownVotes, Reactions = comment.Reactions },
                comment.Own,
                comment.IsOwn || takesNoFeedback,
                thread.Reactions,
                thread.Text);
            if (!comment.IsOwn && !takesNoFeedback)
            {
                builder.OpenElement(5, "a");
                builder.AddAttribute(6, "href", thread.Links.CommentActions(comment.Id));
                builder.AddContent(7, thread.Text["thread.more"]);
                builder.CloseElement();
            }
        }

        if (comment.EditableUntil is not null && !isFramed)
        {
            Link(builder, thread.Links.EditComment(comment.Id), thread.Text["thread.edit-or-withdraw"], "nofollow");
        }
        else if (comment.IsHeld)
        {
            Link(builder, thread.Links.EditComment(comment.Id), thread.Text["thread.why-held"], "nofollow");
        }

        builder.CloseElement();
    }

    private static string ClassOf(ThreadComment comment, ThreadModel thread, bool isPinnedCopy)
    {
        var name = isPinnedCopy ? "bk-comment" : "bk-comment u-comment h-cite";
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

        if (comment.Kind is not CommentKind.Comment)
        {
            name += " bk-mention";
        }

        return !isPinnedCopy && thread.Highlighted == comment.Id ? name + " bk-highlighted" : name;
    }

    /// <summary>Writes a sentence with elements where its places are: languages put them in an order of their own.</summary>
    private static void Sentence(RenderTreeBuilder builder, string sentence, params ReadOnlySpan<Action<RenderTreeBuilder>> places)
    {
        var rest = sentence.AsSpan();
        while (rest.IndexOf('{') is >= 0 and var at
            && at + 2 < rest.Length
            && rest[at + 1] - '0' is >= 0 and var place
            && place < places.Length)
        {
            if (at > 0)
            {
                builder.AddContent(0, rest[..at].ToString());
            }

            places[place](builder);
            rest = rest[(at + 3)..];
        }

        builder.AddContent(1, rest.ToString());
    }

    private static void Link(RenderTreeBuilder builder, string href, string text, string rel, bool isName = false)
    {
        builder.OpenElement(0, "a");
        builder.AddAttribute(1, "rel", rel);
        builder.AddAttribute(2, "href", href);
        if (isName)
        {
            Name(builder, text);
        }
        else
        {
            builder.AddContent(3, text);
        }

        builder.CloseElement();
    }

    // A name runs in its own direction, whatever stands around it.
    private static void Name(RenderTreeBuilder builder, string name)
    {
        builder.OpenElement(0, "bdi");
        builder.AddContent(1, name);
        builder.CloseElement();
    }

    private static void Span(RenderTreeBuilder builder, string name, string text)
    {
        builder.OpenElement(0, "span");
        builder.AddAttribute(1, "class", name);
        builder.AddContent(2, text);
        builder.CloseElement();
    }
}
