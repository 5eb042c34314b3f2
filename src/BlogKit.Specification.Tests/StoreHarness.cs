using BlogKit.Storage;

namespace BlogKit.Specification;

/// <summary>
/// Gives every suite of the kit access to a store, and is what a store's author writes once: it opens an empty store, opens it again after
/// its process died, and makes it die in the middle of an operation. One harness serves one test at a time.
/// </summary>
public abstract class StoreHarness : IAsyncDisposable
{
    /// <summary>The store's blogs.</summary>
    public abstract IBlogStore Blogs { get; }

    /// <summary>The store's posts.</summary>
    public abstract IPostStore Posts { get; }

    /// <summary>The store's authors.</summary>
    public abstract IAuthorStore Authors { get; }

    /// <summary>The store's categories and series.</summary>
    public abstract ITaxonomyStore Taxonomy { get; }

    /// <summary>The store's footer blocks.</summary>
    public abstract IFooterStore Footers { get; }

    /// <summary>The store's comments.</summary>
    public abstract ICommentStore Comments { get; }

    /// <summary>The role that takes new comments.</summary>
    public abstract ICommentIntakeStore CommentIntake { get; }

    /// <summary>The role that changes comments.</summary>
    public abstract ICommentChangeStore CommentChanges { get; }

    /// <summary>The role that keeps the HTML of comments up to date.</summary>
    public abstract ICommentUpkeepStore CommentUpkeep { get; }

    /// <summary>The store's votes and reactions.</summary>
    public abstract IFeedbackStore Feedback { get; }

    /// <summary>The store's threads.</summary>
    public abstract IThreadStore Threads { get; }

    /// <summary>The store's search.</summary>
    public abstract ISearchStore Search { get; }

    /// <summary>The role that reads the facts for policies and moderators.</summary>
    public abstract IModerationStore Moderation { get; }

    /// <summary>The store's log.</summary>
    public abstract IModerationLogStore ModerationLog { get; }

    /// <summary>The store's flags.</summary>
    public abstract IFlagStore Flags { get; }

    /// <summary>The store's bans.</summary>
    public abstract IBanStore Bans { get; }

    /// <summary>The store's learned models.</summary>
    public abstract ILearningStore Learning { get; }

    /// <summary>The store's unsaved texts.</summary>
    public abstract IAutosaveStore Autosaves { get; }

    /// <summary>
    /// The store's names that users chose. A harness that was written before this role leaves it out and goes on compiling; the suites that
    /// need the role fail and say so.
    /// </summary>
    /// <exception cref="NotSupportedException">The harness does not have the role.</exception>
    public virtual IDisplayNameStore DisplayNames => throw Missing(nameof(DisplayNames), nameof(IDisplayNameStore));

    /// <summary>
    /// The store's change feed. A harness that was written before this role leaves it out and goes on compiling; the suites that need the
    /// role fail and say so.
    /// </summary>
    /// <exception cref="NotSupportedException">The harness does not have the role.</exception>
    public virtual IChangeStore Changes => throw Missing(nameof(Changes), nameof(IChangeStore));

    /// <summary>
    /// The store's imports and origins. A harness that was written before this role leaves it out and goes on compiling; the suites that
    /// need the role fail and say so.
    /// </summary>
    /// <exception cref="NotSupportedException">The harness does not have the role.</exception>
    public virtual IOriginStore Origins => throw Missing(nameof(Origins), nameof(IOriginStore));

    /// <summary>
    /// The role that copies blogs as a whole. A harness that was written before this role leaves it out and goes on compiling; the suites
    /// that need the role fail and say so.
    /// </summary>
    /// <exception cref="NotSupportedException">The harness does not have the role.</exception>
    public virtual ITransferStore Transfers => throw Missing(nameof(Transfers), nameof(ITransferStore));

    /// <summary>
    /// The store's redirects. A harness that was written before this role leaves it out and goes on compiling; the suites that need the
    /// role fail and say so.
    /// </summary>
    /// <exception cref="NotSupportedException">The harness does not have the role.</exception>
    public virtual IRedirectStore Redirects => throw Missing(nameof(Redirects), nameof(IRedirectStore));

    /// <summary>The store's schema.</summary>
    public abstract IStoreSchema Schema { get; }

    /// <summary>The instruments the store reports its commands to; null for a store that sends none (in-memory).</summary>
    public abstract BlogKitInstruments? Instruments { get; }

    /// <summary>Opens an empty store with its schema applied.</summary>
    public abstract Task StartAsync();

    /// <summary>
    /// Forgets everything that was not committed, as if the process had died, and opens the store again; a fault set by
    /// <see cref="DieBeforeWrite"/> is over. An in-memory store keeps what its last completed operation left.
    /// </summary>
    public abstract Task RestartAsync();

    /// <summary>
    /// Lets the store die right before the given write (1 = the next statement, commit included, that would change something):
    /// that operation and every later one throws <see cref="StoreDiedException"/> until <see cref="RestartAsync"/>.
    /// </summary>
    public abstract void DieBeforeWrite(int write);

    /// <summary>Closes the store and removes what it left behind.</summary>
    public abstract ValueTask DisposeAsync();

    private NotSupportedException Missing(string member, string role) =>
        new($"{GetType().Name} does not override {member}: return what plays the role {role} in the store.");
}
