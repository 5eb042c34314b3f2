namespace BlogKit.Moderation;

/// <summary>The options of <see cref="TextShapePolicy"/>. A setting of 0 or null switches its check off.</summary>
public sealed class TextShapePolicyOptions : ModerationPolicyOptions
{
    /// <summary>The number of letters and digits below which a comment is held.</summary>
    public int MinimumLetters { get; set; }

    /// <summary>The number of characters above which a comment is held, though it may be sent.</summary>
    public int MaximumLength { get; set; }

    /// <summary>The number of words of four letters or more a text must have before capitals are shouting.</summary>
    public int ShoutingWords { get; set; } = 5;

    /// <summary>The share of such words that must be in capitals only.</summary>
    public double ShoutingShare { get; set; } = 0.7;

    /// <summary>The score of shouting; null = not at all.</summary>
    public double? ShoutingScore { get; set; } = 0.3;

    /// <summary>
    /// The number of times in a row from which on a repeated character counts. Rules of dashes, dots and the like are no such.
    /// </summary>
    public int Repeated { get; set; } = 12;

    /// <summary>The score of a repeated character.</summary>
    public double RepeatedScore { get; set; } = 0.3;

    /// <summary>The number of marks on top of one letter that is too many. No language needs as many.</summary>
    public int StackedMarks { get; set; } = 5;

    /// <summary>
    /// The outcome for a text with stacked marks, which runs over other comments. Default <see cref="ModerationOutcome.Hold"/>.
    /// </summary>
    public ModerationOutcome StackedMarksOutcome { get; set; } = ModerationOutcome.Hold;

    /// <summary>
    /// The share of the letters that must be hit at random. Only where the blog's language is English, French, Spanish, Italian,
    /// Portuguese, German, Dutch, Swedish, Danish or Norwegian.
    /// </summary>
    public double? GibberishShare { get; set; } = 0.5;

    /// <summary>The outcome for gibberish. Default <see cref="ModerationOutcome.Hold"/>.</summary>
    public ModerationOutcome GibberishOutcome { get; set; } = ModerationOutcome.Hold;

    /// <summary>The share of the letters that may be of a script that the blog's language is not written in.</summary>
    public double? ForeignShare { get; set; } = 0.8;

    /// <summary>
    /// The outcome for a comment in another script. Default <see cref="ModerationOutcome.Approve"/>: only <see cref="ForeignScore"/>
    /// counts.
    /// </summary>
    public ModerationOutcome ForeignOutcome { get; set; }

    /// <summary>The score of another script.</summary>
    public double ForeignScore { get; set; } = 0.5;

    /// <summary>Whether Latin letters are at home in every blog. Default true.</summary>
    public bool LatinIsAtHome { get; set; } = true;

    /// <summary>
    /// Scripts that are at home beside that of the blog's language, such as <c>Cyrillic</c>, <c>Arabic</c>, <c>Han</c>, <c>Kana</c>.
    /// Default none.
    /// </summary>
    public IList<string> Scripts { get; } = [];

    /// <inheritdoc/>
    public override void UsePreset(ModerationPreset preset) => Enabled = preset is not (ModerationPreset.Relaxed or ModerationPreset.None);

    /// <inheritdoc/>
    public override void Check(string path, ICollection<string> failures)
    {
        OptionChecks.CheckRange(failures, $"{path}:MinimumLetters", MinimumLetters, 0, 1_000);
        OptionChecks.CheckRange(failures, $"{path}:MaximumLength", MaximumLength, 0, 1_000_000);
        OptionChecks.CheckRange(failures, $"{path}:ShoutingWords", ShoutingWords, 1, 1_000);
        OptionChecks.CheckRange(failures, $"{path}:ShoutingShare", ShoutingShare, 0.5, 1);
        OptionChecks.CheckRange(failures, $"{path}:ShoutingScore", ShoutingScore ?? 0, 0, 1);
        OptionChecks.CheckRange(failures, $"{path}:Repeated", Repeated == 0 ? 4 : Repeated, 4, 1_000);
        OptionChecks.CheckRange(failures, $"{path}:RepeatedScore", RepeatedScore, 0, 1);
        OptionChecks.CheckRange(failures, $"{path}:StackedMarks", StackedMarks == 0 ? 4 : StackedMarks, 4, 100);
        OptionChecks.CheckDefined(failures, $"{path}:StackedMarksOutcome", StackedMarksOutcome);
        OptionChecks.CheckRange(failures, $"{path}:GibberishShare", GibberishShare ?? 1, 0.3, 1);
        OptionChecks.CheckDefined(failures, $"{path}:GibberishOutcome", GibberishOutcome);
        OptionChecks.CheckRange(failures, $"{path}:ForeignShare", ForeignShare ?? 0, 0, 1);
        OptionChecks.CheckDefined(failures, $"{path}:ForeignOutcome", ForeignOutcome);
        OptionChecks.CheckRange(failures, $"{path}:ForeignScore", ForeignScore, 0, 1);
        for (var i = 0; i < Scripts.Count; i++)
        {
            if (!BlogKit.Scripts.IsKnown(Scripts[i] ?? ""))
            {
                failures.Add($"{path}:Scripts:{i} must be the English name of a script, such as Cyrillic.");
            }
        }
    }
}
