using System.Collections.Immutable;

namespace BlogKit;

/// <summary>One reaction that the readers of a blog may choose.</summary>
/// <param name="Key">What is stored: lower-case letters, digits and hyphens, unique in the set.</param>
/// <param name="Emoji">What is shown.</param>
/// <param name="Label">What it is called, for people who do not see the emoji.</param>
public sealed record ReactionKind(string Key, string Emoji, string Label)
{
    /// <summary>The reactions of a new blog.</summary>
    public static ImmutableArray<ReactionKind> Defaults { get; } =
    [
        new("like", "👍", "Like"),
        new("love", "❤️", "Love"),
        new("laugh", "😄", "Funny"),
        new("insight", "💡", "Insightful"),
        new("sad", "😢", "Sad"),
    ];
}
