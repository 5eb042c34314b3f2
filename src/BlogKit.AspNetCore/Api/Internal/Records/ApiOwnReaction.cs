namespace BlogKit.AspNetCore.Internal;

/// <summary>The reaction of whoever asks; null takes it back.</summary>
internal sealed record ApiOwnReaction
{
    public required string? Key { get; init; }
}
