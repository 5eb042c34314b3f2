namespace BlogKit.Internal;

/// <summary>Who wants something done with a comment, and on what terms.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Reason">Why; null, or white space alone, when nothing was said.</param>
/// <param name="Version">The version that was read; null = as it is now.</param>
internal sealed record ModeratorRequest(Actor Actor, string? Reason, long? Version = null)
{
    public Actor Actor { get; } = Actor ?? throw new ArgumentNullException(nameof(Actor));

    public string? Reason { get; } = string.IsNullOrWhiteSpace(Reason) ? null : Reason;

    /// <summary>The action on many comments it is part of; null = one by itself.</summary>
    public Guid? OperationId { get; init; }

    /// <summary>The moment; null = now.</summary>
    public DateTimeOffset? At { get; init; }
}
