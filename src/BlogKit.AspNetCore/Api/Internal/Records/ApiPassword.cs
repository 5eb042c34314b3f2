namespace BlogKit.AspNetCore.Internal;

/// <summary>The password that is to protect a post; null for none.</summary>
internal sealed record ApiPassword
{
    public required string? Password { get; init; }
}
