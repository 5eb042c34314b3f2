using System.Collections.Immutable;

namespace BlogKit.Moderation;

/// <summary>Why a comment is where it is: in words for people, and as data.</summary>
public sealed record WhyHere
{
    /// <summary>In words, for moderators: one sentence or several.</summary>
    public required string Sentence { get; init; }

    /// <summary>What brought it there.</summary>
    public required WhyHereKind Kind { get; init; }

    /// <summary>The names of the policies that found something, in the order of their findings, each once.</summary>
    public ImmutableArray<string> Policies { get; init; } = [];

    /// <summary>The points of the decision.</summary>
    public double Points { get; init; }

    /// <summary>Whether its writer asks to look again and has no answer yet.</summary>
    public bool OpenAppeal { get; init; }

    /// <summary>How long ago it was submitted.</summary>
    public required TimeSpan Age { get; init; }
}
