namespace BlogKit.AspNetCore.Internal;

/// <summary>A page of the log, newest first. Only a page of which nothing is left names a previous one.</summary>
internal sealed record ApiLog(ImmutableArray<ApiLogEntry> Items, string? Previous, string? Next);
