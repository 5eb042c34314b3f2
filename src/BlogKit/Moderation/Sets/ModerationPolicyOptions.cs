namespace BlogKit.Moderation;

/// <summary>
/// The options of a policy, kept in every set of policies: bound from a section below <c>BlogKit:Moderation</c>, or set in code through
/// <see cref="PolicySetOptions.GetPolicy{TOptions}"/>. Derive from it for a policy of your own.
/// </summary>
public class ModerationPolicyOptions
{
    /// <summary>Whether the set asks the policy. Default true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>
    /// Takes the values that a preset has for the policy. Called on new options, before configuration and code change them. Does nothing
    /// unless overridden: the policy is the same in every preset, <see cref="ModerationPreset.None"/> too.
    /// </summary>
    /// <param name="preset">The preset.</param>
    public virtual void UsePreset(ModerationPreset preset)
    {
    }

    /// <summary>Adds a sentence for every invalid value; the host then does not start. Finds nothing unless overridden.</summary>
    /// <param name="path">
    /// Where the options stand in configuration, such as <c>BlogKit:Moderation:Links</c>; a sentence begins with it and the name of the
    /// value.
    /// </param>
    /// <param name="failures">The sentences.</param>
    public virtual void Check(string path, ICollection<string> failures)
    {
    }
}
