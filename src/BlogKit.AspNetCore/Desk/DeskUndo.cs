using Microsoft.AspNetCore.Antiforgery;

namespace BlogKit.AspNetCore;

/// <summary>A form of one button that takes back the last action.</summary>
/// <param name="Action">The address it is sent to.</param>
/// <param name="Antiforgery">The proof that the form is this site's.</param>
/// <param name="Scope">The queue to return to, as the query of its address.</param>
public sealed record DeskUndo(string Action, AntiforgeryTokenSet Antiforgery, string Scope)
{
    /// <summary>The version the comment has since; null when the action was on many comments.</summary>
    public long? Version { get; init; }
}
