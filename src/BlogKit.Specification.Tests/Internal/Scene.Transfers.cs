using BlogKit.Storage;

namespace BlogKit.Specification;

internal sealed partial class Scene
{
    private StoreCall TransferWrite()
    {
        var series = new TransferredSeries(_sample.Series(Blog.Id, "Copied") with { Version = 4 });
        var copied = new TransferredComment(_sample.Comment(Post, Root) with { Version = 3 });
        CommentIds.Add(copied.Comment.Id);
        var text = new TransferredCommentRevision(SampleData.Former(copied.Comment, 1));
        return StoreCall.Of("write a copy", (s, t) => s.Transfers.WriteAsync(Blog.Id, [series, copied, text], t))
            .Leaving(BlogChangeKind.Taxonomy)
            .Leaving(BlogChangeKind.Thread, Post.Id, copied.Comment.Id)
            .Leaving(BlogChangeKind.Thread, Post.Id, copied.Comment.Id);
    }

    private StoreCall TransferRead() => StoreCall.Of(
        "read a copy",
        async (s, t) =>
        {
            var reading = (await s.Transfers.OpenAsync(Blog.Id, t).ConfigureAwait(false))!;
            await using (reading.ConfigureAwait(false))
            {
                return await reading.ReadAsync(null, 5, t).ConfigureAwait(false);
            }
        });
}
