using Microsoft.AspNetCore.Antiforgery;

namespace BlogKit.AspNetCore;

/// <summary>Asks whether a comment is to be erased for ever.</summary>
/// <param name="Frame">The frame of the page.</param>
/// <param name="Comment">The comment.</param>
/// <param name="Scope">The queue to return to.</param>
/// <param name="Antiforgery">The proof that the form is this site's.</param>
public sealed record PurgeModel(DeskFrame Frame, Comment Comment, QueueScope Scope, AntiforgeryTokenSet Antiforgery);
