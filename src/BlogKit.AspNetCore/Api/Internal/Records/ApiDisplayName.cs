namespace BlogKit.AspNetCore.Internal;

/// <summary>The name that a user chose to be shown by; null when they chose none, or the application names them.</summary>
internal sealed record ApiDisplayName(string? DisplayName);
