namespace BlogKit.AspNetCore.Internal;

/// <summary>A page of the queue.</summary>
internal sealed record ApiQueue(ImmutableArray<ApiQueued> Items, string? Previous, string? Next);
