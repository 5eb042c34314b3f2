using BlogKit.Moderation;
using BlogKit.Storage;

namespace BlogKit.Interchange.Internal;

/// <summary>
/// Writes the comments of posts, oldest first and every one behind the one it answers, page by page. Holds of the thread that is being
/// written the numbers alone.
/// </summary>
internal sealed class WxrCommentWriter(
    WxrStores stores, WxrOutput xml, WxrNames names, WxrTimes times, WxrLedger ledger, bool approvedOnly)
{
    private const int PageSize = 100;

    private static readonly ImmutableArray<CommentStatus> Every =
        [CommentStatus.Pending, CommentStatus.Approved, CommentStatus.Spam, CommentStatus.Trashed, CommentStatus.Deleted];

    // The number that replies to a comment name: its own, or for one that was left out that of the nearest above that was not.
    private readonly Dictionary<CommentId, long> _numbers = [];
    private readonly HashSet<CommentId> _withoutParent = [];
    private readonly WxrAlterations _alterations = new();
    private long _last;

    /// <summary>Writes the comments of a post into the item that is open.</summary>
    /// <param name="post">The post.</param>
    /// <param name="address">Its address.</param>
    /// <param name="isHidden">Whether nobody is shown its thread.</param>
    /// <param name="told">Is called after each page; null for nobody.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public async Task WriteAsync(Post post, Uri address, bool isHidden, Action? told, CancellationToken cancellationToken)
    {
        _numbers.Clear();
        _withoutParent.Clear();
        QueueCursor? after = null;
        Slice<ListedComment> page;
        do
        {
            page = await stores.Moderation.ListQueueAsync(
                new QueueQuery
                {
                    BlogId = post.BlogId,
                    PostId = post.Id,
                    Statuses = Every,
                    Order = QueueOrder.Oldest,
                    Size = PageSize,
                    After = after,
                },
                cancellationToken).ConfigureAwait(false);
            foreach (var listed in page.Items)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await WriteWithParentsAsync(listed.Comment, address, isHidden, cancellationToken).ConfigureAwait(false);
                after = new QueueCursor(listed.Comment.Id, listed.Comment.Decision.Points);
            }

            await xml.SendAsync(all: false, cancellationToken).ConfigureAwait(false);
            told?.Invoke();
        }
        while (page.HasNext && !page.Items.IsEmpty);
    }

    // A comment that was moved, or brought in with another time, may answer one that comes later; WordPress knows only those before. The
    // placeholders of erased comments come with no list at all.
    private async ValueTask WriteWithParentsAsync(Comment comment, Uri address, bool isHidden, CancellationToken cancellationToken)
    {
        if (_numbers.ContainsKey(comment.Id))
        {
            return;
        }

        var waiting = new Stack<Comment>();
        waiting.Push(comment);
        while (waiting.Peek() is { ParentId: { } parentId } && !_numbers.ContainsKey(parentId))
        {
            var parent = await stores.Comments.FindAsync(comment.BlogId, parentId, cancellationToken).ConfigureAwait(false);
            if (parent is null || parent.PostId != comment.PostId)
            {
                break;
            }

            waiting.Push(parent);
        }

        while (waiting.TryPop(out var next))
        {
            Write(next, address, isHidden);
        }
    }

    private void Write(Comment comment, Uri address, bool isHidden)
    {
        var parent = comment.ParentId is { } parentId ? _numbers.GetValueOrDefault(parentId) : 0;
        var isMoved = comment.ParentId is { } above && (_withoutParent.Contains(above) || !_numbers.ContainsKey(above));
        if (Refusal(comment) is { } reason)
        {
            _numbers.Add(comment.Id, parent);
            _withoutParent.Add(comment.Id);
            ledger.LeaveOut(WxrItemKind.Comment, comment.Id.ToString(), reason);
            return;
        }

        if (isMoved)
        {
            _alterations.Add("parent", parent == 0
                ? "The comment it answers was left out: it begins a thread of its own."
                : "The comment it answers was left out: it answers the one above that.");
        }

        _numbers.Add(comment.Id, ++_last);
        WriteElement(comment, _last, parent, address, isHidden);
        xml.TakeForbidden(_alterations);
        ledger.Write(WxrItemKind.Comment, comment.Id.ToString(), _alterations);
    }

    private string? Refusal(Comment comment) => comment switch
    {
        { PurgedAt: not null } => "It was erased; WordPress takes no comment without a text.",
        { Status: CommentStatus.Deleted } => "Its writer withdrew it, and WordPress has no place for that.",
        { Status: not CommentStatus.Approved } when approvedOnly => "It is not approved, and approved comments alone were asked for.",
        _ => null,
    };

    private void WriteElement(Comment comment, long number, long parent, Uri address, bool isHidden)
    {
        xml.Open("comment");
        xml.Number("comment_id", number);
        xml.Section("comment_author", WxrOutput.Plain(comment.By.Name));
        xml.Section("comment_author_email", comment.By.Email ?? "");
        xml.Text("comment_author_url", comment.By.Url?.AbsoluteUri ?? "");
        xml.Section("comment_author_IP", comment.RemoteAddress ?? "");
        xml.Section("comment_date", times.Local(comment.CreatedAt));
        xml.Section("comment_date_gmt", WxrTimes.Utc(comment.CreatedAt));
        xml.Section("comment_content", Text(comment, address));
        xml.Section("comment_approved", Approved(comment, isHidden));
        xml.Section("comment_type", comment.Kind switch
        {
            CommentKind.Pingback => "pingback",
            CommentKind.Trackback => "trackback",
            CommentKind.Webmention => "webmention",
            _ => "comment",
        });
        xml.Number("comment_parent", parent);
        xml.Number("comment_user_id", names.NumberOf(comment.By.AuthorId));
        xml.Close();
    }

    private string Text(Comment comment, Uri address)
    {
        var text = WordPressComment.Write(comment.Html, address, _alterations);
        if (!string.IsNullOrWhiteSpace(text))
        {
            return text;
        }

        _alterations.Add("text", "It has no text, which WordPress drops: it says '…' there.");
        return "…";
    }

    private string Approved(Comment comment, bool isHidden)
    {
        if (comment.Status is CommentStatus.Approved && isHidden)
        {
            _alterations.Add("status", "Its thread is hidden, which WordPress cannot do: it is held there.");
            return "0";
        }

        return comment.Status switch
        {
            CommentStatus.Approved => "1",
            CommentStatus.Spam => "spam",
            CommentStatus.Trashed => "trash",
            _ => "0",
        };
    }
}
