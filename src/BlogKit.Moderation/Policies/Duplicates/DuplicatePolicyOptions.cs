namespace BlogKit.Moderation;

/// <summary>When a text counts as one that was there before, and what follows.</summary>
public sealed class DuplicatePolicyOptions : ModerationPolicyOptions
{
    /// <summary>
    /// Texts with fewer words are never duplicates: many people say thanks in the same words. Three characters of a script without spaces
    /// count as a word. 3 to 100; default 8.
    /// </summary>
    public int MinimumWords { get; set; } = 8;

    /// <summary>
    /// From which likeness on texts are near duplicates: the Jaccard similarity of their sequences of three words. 0.6 to 1, 1 = the same
    /// sequences; default 0.8. Below 0.6 fingerprints would miss too many.
    /// </summary>
    public double Similarity { get; set; } = 0.8;

    /// <summary>What becomes of a text its writer sent before under the same post. Default <see cref="ModerationOutcome.Hold"/>.</summary>
    public ModerationOutcome RepeatedOutcome { get; set; } = ModerationOutcome.Hold;

    /// <summary>
    /// What becomes of a text, word for word, that is among the spam already. Default <see cref="ModerationOutcome.Spam"/>; near ones are
    /// held.
    /// </summary>
    public ModerationOutcome KnownSpamOutcome { get; set; } = ModerationOutcome.Spam;

    /// <summary>How many posts, beside this one, make a text one that is scattered. 1 to 100; default 2.</summary>
    public int ScatteredPosts { get; set; } = 2;

    /// <summary>What becomes of a scattered text. Default <see cref="ModerationOutcome.Spam"/>.</summary>
    public ModerationOutcome ScatteredOutcome { get; set; } = ModerationOutcome.Spam;

    /// <summary>How much a text counts that was there before, without being any of these. 0 to 1; default 0.4.</summary>
    public double CopyScore { get; set; } = 0.4;

    /// <inheritdoc/>
    public override void UsePreset(ModerationPreset preset) => Enabled = preset is not ModerationPreset.None;

    /// <inheritdoc/>
    public override void Check(string path, ICollection<string> failures)
    {
        OptionChecks.Range(failures, $"{path}:MinimumWords", MinimumWords, 3, 100);
        OptionChecks.Range(failures, $"{path}:Similarity", Similarity, 0.6, 1);
        OptionChecks.Defined(failures, $"{path}:RepeatedOutcome", RepeatedOutcome);
        OptionChecks.Defined(failures, $"{path}:KnownSpamOutcome", KnownSpamOutcome);
        OptionChecks.Range(failures, $"{path}:ScatteredPosts", ScatteredPosts, 1, 100);
        OptionChecks.Defined(failures, $"{path}:ScatteredOutcome", ScatteredOutcome);
        OptionChecks.Range(failures, $"{path}:CopyScore", CopyScore, 0, 1);
    }
}
