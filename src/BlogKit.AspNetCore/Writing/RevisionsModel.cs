using Microsoft.AspNetCore.Antiforgery;

namespace BlogKit.AspNetCore;

/// <summary>The earlier contents of a post, and the difference between two of them.</summary>
/// <param name="Desk">The frame of the page.</param>
/// <param name="Post">The post as it is.</param>
/// <param name="Antiforgery">The proof that the form is this site's.</param>
public sealed record RevisionsModel(DeskFrame Desk, Post Post, AntiforgeryTokenSet Antiforgery)
{
    /// <summary>The contents, newest first.</summary>
    public ImmutableArray<PostRevision> Revisions { get; init; } = [];

    /// <summary>
    /// The names of those who saved them, by <see cref="PostRevision.SavedBy"/>; an actor who is not in it is not an author any more.
    /// </summary>
    public IReadOnlyDictionary<ActorKey, string> Names { get; init; } = ImmutableDictionary<ActorKey, string>.Empty;

    /// <summary>The older of the two compared; null when there is only one.</summary>
    public PostRevision? From { get; init; }

    /// <summary>The newer of the two compared.</summary>
    public PostRevision? To { get; init; }

    /// <summary>The difference of their titles; null when nothing is compared.</summary>
    public TextDiff? Title { get; init; }

    /// <summary>The difference of their texts.</summary>
    public TextDiff? Text { get; init; }

    /// <summary>The difference of their excerpts.</summary>
    public TextDiff? Excerpt { get; init; }
}
