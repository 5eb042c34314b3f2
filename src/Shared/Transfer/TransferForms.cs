using BlogKit.Storage;

namespace BlogKit.Internal;

/// <summary>Items as they are stored, to compare what is given with what is there.</summary>
internal static class TransferForms
{
    public static TransferResult Compare(TransferItem stored, TransferItem given) => stored.IsSame(given)
        ? TransferResult.Unchanged
        : TransferResult.ForConflict("Another one with this identity is stored, and stays.");

    public static TransferResult Taken(string what) => TransferResult.ForConflict($"Something else has this {what}.");

    public static TransferResult BelowItself { get; } = new(TransferOutcome.Refused, "It stands below itself.");

    public static TransferResult Of(CommentImportOutcome outcome, TransferredComment item) => outcome switch
    {
        CommentImportOutcome.Stored => TransferResult.Stored,
        CommentImportOutcome.PostMissing => TransferResult.ForMissing("post", item.Comment.PostId),
        CommentImportOutcome.ParentMissing => TransferResult.ForMissing("comment", item.Comment.ParentId),
        CommentImportOutcome.Purged => TransferResult.ForConflict("It was purged here."),
        _ => Taken("identity or submission key"),
    };

    public static CommentImport ToImport(TransferredComment item) => new(item.Comment)
    {
        SubmissionKey = item.SubmissionKey,
        RequestHash = item.RequestHash,
        Fingerprints = item.Fingerprints,
    };

    public static TransferResult Compare(TransferredComment stored, TransferredComment given) => Compare(
        (TransferItem)stored,
        given with
        {
            Comment = given.Comment with { RootId = stored.Comment.RootId, Depth = stored.Comment.Depth },
            Fingerprints = [.. given.Fingerprints.Distinct()],
        });

    public static TransferResult Compare(TransferredRecord stored, TransferredRecord given) => Compare(
        (TransferItem)stored,
        given with { Record = given.Record with { Position = stored.Record.Position, Undoes = stored.Record.Undoes } });

    public static TransferResult Compare(TransferredModel stored, TransferredModel given) => Compare(
        (TransferItem)stored,
        given with { Model = given.Model with { Position = stored.Model.Position }, LastLearned = stored.LastLearned });

    /// <summary>The items as a list; refuses too many.</summary>
    public static void CheckBatch(IReadOnlyList<TransferItem> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        if (items.Count > ITransferStore.MaximumItems || items.Any(static item => item is null))
        {
            throw new ArgumentException(
                $"{items.Count} items are given, or one is null; at most {ITransferStore.MaximumItems} are written at once. "
                    + "Nothing was written.",
                nameof(items));
        }
    }
}
