using BlogKit.Moderation.Internal;

namespace BlogKit.Moderation;

/// <summary>
/// The options of <see cref="AllowListPolicy"/>: the writers who pass, whatever any policy finds. Without entries it says nothing.
/// </summary>
/// <remarks>
/// Entries as in <see cref="BlockListPolicyOptions"/>, of the kinds <c>user:</c>, <c>ip:</c>, <c>email:</c> and <c>domain:</c> (that of the
/// e-mail address) only. Of these only an account is proved: anybody can type an e-mail address that is on the list, and an address may be
/// shared by an office or a whole provider. Keep the list short and secret.
/// </remarks>
public sealed class AllowListPolicyOptions : ModerationPolicyOptions
{
    /// <summary>The entries. Default none.</summary>
    public IList<string> Entries { get; } = [];

    /// <summary>
    /// Files with more entries, read anew when they change, as in <see cref="BlockListPolicyOptions.Files"/>. Default none.
    /// </summary>
    public IList<string> Files { get; } = [];

    /// <summary>The shortest time between two looks at the files for a change.</summary>
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public override void UsePreset(ModerationPreset preset) => Enabled = preset is not ModerationPreset.None;

    /// <inheritdoc/>
    public override void Check(string path, ICollection<string> failures) =>
        ListChecks.Check(path, Entries, Files, LookEvery, ListKinds.Identities, failures);
}
