namespace BlogKit.Specification;

/// <summary>One call of a store's method.</summary>
/// <param name="Name">What to call it in a failure.</param>
/// <param name="Run">Makes the call; returns its outcome in comparable form.</param>
internal sealed record StoreCall(string Name, Func<StoreHarness, CancellationToken, Task<object?>> Run)
{
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
