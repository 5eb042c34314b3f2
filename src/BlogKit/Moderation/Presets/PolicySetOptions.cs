using BlogKit.Internal;

namespace BlogKit;

/// <summary>
/// Which policies are asked, with what options. Starts as the preset <see cref="ModerationPreset.Standard"/>;
/// the key <c>Preset</c> in configuration, or <see cref="UsePreset"/>, sets everything before single options change it.
/// </summary>
public class PolicySetOptions
{
    /// <summary>Starts as the preset <see cref="ModerationPreset.Standard"/>.</summary>
    public PolicySetOptions() => PresetValues.Apply(ModerationPreset.Standard, this);

    /// <summary>The preset that was chosen. Default <see cref="ModerationPreset.Standard"/>.</summary>
    public ModerationPreset Preset { get; private set; }

    /// <summary>Which comments wait for a moderator whatever they say. Default: a commenter's first.</summary>
    public HoldMode Hold { get; set; }

    /// <summary>How findings become a decision.</summary>
    public CombinationOptions Rules { get; set; } = new();

    /// <summary>Sets every option to the value the preset has for it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such preset.</exception>
    public void UsePreset(ModerationPreset preset)
    {
        if (!Enum.IsDefined(preset))
        {
            throw new ArgumentOutOfRangeException(nameof(preset), preset, "There is no such preset.");
        }

        Preset = preset;
        PresetValues.Apply(preset, this);
    }

    internal virtual void Check(string path, ICollection<string> failures)
    {
        OptionChecks.Defined(failures, $"{path}:Hold", Hold);
        if (Rules is null)
        {
            failures.Add($"{path}:Rules must not be null.");
            return;
        }

        Rules.Check($"{path}:Rules", failures);
    }
}
