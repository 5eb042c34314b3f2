namespace BlogKit.Moderation;

/// <summary>What texts are to look like. A setting of 0 or null switches its check off.</summary>
public sealed class TextShapePolicyOptions : ModerationPolicyOptions
{
    /// <summary>Comments with fewer letters and digits are held. 0 to 1,000; default 0: a short thanks is welcome.</summary>
    public int MinimumLetters { get; set; }

    /// <summary>Comments with more characters are held, though they may be sent. 0 to 1,000,000; default 0.</summary>
    public int MaximumLength { get; set; }

    /// <summary>How many words of four letters or more a text must have before capitals are shouting. 1 to 1,000; default 5.</summary>
    public int ShoutingWords { get; set; } = 5;

    /// <summary>Which share of such words must be in capitals only. 0.5 to 1; default 0.7.</summary>
    public double ShoutingShare { get; set; } = 0.7;

    /// <summary>How much shouting counts; null = not at all. 0 to 1; default 0.3.</summary>
    public double? ShoutingScore { get; set; } = 0.3;

    /// <summary>
    /// How often in a row a character must be there to count. 0, or 4 to 1,000; default 12. Rules of dashes, dots and the like are no such.
    /// </summary>
    public int Repeated { get; set; } = 12;

    /// <summary>How much a character that is repeated counts. 0 to 1; default 0.3.</summary>
    public double RepeatedScore { get; set; } = 0.3;

    /// <summary>How many marks on top of one letter are too many. 0, or 4 to 100; default 5. No language needs as many.</summary>
    public int StackedMarks { get; set; } = 5;

    /// <summary>
    /// What becomes of a text with stacked marks, which runs over other comments. Default <see cref="ModerationOutcome.Hold"/>.
    /// </summary>
    public ModerationOutcome StackedMarksOutcome { get; set; } = ModerationOutcome.Hold;

    /// <summary>
    /// Which share of the letters must be hit at random. 0.3 to 1; null = not looked at; default 0.5. Only where the blog's language is
    /// English, French, Spanish, Italian, Portuguese, German, Dutch, Swedish, Danish or Norwegian.
    /// </summary>
    public double? GibberishShare { get; set; } = 0.5;

    /// <summary>What becomes of gibberish. Default <see cref="ModerationOutcome.Hold"/>.</summary>
    public ModerationOutcome GibberishOutcome { get; set; } = ModerationOutcome.Hold;

    /// <summary>
    /// Which share of the letters may be of a script that the blog's language is not written in. 0 to 1; null = not looked at; default 0.8.
    /// </summary>
    public double? ForeignShare { get; set; } = 0.8;

    /// <summary>
    /// What becomes of a comment in another script. Default <see cref="ModerationOutcome.Approve"/>: only <see cref="ForeignScore"/>
    /// counts.
    /// </summary>
    public ModerationOutcome ForeignOutcome { get; set; }

    /// <summary>How much another script counts. 0 to 1; default 0.5.</summary>
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
        OptionChecks.Range(failures, $"{path}:MinimumLetters", MinimumLetters, 0, 1_000);
        OptionChecks.Range(failures, $"{path}:MaximumLength", MaximumLength, 0, 1_000_000);
        OptionChecks.Range(failures, $"{path}:ShoutingWords", ShoutingWords, 1, 1_000);
        OptionChecks.Range(failures, $"{path}:ShoutingShare", ShoutingShare, 0.5, 1);
        OptionChecks.Range(failures, $"{path}:ShoutingScore", ShoutingScore ?? 0, 0, 1);
        OptionChecks.Range(failures, $"{path}:Repeated", Repeated == 0 ? 4 : Repeated, 4, 1_000);
        OptionChecks.Range(failures, $"{path}:RepeatedScore", RepeatedScore, 0, 1);
        OptionChecks.Range(failures, $"{path}:StackedMarks", StackedMarks == 0 ? 4 : StackedMarks, 4, 100);
        OptionChecks.Defined(failures, $"{path}:StackedMarksOutcome", StackedMarksOutcome);
        OptionChecks.Range(failures, $"{path}:GibberishShare", GibberishShare ?? 1, 0.3, 1);
        OptionChecks.Defined(failures, $"{path}:GibberishOutcome", GibberishOutcome);
        OptionChecks.Range(failures, $"{path}:ForeignShare", ForeignShare ?? 0, 0, 1);
        OptionChecks.Defined(failures, $"{path}:ForeignOutcome", ForeignOutcome);
        OptionChecks.Range(failures, $"{path}:ForeignScore", ForeignScore, 0, 1);
        for (var i = 0; i < Scripts.Count; i++)
        {
            if (!BlogKit.Scripts.IsKnown(Scripts[i] ?? ""))
            {
                failures.Add($"{path}:Scripts:{i} must be the English name of a script, such as Cyrillic.");
            }
        }
    }
}
