using Microsoft.AspNetCore.Antiforgery;

namespace BlogKit.AspNetCore;

/// <summary>A page of the queue.</summary>
/// <param name="Frame">The frame of the page.</param>
/// <param name="Scope">Which comments, in which order.</param>
/// <param name="Rows">The comments.</param>
/// <param name="Counts">How many comments there are, by status.</param>
/// <param name="Antiforgery">The proof that its forms are this site's.</param>
public sealed record QueueModel(
    DeskFrame Frame, QueueScope Scope, ImmutableArray<QueueRow> Rows, ThreadCounts Counts, AntiforgeryTokenSet Antiforgery)
{
    /// <summary>The address of the page after it; null at the end.</summary>
    public string? NextUrl { get; init; }

    /// <summary>The address of the first page; null on it.</summary>
    public string? FirstUrl { get; init; }

    /// <summary>The names of the policies one can filter by.</summary>
    public ImmutableArray<string> Policies { get; init; } = [];

    /// <summary>The error of the filter, in words; null for none.</summary>
    public string? Error { get; init; }
}
