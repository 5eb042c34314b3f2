using BlogKit.Storage;

namespace BlogKit;

/// <summary>
/// Every storage role over one immutable state: a writer builds the next state under a lock and swaps it in at the end, so that operations
/// are atomic by construction; readers take the state there is and never wait.
/// </summary>
internal sealed partial class InMemoryStore(TimeProvider? clock = null)
    : IBlogStore,
      IPostStore,
      IAuthorStore,
      ITaxonomyStore,
      IFooterStore,
      ICommentStore,
      ICommentIntakeStore,
      ICommentChangeStore,
      ICommentUpkeepStore,
      IFeedbackStore,
      IThreadStore,
      ISearchStore,
      IModerationStore,
      IModerationLogStore,
      IFlagStore,
      IBanStore,
      ILearningStore,
      IAutosaveStore,
      IDisplayNameStore,
      IChangeStore,
      IOriginStore,
      IRedirectStore,
      ITransferStore,
      IStoreSchema
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;
    private volatile InMemoryState _state = InMemoryState.Empty;

    /// <summary>Null outside tests of what happens when the process dies.</summary>
    internal IStoreFaults? Faults { get; set; }

    public Task ApplyAsync(CancellationToken cancellationToken) => Read(static _ => true, cancellationToken);

    public Task CheckAsync(CancellationToken cancellationToken) => Read(static _ => true, cancellationToken);

    private Task<T> Read<T>(Func<InMemoryState, T> read, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellationToken);
        }

        Faults?.BeforeOperation();
        return Task.FromResult(read(_state));
    }

    /// <summary>Returns what came of it, and the next state; the same state when nothing changes.</summary>
    private Task<T> Write<T>(Func<InMemoryState, (InMemoryState Next, T Result)> change, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellationToken);
        }

        lock (_gate)
        {
            Faults?.BeforeOperation();
            var (next, result) = change(_state);
            if (!ReferenceEquals(next, _state))
            {
                Faults?.BeforeWrite();
                _state = next;
            }

            return Task.FromResult(result);
        }
    }

    private static void RequireSize(int size) => ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);

    /// <summary>A step inside an operation that the process may not survive.</summary>
    private InMemoryState Step(InMemoryState next)
    {
        Faults?.BeforeWrite();
        return next;
    }
}
