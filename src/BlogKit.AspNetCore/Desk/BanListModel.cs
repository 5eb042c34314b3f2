using BlogKit.Moderation;
using Microsoft.AspNetCore.Antiforgery;

namespace BlogKit.AspNetCore;

/// <summary>The page of bans.</summary>
/// <param name="Frame">The frame of the page.</param>
/// <param name="Bans">The bans, newest first.</param>
/// <param name="All">Whether those that are over or lifted are among them.</param>
/// <param name="Now">The moment they are looked at.</param>
/// <param name="Antiforgery">The proof that the page's forms are this site's.</param>
public sealed record BanListModel(DeskFrame Frame, ImmutableArray<Ban> Bans, bool All, DateTimeOffset Now, AntiforgeryTokenSet Antiforgery)
{
    /// <summary>The error of the ban that was to be added, in words; null for none.</summary>
    public string? Error { get; init; }

    /// <summary>The key that was typed; null for none.</summary>
    public string? Key { get; init; }

    /// <summary>The reason that was typed; null for none.</summary>
    public string? Reason { get; init; }

    /// <summary>The names of the authors who banned, by their keys.</summary>
    public ImmutableDictionary<ActorKey, string> Names { get; init; } = ImmutableDictionary<ActorKey, string>.Empty;
}
