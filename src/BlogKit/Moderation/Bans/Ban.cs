namespace BlogKit.Moderation;

/// <summary>
/// A ban: those it names may not comment in the blog while it is in force. Kept when it is lifted or over: it is its own log.
/// </summary>
public sealed record Ban
{
    /// <summary>The blog.</summary>
    public required BlogId BlogId { get; init; }

    /// <summary>
    /// The banned key: a <see cref="Commenter.HistoryKey"/>, or <c>address:</c> with an address or a network in CIDR notation (IPv4 /32,
    /// /24, /16; IPv6 /128, /64, /48), in the form <c>IPNetwork.ToString</c> writes.
    /// </summary>
    public required string Key { get; init; }

    /// <summary>The reason, in words; null when none was given.</summary>
    public string? Reason { get; init; }

    /// <summary>The key of the actor who banned, <see cref="Actor.Key"/>.</summary>
    public required ActorKey ActorKey { get; init; }

    /// <summary>The beginning (UTC). With blog and key it is the ban's identity.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The end (UTC), exclusive; null = without end.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>When it was lifted (UTC); null when it was not.</summary>
    public DateTimeOffset? LiftedAt { get; init; }

    /// <summary>The key of the actor who lifted it; null when nobody did.</summary>
    public ActorKey? LiftedBy { get; init; }

    /// <summary>Returns whether it is in force at that moment.</summary>
    public bool IsInForceAt(DateTimeOffset now) => LiftedAt is null && At <= now && (Until is null || now < Until);
}
