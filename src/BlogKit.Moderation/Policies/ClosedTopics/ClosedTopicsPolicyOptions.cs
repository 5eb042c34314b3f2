namespace BlogKit.Moderation;

/// <summary>The options of <see cref="ClosedTopicsPolicy"/>.</summary>
public sealed class ClosedTopicsPolicyOptions : ModerationPolicyOptions
{
    /// <summary>The topics, at most 100. Default none.</summary>
    public IList<ClosedTopicOptions> Topics { get; } = [];

    /// <inheritdoc/>
    public override void UsePreset(ModerationPreset preset) => Enabled = preset is not ModerationPreset.None;

    /// <inheritdoc/>
    public override void Check(string path, ICollection<string> failures)
    {
        if (Topics.Count > 100)
        {
            failures.Add($"{path}:Topics must hold at most 100 topics, not {Topics.Count}.");
        }

        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < Topics.Count; i++)
        {
            Topics[i].Check($"{path}:Topics:{i}", failures);
            if (!names.Add(Topics[i].Name))
            {
                failures.Add($"{path}:Topics:{i}:Name is that of another topic.");
            }
        }
    }
}
