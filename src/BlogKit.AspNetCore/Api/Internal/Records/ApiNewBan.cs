namespace BlogKit.AspNetCore.Internal;

/// <summary>Somebody to be banned, by one of the keys a case names.</summary>
internal sealed record ApiNewBan
{
    public required string Key { get; init; }

    public string? Reason { get; init; }

    /// <summary>Null for ever.</summary>
    public DateTimeOffset? Until { get; init; }
}
