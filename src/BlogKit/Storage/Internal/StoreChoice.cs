namespace BlogKit.Internal;

/// <summary>Says that a store was chosen, and which.</summary>
internal sealed record StoreChoice(Type Store);
