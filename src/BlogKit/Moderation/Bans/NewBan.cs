namespace BlogKit.Moderation;

/// <summary>A ban to be added.</summary>
/// <param name="BlogId">The blog.</param>
/// <param name="Key">
/// Whom: <c>email:ADDRESS</c>, <c>user:KEY</c>, or <c>address:</c> with an IP address or network (IPv4 /32, /24, /16; IPv6 /128, /64, /48).
/// Case, host bits and IPv4 in the form of IPv6 are put right.
/// </param>
public sealed record NewBan(BlogId BlogId, string Key)
{
    /// <summary>The reason, for other moderators; at most 1,000 characters. Null for none.</summary>
    public string? Reason { get; init; }

    /// <summary>The end, exclusive; null = without end.</summary>
    public DateTimeOffset? Until { get; init; }
}
