using BlogKit.Moderation;
using Microsoft.AspNetCore.Antiforgery;

namespace BlogKit.AspNetCore;

/// <summary>One comment with everything around it, and the actions for it.</summary>
/// <param name="Frame">The frame of the page.</param>
/// <param name="Case">The comment, its post, its writer, objections, log and neighbours in the queue.</param>
/// <param name="Scope">The queue one goes through.</param>
/// <param name="Antiforgery">The proof that the page's forms are this site's.</param>
public sealed record CaseModel(DeskFrame Frame, ModerationCase Case, QueueScope Scope, AntiforgeryTokenSet Antiforgery)
{
    /// <summary>The comments above it, the root first, without <see cref="ModerationCase.Parent"/>; at most 5.</summary>
    public ImmutableArray<Comment> Above { get; init; } = [];

    /// <summary>Shown comments that answer the same one, at most 10; empty for a root.</summary>
    public ImmutableArray<ThreadComment> Siblings { get; init; } = [];

    /// <summary>Shown comments that answer it, at most 10.</summary>
    public ImmutableArray<ThreadComment> Replies { get; init; } = [];

    /// <summary>The texts it had before, oldest first.</summary>
    public ImmutableArray<CommentRevision> Revisions { get; init; } = [];

    /// <summary>The keys by which its writer can be banned; empty when they cannot be.</summary>
    public ImmutableArray<string> BanKeys { get; init; } = [];

    /// <summary>The name that its writer, a user whom the application gives none, has chosen; null when they have chosen none.</summary>
    public string? ChosenName { get; init; }

    /// <summary>The decision of today's policies; null when nobody asked.</summary>
    public ModerationDecision? JudgedAgain { get; init; }

    /// <summary>The reason why an action was not done, in words; null for none.</summary>
    public string? Error { get; init; }

    /// <summary>The text that was typed and not saved; null = the comment's own.</summary>
    public string? TypedText { get; init; }

    /// <summary>The names of the authors that stand in the log, by their keys.</summary>
    public ImmutableDictionary<ActorKey, string> Names { get; init; } = ImmutableDictionary<ActorKey, string>.Empty;
}
