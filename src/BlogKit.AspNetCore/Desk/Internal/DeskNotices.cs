using System.Globalization;
using BlogKit.AspNetCore.Endpoints;
using BlogKit.Moderation;

namespace BlogKit.AspNetCore.Internal;

/// <summary>What was just done, carried over the redirect after a form in the query of the address, and told in words there.</summary>
internal static class DeskNotices
{
    private static readonly string[] Single =
        ["approve", "spam", "trash", "hold", "restore", "pin", "unpin", "undo", "edit", "purge", "ban", "lift", "forget-name"];

    /// <summary>What can be done with many at once, as forms name it.</summary>
    public static readonly IReadOnlyDictionary<string, BulkAction> Bulk = new Dictionary<string, BulkAction>(StringComparer.Ordinal)
    {
        ["approve"] = BulkAction.Approve,
        ["spam"] = BulkAction.Spam,
        ["trash"] = BulkAction.Trash,
        ["hold"] = BulkAction.Hold,
        ["restore"] = BulkAction.Restore,
    };

    /// <summary>The address with what was done to one comment.</summary>
    public static string With(string url, string done, CommentId? id = null, long? version = null)
    {
        url = BlogLinks.WithQuery(url, "done", done);
        url = BlogLinks.WithQuery(url, "on", id?.ToString());
        return BlogLinks.WithQuery(url, "v", version?.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The address with what was done to many.</summary>
    public static string With(string url, string done, BulkResult result)
    {
        url = BlogLinks.WithQuery(url, "done", "many-" + done);
        url = BlogLinks.WithQuery(url, "n", Number(result.Done.Length));
        url = BlogLinks.WithQuery(url, "same", result.Unchanged.IsEmpty ? null : Number(result.Unchanged.Length));
        url = BlogLinks.WithQuery(url, "left", result.Failed.IsEmpty ? null : Number(result.Failed.Length));
        return BlogLinks.WithQuery(url, "op", result.Done.IsEmpty ? null : result.OperationId.ToString("N"));
    }

    /// <summary>The frame with the sentence the address asks for, and the way back.</summary>
    public static DeskFrame Read(BlogRequest request, DeskFrame frame, QueueScope scope, DeskForms forms)
    {
        if (request.FindQueryValue("done") is not { } done)
        {
            return frame;
        }

        if (done.StartsWith("many-", StringComparison.Ordinal))
        {
            return ReadMany(request, frame, scope, forms, done["many-".Length..]);
        }

        if (!Single.Contains(done, StringComparer.Ordinal))
        {
            return frame;
        }

        var undoable = done is "approve" or "spam" or "trash" or "hold" or "restore" or "pin" or "unpin";
        return frame with
        {
            Notice = request.Text["desk.done-" + done],
            Undo = undoable
                && BlogRequest.CommentFrom(request.FindQueryValue("on")) is { } id
                && long.TryParse(request.FindQueryValue("v"), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
                ? new DeskUndo(DeskLinks.Action(request.Links, id), forms.Tokens(request), scope.ToQuery()) { Version = version }
                : null,
        };
    }

    private static DeskFrame ReadMany(BlogRequest request, DeskFrame frame, QueueScope scope, DeskForms forms, string done)
    {
        if (!Bulk.ContainsKey(done) && done is not ("undo" or "ban"))
        {
            return frame;
        }

        var text = request.Text.FormatCount("desk.many-" + done, Count(request, "n"));
        if (Count(request, "same") is > 0 and var same)
        {
            text += " " + request.Text.FormatCount("desk.many-same", same);
        }

        if (Count(request, "left") is > 0 and var left)
        {
            text += " " + request.Text.FormatCount("desk.many-left", left);
        }

        return frame with
        {
            Notice = text,
            Undo = Guid.TryParseExact(request.FindQueryValue("op"), "N", out var operation)
                ? new DeskUndo(DeskLinks.UndoOperation(request.Links, operation), forms.Tokens(request), scope.ToQuery())
                : null,
        };
    }

    private static int Count(BlogRequest request, string name) =>
        int.TryParse(request.FindQueryValue(name), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
