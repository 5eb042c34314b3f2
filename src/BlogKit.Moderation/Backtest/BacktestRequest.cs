namespace BlogKit.Moderation;

/// <summary>Asks how policies would have judged the stored comments.</summary>
public sealed record BacktestRequest
{
    /// <summary>The blog.</summary>
    public required BlogId BlogId { get; init; }

    /// <summary>The policies, in the order they are named in the report. At least one, each name once.</summary>
    public required IReadOnlyList<IModerationPolicy> Policies { get; init; }

    /// <summary>
    /// The rules that combine their findings. <see cref="CombinationRules.StopAt"/> does not matter: every policy is asked about every
    /// comment.
    /// </summary>
    public CombinationRules Rules { get; init; } = CombinationRules.Default;

    /// <summary>
    /// Only comments created at or after this moment (UTC) are judged; earlier ones are read for the history they make. Null = all.
    /// </summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The number of examples for each kind of change; 0 to 1,000. Default 10.</summary>
    public int MaximumExamples { get; init; } = 10;

    /// <summary>Whether policies that ask another service are asked too. Default false: they are named in the report as left out.</summary>
    public bool AskOutside { get; init; }
}
