using System.Collections.Immutable;
using Microsoft.AspNetCore.Components.Rendering;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// The buttons of votes and reactions. They belong to one form of the page (<c>form="bkf"</c>) and carry what they do in name and value, so
/// that they work without a script. A comment has the button for agreement; the others appear where somebody used them, and all of them are
/// behind "More".
/// </summary>
internal static class FeedbackMarkup
{
    public const string FormId = "bkf";
    public const string Up = "up";
    public const string Down = "down";
    public const string ClearVote = "clear";
    public const string React = "react";
    public const string ClearReaction = "unreact";

    public static void Write(
        RenderTreeBuilder builder,
        CommentId id,
        FeedbackCounts counts,
        OwnFeedback own,
        bool isOwn,
        ImmutableArray<ReactionKind> kinds,
        BlogText text,
        bool all = false)
    {
        var value = ShortId.Write(id);
        if (isOwn)
        {
            Count(builder, counts.UpVotes, text["thread.agree"], text);
            Count(builder, counts.DownVotes, text["thread.disagree"], text);
        }
        else
        {
            Vote(builder, Up, value, counts.UpVotes, own.Vote is BlogKit.Vote.Up, text["thread.agree"], text);
            if (all || counts.DownVotes > 0 || own.Vote is BlogKit.Vote.Down)
            {
                Vote(builder, Down, value, counts.DownVotes, own.Vote is BlogKit.Vote.Down, text["thread.disagree"], text);
            }
        }

        foreach (var kind in kinds)
        {
            var count = counts.Reactions.FirstOrDefault(r => string.Equals(r.Key, kind.Key, StringComparison.Ordinal))?.Count ?? 0;
            var isMine = string.Equals(own.Reaction, kind.Key, StringComparison.Ordinal);
            if (all || count > 0 || isMine)
            {
                Reaction(builder, kind, value, count, isMine, isOwn, text);
            }
        }
    }

    private static void Vote(RenderTreeBuilder builder, string action, string value, int count, bool isMine, string label, BlogText text)
    {
        builder.OpenElement(0, "button");
        builder.AddAttribute(1, "form", FormId);
        builder.AddAttribute(2, "name", isMine ? ClearVote : action);
        builder.AddAttribute(3, "value", value);
        if (isMine)
        {
            builder.AddAttribute(4, "aria-pressed", "true");
        }

        builder.AddContent(5, Counted(label, count, text));
        builder.CloseElement();
    }

    private static void Reaction(
        RenderTreeBuilder builder, ReactionKind kind, string value, int count, bool isMine, bool isOwn, BlogText text)
    {
        builder.OpenElement(0, isOwn ? "span" : "button");
        if (!isOwn)
        {
            builder.AddAttribute(1, "form", FormId);
            builder.AddAttribute(2, "name", isMine ? ClearReaction : React);
            builder.AddAttribute(3, "value", isMine ? value : $"{kind.Key}:{value}");
            if (isMine)
            {
                builder.AddAttribute(4, "aria-pressed", "true");
            }
        }
        else
        {
            builder.AddAttribute(5, "role", "img");
        }

        builder.AddAttribute(6, "aria-label", Counted(NameOf(kind, text), count, text));
        builder.AddContent(7, Counted(kind.Emoji, count, text));
        builder.CloseElement();
    }

    private static void Count(RenderTreeBuilder builder, int count, string label, BlogText text)
    {
        if (count > 0)
        {
            builder.OpenElement(0, "span");
            builder.AddContent(1, Counted(label, count, text));
            builder.CloseElement();
        }
    }

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

    private static string Counted(string label, int count, BlogText text) =>
        count == 0 ? label : $"{label} {count.ToString("N0", text.Language)}";
}
