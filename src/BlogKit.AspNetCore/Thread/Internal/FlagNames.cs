using BlogKit.Moderation;

namespace BlogKit.AspNetCore.Internal;

/// <summary>The reasons to report a comment, as forms and texts name them.</summary>
internal static class FlagNames
{
    public static readonly (FlagKind Kind, string Name)[] All =
        [
            (FlagKind.Spam, "spam"),
            (FlagKind.Offensive, "offensive"),
            (FlagKind.OffTopic, "off-topic"),
            (FlagKind.Private, "private"),
            (FlagKind.Other, "other"),
        ];

    /// <summary>The reason of a name; null for anything else.</summary>
    public static FlagKind? Find(string? name)
    {
        foreach (var (kind, known) in All)
        {
            if (string.Equals(known, name, StringComparison.Ordinal))
            {
                return kind;
            }
        }

        return null;
    }
}
