using BlogKit.Moderation;

namespace BlogKit.AspNetCore.Internal;

/// <summary>One action on many comments.</summary>
internal sealed record ApiBulk
{
    public required BulkAction Action { get; init; }

    /// <summary>1 to 200 of them.</summary>
    public required ImmutableArray<ApiBulkComment> Comments { get; init; }

    public string? Reason { get; init; }

    /// <summary>With <c>ban</c>: whether addresses are banned besides the writers.</summary>
    public bool BanAddresses { get; init; }

    /// <summary>With <c>ban</c>: until when; null for ever.</summary>
    public DateTimeOffset? BanUntil { get; init; }
}
