namespace BlogKit.Internal;

/// <summary>Holds the one object that plays several roles.</summary>
internal sealed class StorePlayer<TStore>(TStore store)
    where TStore : class
{
    public TStore Store { get; } = store;
}
