using System.Collections.Immutable;

namespace BlogKit.AspNetCore;

/// <summary>A tag or category, with what is below it.</summary>
/// <param name="Name">What is shown, plain text.</param>
/// <param name="Url">Its posts.</param>
public sealed record TermLink(string Name, string Url)
{
    /// <summary>How many posts it has; null where that is not counted.</summary>
    public int? Posts { get; init; }

    /// <summary>What it is about, plain text; empty for nothing.</summary>
    public string Description { get; init; } = "";

    /// <summary>The categories below it.</summary>
    public ImmutableArray<TermLink> Children { get; init; } = [];
}
