namespace BlogKit.Interchange.Internal;

/// <summary>One writing of a blog.</summary>
internal sealed class WxrExport(
    WxrStores stores,
    Blog blog,
    WxrAddresses addresses,
    WxrOutput xml,
    WxrLedger ledger,
    bool approvedOnly,
    IProgress<WxrWriterProgress>? progress,
    DateTimeOffset now)
{
    // Posts are long: so many are held in memory at once.
    private const int PartSize = 10;

    private readonly WxrAlterations _alterations = new();

    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        var authors = await stores.Authors.ListAllAsync(blog.Id, cancellationToken).ConfigureAwait(false);
        var categories = await stores.Taxonomy.ListAllCategoriesAsync(blog.Id, cancellationToken).ConfigureAwait(false);
        var series = await stores.Taxonomy.ListAllSeriesAsync(blog.Id, cancellationToken).ConfigureAwait(false);
        var names = new WxrNames(authors, categories, series);
        var plan = await WxrPlan.ReadAsync(stores, blog.Id, cancellationToken).ConfigureAwait(false);

        var channel = new WxrChannel(xml, blog, addresses, ledger, _alterations);
        channel.Write(names, plan);
        await xml.SendAsync(all: false, cancellationToken).ConfigureAwait(false);
        await WritePostsAsync(names, plan, cancellationToken).ConfigureAwait(false);
        xml.End();
        await xml.SendAsync(all: true, cancellationToken).ConfigureAwait(false);
    }

    private async Task WritePostsAsync(WxrNames names, WxrPlan plan, CancellationToken cancellationToken)
    {
        var times = new WxrTimes(blog.FindTimeZone());
        var writer = new WxrPostWriter(xml, blog, names, plan, addresses, times, _alterations, now);
        var comments = new WxrCommentWriter(stores, xml, names, times, ledger, approvedOnly);
        var pictures = new WxrPictures(xml, names, addresses, times, ledger, plan.Posts.Count);
        var done = 0;
        for (var from = 0; from < plan.Posts.Count; from += PartSize)
        {
            var part = plan.Posts.Skip(from).Take(PartSize).ToList();
            var posts = await stores.Posts.FindManyAsync(blog.Id, [.. part.Select(static post => post.Id)], cancellationToken)
                .ConfigureAwait(false);
            var found = posts.ToDictionary(static post => post.Id);
            foreach (var (_, id, kind) in part)
            {
                cancellationToken.ThrowIfCancellationRequested();
                done++;
                if (found.TryGetValue(id, out var post))
                {
                    await WritePostAsync(post, writer, comments, pictures, done, plan, cancellationToken).ConfigureAwait(false);
                }
                else
                {
                    ledger.LeaveOut(KindOf(kind), id.ToString(), "It was deleted while the export was written.");
                }

                progress?.Report(new WxrWriterProgress(done, plan.Posts.Count, ledger.Comments));
            }
        }
    }

    private static WxrItemKind KindOf(PostKind kind) => kind is PostKind.Page ? WxrItemKind.Page : WxrItemKind.Post;

    private async Task WritePostAsync(
        Post post,
        WxrPostWriter writer,
        WxrCommentWriter comments,
        WxrPictures pictures,
        int place,
        WxrPlan plan,
        CancellationToken cancellationToken)
    {
        var address = addresses.Of(post);
        xml.OpenRss("item");
        var hidesThread = writer.Write(post, address, pictures.NumberOf(post));
        xml.TakeForbidden(_alterations);
        ledger.Write(KindOf(post.Kind), post.Id.ToString(), _alterations);
        await xml.SendAsync(all: false, cancellationToken).ConfigureAwait(false);
        var told = progress is null
            ? (Action?)null
            : () => progress.Report(new WxrWriterProgress(place - 1, plan.Posts.Count, ledger.Comments));
        await comments.WriteAsync(post, address, hidesThread, told, cancellationToken).ConfigureAwait(false);
        xml.Close();
        pictures.Write(post, plan.NumberOf(post.Id));
        await xml.SendAsync(all: false, cancellationToken).ConfigureAwait(false);
    }
}
