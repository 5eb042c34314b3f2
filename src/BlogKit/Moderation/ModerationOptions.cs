namespace BlogKit.Moderation;

/// <summary>
/// The options of moderation: the policies that decide, those that are only tried, and what moderators and readers may do.
/// </summary>
public sealed class ModerationOptions : PolicySetOptions
{
    /// <summary>
    /// The sets of policies that are tried on real traffic beside the live one, by name; their decisions are recorded, never acted on.
    /// Default none.
    /// </summary>
    public IDictionary<string, PolicySetOptions> Shadow { get; } = new Dictionary<string, PolicySetOptions>(StringComparer.Ordinal);

    /// <summary>The options of the signed tokens of comment forms.</summary>
    public FormTokenOptions FormTokens { get; set; } = new();

    /// <summary>The options of readers' flags against comments.</summary>
    public FlagOptions Flags { get; set; } = new();

    /// <summary>The options of appeals, writers' answers to a decision about their comment.</summary>
    public AppealOptions Appeals { get; set; } = new();

    /// <summary>The options of retention, which erases old spam and trash.</summary>
    public RetentionOptions Retention { get; set; } = new();

    internal override void Check(string path, IReadOnlyCollection<ModerationPolicyDescriptor> policies, ICollection<string> failures)
    {
        base.Check(path, policies, failures);
        Part(FormTokens, $"{path}:FormTokens", failures, static (part, key, found) => part.Check(key, found));
        Part(Flags, $"{path}:Flags", failures, static (part, key, found) => part.Check(key, found));
        Part(Appeals, $"{path}:Appeals", failures, static (part, key, found) => part.Check(key, found));
        Part(Retention, $"{path}:Retention", failures, static (part, key, found) => part.Check(key, found));
        foreach (var (name, set) in Shadow)
        {
            Part(set, $"{path}:Shadow:{name}", failures, (part, key, found) => part.Check(key, policies, found));
        }
    }
}
