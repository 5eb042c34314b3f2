namespace BlogKit.Moderation;

/// <summary>Nobody it names may comment in the blog while it is in force. Kept when it is lifted or over: it is its own log.</summary>
public sealed record Ban
{
    /// <summary>The blog.</summary>
    public required BlogId BlogId { get; init; }

    /// <summary>
    /// Whom: a <see cref="Commenter.HistoryKey"/>, or <c>address:</c> with an address or a network in CIDR notation
    /// (IPv4 /32, /24, /16; IPv6 /128, /64, /48), in the form <c>IPNetwork.ToString</c> writes.
    /// </summary>
    public required string Key { get; init; }

    /// <summary>Why, in words; null when nothing was said.</summary>
    public string? Reason { get; init; }

    /// <summary>Who banned: <see cref="Actor.Key"/>.</summary>
    public required ActorKey ActorKey { get; init; }

    /// <summary>From when on (UTC). With blog and key it is the ban's identity.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Until when (UTC), exclusive; null = without end.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>When it was lifted (UTC); null when it was not.</summary>
    public DateTimeOffset? LiftedAt { get; init; }

    /// <summary>Who lifted it; null when nobody did.</summary>
    public ActorKey? LiftedBy { get; init; }

    /// <summary>Whether it is in force at that moment.</summary>
    public bool IsInForceAt(DateTimeOffset now) => LiftedAt is null && At <= now && (Until is null || now < Until);
}
