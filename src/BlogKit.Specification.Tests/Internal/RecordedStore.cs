using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.ExceptionServices;
using BlogKit.Storage;

namespace BlogKit.Specification;

/// <summary>A started store of which every call is noted, as <c>IBlogStore.SaveAsync</c>.</summary>
internal sealed class RecordedStore(StoreHarness store) : StoreHarness
{
    /// <summary>The methods called so far.</summary>
    public ConcurrentQueue<string> Calls { get; } = [];

    public override IBlogStore Blogs => Of(store.Blogs);

    public override IPostStore Posts => Of(store.Posts);

    public override IAuthorStore Authors => Of(store.Authors);

    public override ITaxonomyStore Taxonomy => Of(store.Taxonomy);

    public override IFooterStore Footers => Of(store.Footers);

    public override ICommentStore Comments => Of(store.Comments);

    public override ICommentIntakeStore CommentIntake => Of(store.CommentIntake);

    public override ICommentChangeStore CommentChanges => Of(store.CommentChanges);

    public override ICommentUpkeepStore CommentUpkeep => Of(store.CommentUpkeep);

    public override IFeedbackStore Feedback => Of(store.Feedback);

    public override IThreadStore Threads => Of(store.Threads);

    public override ISearchStore Search => Of(store.Search);

    public override IModerationStore Moderation => Of(store.Moderation);

    public override IModerationLogStore ModerationLog => Of(store.ModerationLog);

    public override IFlagStore Flags => Of(store.Flags);

    public override IBanStore Bans => Of(store.Bans);

    public override ILearningStore Learning => Of(store.Learning);

    public override IAutosaveStore Autosaves => Of(store.Autosaves);

    public override IDisplayNameStore DisplayNames => Of(store.DisplayNames);

    public override IChangeStore Changes => Of(store.Changes);

    public override IOriginStore Origins => Of(store.Origins);

    public override ITransferStore Transfers => Of(store.Transfers);

    public override IRedirectStore Redirects => Of(store.Redirects);

    public override IStoreSchema Schema => Of(store.Schema);

    public override BlogKitInstruments? Instruments => store.Instruments;

    public override Task StartAsync() => Task.CompletedTask;

    public override Task RestartAsync() => store.RestartAsync();

    public override void DieBeforeWrite(int write) => store.DieBeforeWrite(write);

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private TRole Of<TRole>(TRole role)
        where TRole : class
    {
        var recorded = DispatchProxy.Create<TRole, RecordedRole>();
        var recorder = (RecordedRole)(object)recorded;
        recorder.Role = role;
        recorder.Called = method => Calls.Enqueue($"{typeof(TRole).Name}.{method.Name}");
        return recorded;
    }

#pragma warning disable CA1852 // Proxies derive from it when they are made.
    internal class RecordedRole : DispatchProxy
#pragma warning restore CA1852
    {
        public object? Role { get; set; }

        public Action<MethodInfo>? Called { get; set; }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            Called!(targetMethod!);
            try
            {
                return targetMethod!.Invoke(Role, args);
            }
            catch (TargetInvocationException e) when (e.InnerException is { } thrown)
            {
                ExceptionDispatchInfo.Throw(thrown);
                throw;
            }
        }
    }
}
