namespace BlogKit;

/// <summary>One reaction that the readers of a blog may choose.</summary>
/// <param name="Key">The key that is stored: lower-case letters, digits and hyphens, unique in the set.</param>
/// <param name="Emoji">The emoji shown.</param>
/// <param name="Label">The name of the reaction, for people who do not see the emoji.</param>
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
