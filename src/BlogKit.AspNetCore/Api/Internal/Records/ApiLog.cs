using System.Collections.Immutable;

namespace BlogKit.AspNetCore.Internal;

/// <summary>A page of the log, newest first.</summary>
internal sealed record ApiLog(ImmutableArray<ApiLogEntry> Items, string? Next);
