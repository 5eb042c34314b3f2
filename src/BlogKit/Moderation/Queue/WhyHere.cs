namespace BlogKit.Moderation;

/// <summary>The reason for a comment's status: in words for people, and as data.</summary>
public sealed record WhyHere
{
    /// <summary>The reason in words, for moderators: one sentence or several.</summary>
    public required string Sentence { get; init; }

    /// <summary>The kind of reason.</summary>
    public required WhyHereKind Kind { get; init; }

    /// <summary>The names of the policies that found something, in the order of their findings, each once.</summary>
    public ImmutableArray<string> Policies { get; init; } = [];

    /// <summary>The points of the decision.</summary>
    public double Points { get; init; }

    /// <summary>Whether its writer has appealed and has no answer yet.</summary>
    public bool OpenAppeal { get; init; }

    /// <summary>The time since it was submitted.</summary>
    public required TimeSpan Age { get; init; }
}
