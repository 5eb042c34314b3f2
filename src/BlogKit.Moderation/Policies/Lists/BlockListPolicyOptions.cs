using BlogKit.Moderation.Internal;

namespace BlogKit.Moderation;

/// <summary>The options of <see cref="BlockListPolicy"/>: words, people and places that are not welcome.</summary>
/// <remarks>
/// One entry a line; empty lines and those that begin with <c>#</c> say nothing. A line is a word or a phrase (found as whole words,
/// whatever case, accents, look-alike letters, letters set apart or drawn out), a word with <c>*</c> for any characters, or one of
/// <c>email:</c> (an address, or <c>*@</c> and a domain), <c>domain:</c> (of e-mail addresses, sites and links, with all below it),
/// <c>ip:</c> (an address or a network), <c>agent:</c> (part of the name of the program), <c>name:</c> (like a word, but only in the
/// writer's name) and <c>user:</c> (an account's key). Behind <c>=&gt;</c> it may ask for <c>hold</c>, <c>spam</c> or <c>reject</c>.
/// </remarks>
public sealed class BlockListPolicyOptions : ModerationPolicyOptions
{
    /// <summary>The entries. Default none.</summary>
    public IList<string> Entries { get; } = [];

    /// <summary>
    /// Files with more entries, UTF-8, at most 16 MiB each. A file that changed is read anew; one that cannot be read, or has a line that
    /// is wrong, leaves the list as it was, and the log names the line. Default none.
    /// </summary>
    public IList<string> Files { get; } = [];

    /// <summary>The shortest time between two looks at the files for a change.</summary>
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The outcome for entries that name none. Default <see cref="ModerationOutcome.Hold"/>.</summary>
    public ModerationOutcome Outcome { get; set; } = ModerationOutcome.Hold;

    /// <summary>The score of a match.</summary>
    public double Score { get; set; } = 0.6;

    /// <inheritdoc/>
    public override void UsePreset(ModerationPreset preset) => Enabled = preset is not ModerationPreset.None;

    /// <inheritdoc/>
    public override void Check(string path, ICollection<string> failures)
    {
        ListChecks.Check(path, Entries, Files, LookEvery, ListKinds.Any, failures);
        OptionChecks.CheckDefined(failures, $"{path}:Outcome", Outcome);
        OptionChecks.CheckRange(failures, $"{path}:Score", Score, 0, 1);
    }
}
