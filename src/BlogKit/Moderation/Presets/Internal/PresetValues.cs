namespace BlogKit.Internal;

/// <summary>The values of the presets; <c>docs/moderation/presets.md</c> lists them for people.</summary>
internal static class PresetValues
{
    public static void Apply(ModerationPreset preset, PolicySetOptions set)
    {
        set.Rules = new CombinationOptions();
        set.Hold = preset switch
        {
            ModerationPreset.HoldAll => HoldMode.All,
            ModerationPreset.Relaxed or ModerationPreset.None => HoldMode.None,
            _ => HoldMode.FirstComment,
        };
    }
}
