namespace BlogKit.AspNetCore.Internal;

/// <summary>An answer kept for whoever repeats the request, with the hash of what was sent.</summary>
internal sealed record ApiStoredReply
{
    public required string RequestHash { get; init; }

    public required int Status { get; init; }

    public required byte[] Body { get; init; }

    public required string ContentType { get; init; }

    public long? Version { get; init; }

    public string? Location { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}
