using BlogKit.Moderation;
using Microsoft.AspNetCore.Antiforgery;

namespace BlogKit.AspNetCore;

/// <summary>One comment in the queue, with enough to decide about it there.</summary>
/// <param name="Page">Blog, addresses and texts.</param>
/// <param name="Queued">The comment, its post and why it is there.</param>
/// <param name="Scope">The queue it is shown in.</param>
/// <param name="Antiforgery">The proof that its forms are this site's.</param>
public sealed record QueueRow(PageFrame Page, QueuedComment Queued, QueueScope Scope, AntiforgeryTokenSet Antiforgery)
{
    /// <summary>The context: its writer's history, the comment it answers, its flags; null when it was not read.</summary>
    public QueueContext? Context { get; init; }

    /// <summary>The reason why an action was not done, in words; null for none.</summary>
    public string? Error { get; init; }
}
