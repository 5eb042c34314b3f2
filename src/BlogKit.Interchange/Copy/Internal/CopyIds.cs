using System.Globalization;
using BlogKit.Storage;

namespace BlogKit.Interchange.Internal;

/// <summary>What items are known by in a report.</summary>
internal static class CopyIds
{
    public static string Of(TransferItem item) => item switch
    {
        TransferredBlog x => x.Blog.Id.ToString(),
        TransferredAuthor x => x.Author.Id.ToString(),
        TransferredCategory x => x.Category.Id.ToString(),
        TransferredSeries x => x.Series.Id.ToString(),
        TransferredFooterBlock x => x.Block.Id.ToString(),
        TransferredPost x => x.Post.Id.ToString(),
        TransferredFormerSlug x => x.Slug.ToString(),
        TransferredPostRevision x => x.Revision.Id.ToString(),
        TransferredComment x => x.Comment.Id.ToString(),
        TransferredCommentRevision x => x.Revision.CommentId.ToString(),
        TransferredFeedback x => x.CommentId.ToString(),
        TransferredFlag x => x.Flag.CommentId.ToString(),
        TransferredPurgedComment x => x.CommentId.ToString(),
        TransferredRecord x => x.Record.Id.ToString(),
        TransferredBan x => x.Ban.Key,
        TransferredDisplayName x => x.Name.UserKey,
        TransferredModel x => x.Model.Key,
        TransferredImport x => x.Import.Number.ToString(CultureInfo.InvariantCulture),
        TransferredOrigin x => x.Origin.OriginalId,
        TransferredRedirect x => x.Redirect.From.Value,
        _ => "",
    };
}
