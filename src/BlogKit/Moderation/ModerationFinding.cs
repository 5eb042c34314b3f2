namespace BlogKit;

/// <summary>What one policy saw in a comment and what follows from it.</summary>
public sealed record ModerationFinding
{
    /// <summary>The <see cref="IModerationPolicy.Name"/>.</summary>
    public required string Policy { get; init; }

    /// <summary>The <see cref="IModerationPolicy.Version"/>.</summary>
    public required string PolicyVersion { get; init; }

    /// <summary>What was found, a kebab-case code stable for ever.</summary>
    public required string Code { get; init; }

    /// <summary>What was found, a sentence a moderator understands.</summary>
    public required string Reason { get; init; }

    /// <summary>What the policy asks for.</summary>
    public required ModerationOutcome Outcome { get; init; }
}
