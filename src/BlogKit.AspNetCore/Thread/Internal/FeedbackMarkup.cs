namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// What the buttons of votes and reactions, which <see cref="Components.FeedbackForm"/> has, are called. They belong to one form of the
/// page (<c>form="bkf"</c>) and carry what they do in name and value, so that they work without a script.
/// </summary>
internal static class FeedbackMarkup
{
    public const string FormId = "bkf";
    public const string Up = "up";
    public const string Down = "down";
    public const string ClearVote = "clear";
    public const string React = "react";
    public const string ClearReaction = "unreact";

    /// <summary>What a reaction is called: the built-in ones in the blog's language, an application's own as it says.</summary>
    public static string NameOf(ReactionKind kind, BlogText text)
    {
        if (!ReactionKind.Defaults.Contains(kind))
        {
            return kind.Label;
        }

        var key = "thread.reaction." + kind.Key;
        return text[key] is var label && !string.Equals(label, key, StringComparison.Ordinal) ? label : kind.Label;
    }

    /// <summary>A label with how many there are; alone when there is none.</summary>
    public static string Counted(string label, int count, BlogText text) =>
        count == 0 ? label : $"{label} {count.ToString("N0", text.Language)}";
}
