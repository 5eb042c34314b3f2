using System.Globalization;
using Microsoft.AspNetCore.Components.Rendering;

namespace BlogKit.AspNetCore.Internal;

/// <summary>What the markup of comments, which <see cref="Components.ThreadView"/> has, is decided by.</summary>
internal static class CommentMarkup
{
    private static readonly ImmutableArray<string> s_repliesClasses = [.. Enumerable.Range(0, 10).Select(RepliesClassOf)];

    public static ThreadPage NoPage(PostId postId) =>
        new() { PostId = postId, ShownComments = 0, RootCount = 0, Sort = ThreadSort.Oldest, Roots = [] };

    /// <summary>Whether a comment is among some, or below them, no deeper than a page shows.</summary>
    public static bool Holds(IEnumerable<ThreadNode> nodes, CommentId id) => nodes.Any(node => node.Id == id || Holds(node.Replies, id));

    /// <summary>How many there are, with those below them, no deeper than a page shows.</summary>
    public static int Count(ImmutableArray<ThreadNode> nodes)
    {
        var count = nodes.Length;
        foreach (var node in nodes)
        {
            count += Count(node.Replies);
        }

        return count;
    }

    /// <summary>The identifier of a comment's element.</summary>
    public static string PlaceOf(CommentId id) => $"comment-{id}";

    /// <summary>The class of the list of replies on a level, from 1.</summary>
    public static string RepliesClass(int level) => level < s_repliesClasses.Length ? s_repliesClasses[level] : RepliesClassOf(level);

    public static string MoreReplies(int? count, BlogText text) =>
        count is > 0 ? text.FormatCount("thread.more-replies", count.Value) : text["thread.more-replies-uncounted"];

    // Most texts run as their page does; a thread has many, and each attribute is sent with every one. Hebrew to Arabic Extended, their
    // presentation forms, and what comes in surrogate pairs.
    public static string? DirectionOf(string html, BlogText text) =>
        text.IsRightToLeft
        || html.AsSpan().ContainsAnyInRange('\u0590', '\u08FF')
        || html.AsSpan().ContainsAnyInRange('\uFB1D', '\uFEFC')
        || html.AsSpan().ContainsAnyInRange('\uD802', '\uD83B')
            ? "auto"
            : null;

    public static string ClassOf(ThreadComment comment, bool isHighlighted, bool isPinnedCopy)
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

        return isHighlighted ? name + " bk-highlighted" : name;
    }

    /// <summary>
    /// Whether there is anything to do or to count below a comment. What a reader does beyond answering happens on pages of this site,
    /// which in a frame do not know who asks.
    /// </summary>
    public static bool HasActions(ThreadComment comment, CommentSurroundings thread) =>
        (!comment.IsHeld || (!thread.Links.IsFramed && (comment.EditableUntil is not null || comment.IsOwn)))
        && (!thread.IsStatic || comment is not { UpVotes: 0, DownVotes: 0, Reactions.Length: 0 });

    /// <summary>Writes a sentence with elements where its places are: languages put them in an order of their own.</summary>
    public static void Sentence(RenderTreeBuilder builder, string sentence, params ReadOnlySpan<Action<RenderTreeBuilder>> places)
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

    private static string RepliesClassOf(int level) => string.Create(CultureInfo.InvariantCulture, $"bk-replies bk-level-{level}");
}
