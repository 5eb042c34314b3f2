using System.Runtime.InteropServices;

namespace BlogKit.Moderation.Internal;

/// <summary>How near a comment is to where it was written.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TopicJudgement
{
    /// <summary>
    /// How far from all of it, 0 to 1: among as many comments beside the topic as upon it, about the probability of being beside it.
    /// </summary>
    public required double Score { get; init; }

    /// <summary>The share of what the comment says that the post says too, 0 to 1.</summary>
    public required double Post { get; init; }

    /// <summary>The same of the conversation; 0 without one.</summary>
    public required double Conversation { get; init; }

    /// <summary>The same of the comment answered; 0 for a root.</summary>
    public required double Parent { get; init; }

    /// <summary>How many different words that say something the comment has beside those of the title.</summary>
    public required int Words { get; init; }

    /// <summary>Whether it thanks, praises or greets.</summary>
    public required bool Thanks { get; init; }

    /// <summary>Whether it speaks to somebody.</summary>
    public required bool Addresses { get; init; }
}
