using BlogKit.Specification;
using BlogKit.Testing;

namespace BlogKit.Sqlite.Tests;

public sealed class SqliteAuthor : AuthorSpecification
{
    protected override StoreHarness CreateHarness() => new SqliteHarness();
}

public sealed class SqliteBlog : BlogSpecification
{
    protected override StoreHarness CreateHarness() => new SqliteHarness();
}

public sealed class SqliteCancellation : CancellationSpecification
{
    protected override StoreHarness CreateHarness() => new SqliteHarness();
}

public sealed class SqliteChangeFeed : ChangeFeedSpecification
{
    protected override StoreHarness CreateHarness() => new SqliteHarness();
}

public sealed class SqliteOrigin : OriginSpecification
{
    protected override StoreHarness CreateHarness() => new SqliteHarness();
}

public sealed class SqliteRedirect : RedirectSpecification
{
    protected override StoreHarness CreateHarness() => new SqliteHarness();
}

public sealed class SqliteRepeatedWrite : RepeatedWriteSpecification
{
    protected override StoreHarness CreateHarness() => new SqliteHarness();
}

public sealed class SqliteComment : CommentSpecification
{
    protected override StoreHarness CreateHarness() => new SqliteHarness();
}

public sealed class SqliteCommentRemoval : CommentRemovalSpecification
{
    protected override StoreHarness CreateHarness() => new SqliteHarness();
}

public sealed class SqliteCommentImport : CommentImportSpecification
{
    protected override StoreHarness CreateHarness() => new SqliteHarness();
}

public sealed class SqliteConcurrency : ConcurrencySpecification
{
    protected override StoreHarness CreateHarness() => new SqliteHarness();
}

public sealed class SqliteFault : FaultSpecification
{
    protected override StoreHarness CreateHarness() => new SqliteHarness();
}

public sealed class SqliteFeedback : FeedbackSpecification
{
    protected override StoreHarness CreateHarness() => new SqliteHarness();
}

public sealed class SqliteFooter : FooterSpecification
{
    protected override StoreHarness CreateHarness() => new SqliteHarness();
}

public sealed class SqliteHugeThread : HugeThreadSpecification
{
    // The million is for whoever asks for it, as .ci/long does: that the commands are the same shows at a tenth.
    protected override int HugeThreadSize => TestSetting.Number("BLOGKIT_HUGE", 100_000);

    protected override StoreHarness CreateHarness() => new SqliteHarness();
}

public sealed class SqlitePost : PostSpecification
{
    protected override StoreHarness CreateHarness() => new SqliteHarness();
}

public sealed class SqlitePostList : PostListSpecification
{
    protected override StoreHarness CreateHarness() => new SqliteHarness();
}

public sealed class SqliteRandomHistory : RandomHistorySpecification
{
    protected override StoreHarness CreateHarness() => new SqliteHarness();
}

public sealed class SqliteSchema : SchemaSpecification
{
    protected override StoreHarness CreateHarness() => new SqliteHarness();
}

public sealed class SqliteSearch : SearchSpecification
{
    protected override StoreHarness CreateHarness() => new SqliteHarness();
}

public sealed class SqliteTaxonomy : TaxonomySpecification
{
    protected override StoreHarness CreateHarness() => new SqliteHarness();
}

public sealed class SqliteThread : ThreadSpecification
{
    protected override StoreHarness CreateHarness() => new SqliteHarness();
}

public sealed class SqliteUnicode : UnicodeSpecification
{
    protected override StoreHarness CreateHarness() => new SqliteHarness();
}

public sealed class SqliteModerationFacts : ModerationFactsSpecification
{
    protected override StoreHarness CreateHarness() => new SqliteHarness();
}

public sealed class SqliteQueues : QueueSpecification
{
    protected override StoreHarness CreateHarness() => new SqliteHarness();
}

public sealed class SqliteModerationLog : ModerationLogSpecification
{
    protected override StoreHarness CreateHarness() => new SqliteHarness();
}

public sealed class SqliteFlag : FlagSpecification
{
    protected override StoreHarness CreateHarness() => new SqliteHarness();
}

public sealed class SqliteBan : BanSpecification
{
    protected override StoreHarness CreateHarness() => new SqliteHarness();
}

public sealed class SqliteBlogBoundary : BlogBoundarySpecification
{
    protected override StoreHarness CreateHarness() => new SqliteHarness();
}

public sealed class SqliteLearnedModel : LearnedModelSpecification
{
    protected override StoreHarness CreateHarness() => new SqliteHarness();
}

public sealed class SqliteAutosaves : AutosaveSpecification
{
    protected override StoreHarness CreateHarness() => new SqliteHarness();
}

public sealed class SqliteDisplayNames : DisplayNameSpecification
{
    protected override StoreHarness CreateHarness() => new SqliteHarness();
}

public sealed class SqliteSpoiledTransfers : SpoiledTransferSpecification
{
    protected override StoreHarness CreateHarness() => new SqliteHarness();
}
