using BlogKit.Specification;

namespace BlogKit.Tests.InMemory;

public sealed class InMemoryBlogs : BlogSpecification
{
    protected override StoreHarness CreateHarness() => new InMemoryHarness();
}

public sealed class InMemoryAuthors : AuthorSpecification
{
    protected override StoreHarness CreateHarness() => new InMemoryHarness();
}

public sealed class InMemoryTaxonomy : TaxonomySpecification
{
    protected override StoreHarness CreateHarness() => new InMemoryHarness();
}

public sealed class InMemoryFooters : FooterSpecification
{
    protected override StoreHarness CreateHarness() => new InMemoryHarness();
}

public sealed class InMemoryChangeFeed : ChangeFeedSpecification
{
    protected override StoreHarness CreateHarness() => new InMemoryHarness();
}

public sealed class InMemoryOrigins : OriginSpecification
{
    protected override StoreHarness CreateHarness() => new InMemoryHarness();
}

public sealed class InMemoryRedirects : RedirectSpecification
{
    protected override StoreHarness CreateHarness() => new InMemoryHarness();
}

public sealed class InMemoryRepeatedWrite : RepeatedWriteSpecification
{
    protected override StoreHarness CreateHarness() => new InMemoryHarness();
}

public sealed class InMemoryComments : CommentSpecification
{
    protected override StoreHarness CreateHarness() => new InMemoryHarness();
}

public sealed class InMemoryCommentRemoval : CommentRemovalSpecification
{
    protected override StoreHarness CreateHarness() => new InMemoryHarness();
}

public sealed class InMemoryCommentImport : CommentImportSpecification
{
    protected override StoreHarness CreateHarness() => new InMemoryHarness();
}

public sealed class InMemoryPosts : PostSpecification
{
    protected override StoreHarness CreateHarness() => new InMemoryHarness();
}

public sealed class InMemoryPostLists : PostListSpecification
{
    protected override StoreHarness CreateHarness() => new InMemoryHarness();
}

public sealed class InMemoryFeedback : FeedbackSpecification
{
    protected override StoreHarness CreateHarness() => new InMemoryHarness();
}

public sealed class InMemoryThreads : ThreadSpecification
{
    protected override StoreHarness CreateHarness() => new InMemoryHarness();
}

public sealed class InMemorySearch : SearchSpecification
{
    protected override StoreHarness CreateHarness() => new InMemoryHarness();
}

public sealed class InMemorySchema : SchemaSpecification
{
    protected override StoreHarness CreateHarness() => new InMemoryHarness();
}

public sealed class InMemoryUnicode : UnicodeSpecification
{
    protected override StoreHarness CreateHarness() => new InMemoryHarness();
}

public sealed class InMemoryCancellation : CancellationSpecification
{
    protected override StoreHarness CreateHarness() => new InMemoryHarness();
}

public sealed class InMemoryFaults : FaultSpecification
{
    protected override StoreHarness CreateHarness() => new InMemoryHarness();
}

public sealed class InMemoryConcurrency : ConcurrencySpecification
{
    protected override StoreHarness CreateHarness() => new InMemoryHarness();
}

public sealed class InMemoryRandomHistories : RandomHistorySpecification
{
    protected override StoreHarness CreateHarness() => new InMemoryHarness();
}

public sealed class InMemoryHugeThread : HugeThreadSpecification
{
    // The million is for whoever asks for it, as .ci/long does: that the commands are the same shows at a tenth.
    protected override int HugeThreadSize => TestSetting.Number("BLOGKIT_HUGE", 100_000);

    protected override StoreHarness CreateHarness() => new InMemoryHarness();
}

public sealed class InMemoryModerationFacts : ModerationFactsSpecification
{
    protected override StoreHarness CreateHarness() => new InMemoryHarness();
}

public sealed class InMemoryQueues : QueueSpecification
{
    protected override StoreHarness CreateHarness() => new InMemoryHarness();
}

public sealed class InMemoryModerationLogs : ModerationLogSpecification
{
    protected override StoreHarness CreateHarness() => new InMemoryHarness();
}

public sealed class InMemoryFlags : FlagSpecification
{
    protected override StoreHarness CreateHarness() => new InMemoryHarness();
}

public sealed class InMemoryBans : BanSpecification
{
    protected override StoreHarness CreateHarness() => new InMemoryHarness();
}

public sealed class InMemoryBlogBoundary : BlogBoundarySpecification
{
    protected override StoreHarness CreateHarness() => new InMemoryHarness();
}

public sealed class InMemoryLearnedModels : LearnedModelSpecification
{
    protected override StoreHarness CreateHarness() => new InMemoryHarness();
}

public sealed class InMemoryAutosaves : AutosaveSpecification
{
    protected override StoreHarness CreateHarness() => new InMemoryHarness();
}

public sealed class InMemoryDisplayNames : DisplayNameSpecification
{
    protected override StoreHarness CreateHarness() => new InMemoryHarness();
}

public sealed class InMemoryTransfers : TransferSpecification
{
    protected override StoreHarness CreateHarness() => new InMemoryHarness();
}

public sealed class InMemorySpoiledTransfers : SpoiledTransferSpecification
{
    protected override StoreHarness CreateHarness() => new InMemoryHarness();
}
