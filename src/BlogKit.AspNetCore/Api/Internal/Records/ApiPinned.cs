namespace BlogKit.AspNetCore.Internal;

/// <summary>Whether a comment stands above the thread.</summary>
internal sealed record ApiPinned
{
    public required bool Pinned { get; init; }
}
