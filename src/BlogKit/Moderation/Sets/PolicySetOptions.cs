using System.Collections.Concurrent;

namespace BlogKit.Moderation;

/// <summary>
/// The options of a set of policies: which are asked, and how each judges. Starts as the preset <see cref="ModerationPreset.Standard"/>;
/// the key <c>Preset</c> in configuration, or <see cref="UsePreset"/>, sets everything before single options change it.
/// </summary>
public class PolicySetOptions
{
    private readonly ConcurrentDictionary<Type, ModerationPolicyOptions> _policies = [];

    /// <summary>The preset that was chosen. Default <see cref="ModerationPreset.Standard"/>.</summary>
    public ModerationPreset Preset { get; private set; }

    /// <summary>The comments that wait for a moderator whatever they say. Default: a commenter's first.</summary>
    public HoldMode Hold { get; set; }

    /// <summary>The rules by which findings become a decision.</summary>
    public CombinationOptions Rules { get; set; } = new();

    /// <summary>
    /// Returns the options of a policy in this set, to be read and changed: <c>moderation.Policy&lt;LinkPolicyOptions&gt;().HoldAbove =
    /// 4</c>. The same object every time until <see cref="UsePreset"/>, which begins anew; with the values of the preset at first.
    /// </summary>
    /// <typeparam name="TOptions">The type of the options. The host does not start when no registered policy has them.</typeparam>
    public TOptions GetPolicy<TOptions>()
        where TOptions : ModerationPolicyOptions, new() =>
        (TOptions)_policies.GetOrAdd(
            typeof(TOptions),
            static (_, preset) =>
            {
                var options = new TOptions();
                options.UsePreset(preset);
                return options;
            },
            Preset);

    /// <summary>Sets every option to the value the preset has for it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such preset.</exception>
    public void UsePreset(ModerationPreset preset)
    {
        if (!Enum.IsDefined(preset))
        {
            throw new ArgumentOutOfRangeException(nameof(preset), preset, "There is no such preset.");
        }

        Preset = preset;
        Hold = preset switch
        {
            ModerationPreset.HoldAll => HoldMode.All,
            ModerationPreset.Relaxed or ModerationPreset.None => HoldMode.None,
            _ => HoldMode.FirstComment,
        };
        Rules = preset is ModerationPreset.Strict
            ? new CombinationOptions { HoldAt = 0.6, SpamAt = 1.5, RejectAt = 3 }
            : new CombinationOptions();
        _policies.Clear();
    }

    internal virtual void Check(string path, IReadOnlyCollection<ModerationPolicyDescriptor> policies, ICollection<string> failures)
    {
        OptionChecks.CheckDefined(failures, $"{path}:Hold", Hold);
        Part(Rules, $"{path}:Rules", failures, static (part, key, found) => part.Check(key, found));
        foreach (var policy in policies)
        {
            policy.Check(this, path, failures);
        }

        foreach (var options in _policies.Keys.Except(policies.Select(static p => p.OptionsType)))
        {
            failures.Add(
                $"{path}: {options!.Name} are set, but no policy that has them is registered. "
                + "The rules of the package BlogKit.Moderation are added by AddModeration().");
        }
    }

    private protected static void Part<T>(T? part, string key, ICollection<string> failures, Action<T, string, ICollection<string>> check)
        where T : class
    {
        if (part is null)
        {
            failures.Add($"{key} must not be null.");
            return;
        }

        check(part, key, failures);
    }
}
