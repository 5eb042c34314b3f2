using System.Text.Json.Serialization;

namespace BlogKit.Moderation;

/// <summary>A finding: what one policy saw in a comment, and the outcome it asks for.</summary>
public sealed record ModerationFinding
{
    private readonly ImmutableArray<FindingEvidence> _evidence;
    private readonly ImmutableArray<FindingDetail> _details;

    /// <summary>The name of the policy, <see cref="IModerationPolicy.Name"/>. The pipeline sets it: a policy leaves it out.</summary>
    public string Policy { get; init; } = "";

    /// <summary>
    /// The version of the policy, <see cref="IModerationPolicy.Version"/>. The pipeline sets it where a policy leaves it out; a policy
    /// whose rules may change while it judges sets the version it used.
    /// </summary>
    public string PolicyVersion { get; init; } = "";

    /// <summary>The code of what was found, in kebab case, stable for ever.</summary>
    public required string Code { get; init; }

    /// <summary>
    /// The reason, a sentence a moderator understands. It may name entries of lists and numbers, but does not quote the comment.
    /// </summary>
    public required string Reason { get; init; }

    /// <summary>
    /// The outcome that the policy asks for by itself. <see cref="ModerationOutcome.Approve"/> asks for nothing: the finding counts by its
    /// <see cref="Score"/> only.
    /// </summary>
    public required ModerationOutcome Outcome { get; init; }

    /// <summary>
    /// The reason in words fit for the writer of the comment, giving no recipe to pass next time; null = the writer is told only that it
    /// waits.
    /// </summary>
    public string? PublicReason { get; init; }

    /// <summary>
    /// The kind and code of the error that the writer gets when the comment is refused because of it; null =
    /// <see cref="ErrorKind.Invalid"/> and <see cref="ErrorCodes.Rejected"/>. It says something only where the outcome is
    /// <see cref="ModerationOutcome.Reject"/>, and is never kept: what is stored was not refused.
    /// </summary>
    [JsonIgnore]
    public FindingRefusal? Refusal { get; init; }

    /// <summary>The strength of the finding, 0 to 1; times the policy's weight it adds to the points of the decision. Default 0.</summary>
    public double Score { get; init; }

    /// <summary>
    /// Whether the comment is let through whatever other policies found; only with <see cref="ModerationOutcome.Approve"/>. Whom a policy
    /// of the writer alone rejects, only another such policy lets through (<see cref="IModerationPolicy.JudgesWriterAlone"/>). Default
    /// false.
    /// </summary>
    public bool Overrides { get; init; }

    /// <summary>The places in the comment it rests on, in order; empty for none.</summary>
    public ImmutableArray<FindingEvidence> Evidence
    {
        get => _evidence.IsDefault ? [] : _evidence;
        init => _evidence = value;
    }

    /// <summary>The values it was computed from, the weightiest first; empty for none.</summary>
    public ImmutableArray<FindingDetail> Details
    {
        get => _details.IsDefault ? [] : _details;
        init => _details = value;
    }

    /// <summary>Returns the finding with the name of the policy, and its version unless it has one.</summary>
    /// <param name="policy">The policy that found it.</param>
    public ModerationFinding WithPolicy(IModerationPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var version = PolicyVersion.Length == 0 ? policy.Version : PolicyVersion;
        return ReferenceEquals(version, PolicyVersion) && string.Equals(Policy, policy.Name, StringComparison.Ordinal)
            ? this
            : this with { Policy = policy.Name, PolicyVersion = version };
    }

    /// <summary>
    /// Returns the finding without anything that could reveal the text it was about: for the log of a comment that was purged. Policy,
    /// version, code, outcome and score stay.
    /// </summary>
    public ModerationFinding WithoutText() =>
        this with { Reason = "(erased with the comment)", PublicReason = null, Evidence = [], Details = [] };
}
