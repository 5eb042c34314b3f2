namespace BlogKit.Internal;

/// <summary>Says that a store was chosen.</summary>
internal sealed record StoreChoice;
