using BlogKit.Moderation;
using Microsoft.AspNetCore.Antiforgery;

namespace BlogKit.AspNetCore;

/// <summary>A page of the log.</summary>
/// <param name="Frame">The frame of the page.</param>
/// <param name="Filter">Which records.</param>
/// <param name="Records">The records, newest first.</param>
/// <param name="Antiforgery">The proof that the page's forms are this site's.</param>
public sealed record LogModel(DeskFrame Frame, LogFilter Filter, ImmutableArray<ModerationRecord> Records, AntiforgeryTokenSet Antiforgery)
{
    /// <summary>The action on many comments that the records are of; null when they are of the whole log.</summary>
    public Guid? OperationId { get; init; }

    /// <summary>The address of the page after it; null at the end.</summary>
    public string? NextUrl { get; init; }

    /// <summary>The error of the filter, in words; null for none.</summary>
    public string? Error { get; init; }

    /// <summary>The comments the records are about, with their posts; those that were purged since are not among them.</summary>
    public ImmutableDictionary<CommentId, ListedComment> Comments { get; init; } = ImmutableDictionary<CommentId, ListedComment>.Empty;

    /// <summary>The names of the blog's authors, by their keys as the log has them.</summary>
    public ImmutableDictionary<ActorKey, string> Names { get; init; } = ImmutableDictionary<ActorKey, string>.Empty;
}
