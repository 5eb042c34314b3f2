using BlogKit.Moderation;
using Microsoft.AspNetCore.Antiforgery;

namespace BlogKit.AspNetCore;

/// <summary>The policies that decide, the presets, and what another preset would change.</summary>
/// <param name="Frame">The frame of the page.</param>
/// <param name="Policies">The live set and those that are tried.</param>
/// <param name="Settings">The settings, in the order of their keys.</param>
/// <param name="Antiforgery">The proof that the page's forms are this site's.</param>
public sealed record PoliciesModel(
    DeskFrame Frame, ModerationPolicies Policies, ImmutableArray<PolicySetting> Settings, AntiforgeryTokenSet Antiforgery)
{
    /// <summary>The presets that are compared, in the order of the columns.</summary>
    public static ImmutableArray<ModerationPreset> Presets { get; } =
        [ModerationPreset.Relaxed, ModerationPreset.Standard, ModerationPreset.Strict, ModerationPreset.HoldAll];

    /// <summary>The preset the live set started from.</summary>
    public ModerationPreset Preset { get; init; }

    /// <summary>The preset that was tried over the history; null when none was.</summary>
    public ModerationPreset? Tried { get; init; }

    /// <summary>The number of days of history it was to judge; null = all.</summary>
    public int? TriedDays { get; init; }

    /// <summary>The result of the trial; null when nothing was tried, or it failed.</summary>
    public BacktestReport? Report { get; init; }

    /// <summary>The reason why it failed, in words; null when it did not.</summary>
    public string? Error { get; init; }

    /// <summary>The reports on the sets that are tried on real traffic; empty without any.</summary>
    public ImmutableArray<ShadowReport> Shadows { get; init; } = [];
}
