namespace BlogKit.Specification;

internal sealed partial class Scene
{
    /// <summary>An import that brought a post, a comment and something else.</summary>
    private static async Task AddOriginsAsync(StoreHarness store, Blog blog, Post post, Comment comment)
    {
        await store.Origins.BeginImportAsync(SampleData.Import(blog.Id), default).ConfigureAwait(false);
        await store.Origins.SaveOriginsAsync(
            blog.Id,
            [
                SampleData.Origin(blog.Id, "1", OriginKind.Post, post.Id.Value),
                SampleData.Origin(blog.Id, "2", OriginKind.Comment, comment.Id.Value),
                SampleData.Origin(blog.Id, "wax", OriginKind.Tag) with { ItemName = "wax" },
            ],
            default).ConfigureAwait(false);
    }

    private IEnumerable<StoreCall> OriginWrites()
    {
        var run = new ImportRun
        {
            BlogId = Blog.Id,
            Number = 1,
            Source = SampleData.ImportSource,
            StartedBy = ActorKey.System,
            StartedAt = SampleData.Now,
            EndedAt = SampleData.Now.AddHours(1),
            Counts = new ImportCounts { Imported = 3 },
        };
        yield return StoreCall.Of("begin an import", (s, t) => s.Origins.BeginImportAsync(SampleData.Import(Blog.Id), t))
            .Leaving(BlogChangeKind.Origins)
            .WritingAgain();
        yield return StoreCall.Of("end an import", (s, t) => s.Origins.SaveImportAsync(run, t))
            .Leaving(BlogChangeKind.Origins)
            .WritingAgain();
        yield return StoreCall.Of(
            "save origins",
            (s, t) => s.Origins.SaveOriginsAsync(
                Blog.Id,
                [
                    SampleData.Origin(Blog.Id, "1", OriginKind.Post, Post.Id.Value) with { ItemVersion = 3, Extra = null },
                    SampleData.Origin(Blog.Id, "3", OriginKind.Comment, Root.Id.Value),
                ],
                t))
            .Leaving(BlogChangeKind.Origins)
            .WritingAgain();
        yield return StoreCall.Of(
            "delete an origin",
            (s, t) => s.Origins.DeleteOriginsAsync(Blog.Id, SampleData.ImportSource, OriginKind.Tag, ["wax"], t))
            .Leaving(BlogChangeKind.Origins);
    }

    private IEnumerable<StoreCall> OriginReads()
    {
        yield return StoreCall.Of("find an import", (s, t) => s.Origins.FindImportAsync(Blog.Id, 1, t));
        yield return StoreCall.Of("list imports", (s, t) => s.Origins.ListImportsAsync(Blog.Id, null, 5, t));
        yield return StoreCall.Of(
            "find origins", (s, t) => s.Origins.FindManyOriginsAsync(Blog.Id, SampleData.ImportSource, OriginKind.Post, ["1"], t));
        yield return StoreCall.Of(
            "find origins of items", (s, t) => s.Origins.FindManyOriginsOfItemsAsync(Blog.Id, OriginKind.Post, [Post.Id.Value], t));
        yield return StoreCall.Of(
            "find origins by address",
            (s, t) => s.Origins.FindManyOriginsByAddressAsync(Blog.Id, OriginKind.Post, ["https://old.example/?p=1"], t));
        yield return StoreCall.Of("list origins", (s, t) => s.Origins.ListOriginsOfImportAsync(Blog.Id, 1, null, 5, t));
    }
}
