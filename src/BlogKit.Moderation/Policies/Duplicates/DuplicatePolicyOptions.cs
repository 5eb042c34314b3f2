namespace BlogKit.Moderation;

/// <summary>The options of <see cref="DuplicatePolicy"/>.</summary>
public sealed class DuplicatePolicyOptions : ModerationPolicyOptions
{
    /// <summary>
    /// The number of words below which a text is never a duplicate: many people say thanks in the same words. Three characters of a script
    /// without spaces count as a word. 3 to 100; default 8.
    /// </summary>
    public int MinimumWords { get; set; } = 8;

    /// <summary>
    /// The likeness from which on texts are near duplicates: the Jaccard similarity of their sequences of three words. Below 0.6
    /// fingerprints would miss too many.
    /// </summary>
    public double Similarity { get; set; } = 0.8;

    /// <summary>The outcome for a text its writer sent before under the same post. Default <see cref="ModerationOutcome.Hold"/>.</summary>
    public ModerationOutcome RepeatedOutcome { get; set; } = ModerationOutcome.Hold;

    /// <summary>
    /// The outcome for a text, word for word, that is among the spam already. Default <see cref="ModerationOutcome.Spam"/>; near ones are
    /// held.
    /// </summary>
    public ModerationOutcome KnownSpamOutcome { get; set; } = ModerationOutcome.Spam;

    /// <summary>The number of posts, beside this one, from which on a text is scattered.</summary>
    public int ScatteredPosts { get; set; } = 2;

    /// <summary>The outcome for a scattered text. Default <see cref="ModerationOutcome.Spam"/>.</summary>
    public ModerationOutcome ScatteredOutcome { get; set; } = ModerationOutcome.Spam;

    /// <summary>The score of a text that was there before, without being any of these.</summary>
    public double CopyScore { get; set; } = 0.4;

    /// <inheritdoc/>
    public override void UsePreset(ModerationPreset preset) => Enabled = preset is not ModerationPreset.None;

    /// <inheritdoc/>
    public override void Check(string path, ICollection<string> failures)
    {
        OptionChecks.CheckRange(failures, $"{path}:MinimumWords", MinimumWords, 3, 100);
        OptionChecks.CheckRange(failures, $"{path}:Similarity", Similarity, 0.6, 1);
        OptionChecks.CheckDefined(failures, $"{path}:RepeatedOutcome", RepeatedOutcome);
        OptionChecks.CheckDefined(failures, $"{path}:KnownSpamOutcome", KnownSpamOutcome);
        OptionChecks.CheckRange(failures, $"{path}:ScatteredPosts", ScatteredPosts, 1, 100);
        OptionChecks.CheckDefined(failures, $"{path}:ScatteredOutcome", ScatteredOutcome);
        OptionChecks.CheckRange(failures, $"{path}:CopyScore", CopyScore, 0, 1);
    }
}
