using BlogKit.Specification;
using BlogKit.Storage;

namespace BlogKit.Tests.InMemory;

public sealed class InMemoryHarness : StoreHarness
{
    private readonly InMemoryStore _store = new();

    public override IBlogStore Blogs => _store;

    public override IPostStore Posts => _store;

    public override IAuthorStore Authors => _store;

    public override ITaxonomyStore Taxonomy => _store;

    public override IFooterStore Footers => _store;

    public override ICommentStore Comments => _store;

    public override ICommentIntakeStore CommentIntake => _store;

    public override ICommentChangeStore CommentChanges => _store;

    public override ICommentUpkeepStore CommentUpkeep => _store;

    public override IFeedbackStore Feedback => _store;

    public override IThreadStore Threads => _store;

    public override ISearchStore Search => _store;

    public override IModerationStore Moderation => _store;

    public override IModerationLogStore ModerationLog => _store;

    public override IFlagStore Flags => _store;

    public override IBanStore Bans => _store;

    public override ILearningStore Learning => _store;

    public override IAutosaveStore Autosaves => _store;

    public override IDisplayNameStore DisplayNames => _store;

    public override IChangeStore Changes => _store;

    public override IOriginStore Origins => _store;

    public override ITransferStore Transfers => _store;

    public override IRedirectStore Redirects => _store;

    public override IStoreSchema Schema => _store;

    public override BlogKitInstruments? Instruments => null;

    public override Task StartAsync() => _store.ApplyAsync(CancellationToken.None);

    public override Task RestartAsync()
    {
        _store.Faults = null;
        return Task.CompletedTask;
    }

    public override void DieBeforeWrite(int write) => _store.Faults = new Death(write);

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private sealed class Death(int write) : IStoreFaults
    {
        private int _writesLeft = write - 1;
        private bool _isDead;

        public void BeforeOperation()
        {
            if (_isDead)
            {
                throw new StoreDiedException();
            }
        }

        public void BeforeWrite()
        {
            _isDead |= _writesLeft-- == 0;
            BeforeOperation();
        }
    }
}
