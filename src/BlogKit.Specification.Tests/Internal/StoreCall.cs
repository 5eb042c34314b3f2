namespace BlogKit.Specification;

/// <summary>One call of a store's method.</summary>
/// <param name="Name">What to call it in a failure.</param>
/// <param name="Run">Makes the call; returns its outcome in comparable form.</param>
internal sealed record StoreCall(string Name, Func<StoreHarness, CancellationToken, Task<object?>> Run)
{
    /// <summary>The rows it leaves in the change feed, in no order.</summary>
    public ImmutableArray<FeedRow> Rows { get; init; } = [];

    /// <summary>Whether it writes anew when it is made a second time right after.</summary>
    public bool WritesAgain { get; init; }

    /// <summary>The same call with one more row that it leaves.</summary>
    public StoreCall Leaving(BlogChangeKind kind, PostId? postId = null, CommentId? commentId = null) =>
        this with { Rows = Rows.Add(new FeedRow(kind, postId, commentId)) };

    /// <summary>The same call, which writes anew when it is made a second time.</summary>
    public StoreCall WritingAgain() => this with { WritesAgain = true };

    public static StoreCall Of<T>(string name, Func<StoreHarness, CancellationToken, Task<T>> run) =>
        new(name, async (store, token) => await run(store, token).ConfigureAwait(false));

    public static StoreCall Of(string name, Func<StoreHarness, CancellationToken, Task> run) =>
        new(
            name,
            async (store, token) =>
            {
                await run(store, token).ConfigureAwait(false);
                return null;
            });
}
