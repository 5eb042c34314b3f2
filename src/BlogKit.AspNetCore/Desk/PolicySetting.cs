namespace BlogKit.AspNetCore;

/// <summary>One setting of the policies, by its key in configuration below <c>BlogKit:Moderation</c>.</summary>
/// <param name="Key">The key, such as <c>Links:HoldAbove</c>.</param>
/// <param name="Live">Its value now, as text; empty for nothing.</param>
/// <param name="Presets">The value each preset has for it, in the order of <see cref="PoliciesModel.Presets"/>.</param>
public sealed record PolicySetting(string Key, string Live, ImmutableArray<string> Presets)
{
    /// <summary>Whether the presets differ in it.</summary>
    public bool Differs => Presets.Distinct(StringComparer.Ordinal).Count() > 1;
}
