using System.Globalization;
using BlogKit.Moderation.Internal;

namespace BlogKit.Moderation;

/// <summary>
/// Judges the look of a text, whatever it says: shouting, characters repeated, marks stacked, letters hit at random, another script than
/// the blog's, and, if wanted, too short or too long. Immutable and thread-safe.
/// </summary>
public sealed class TextShapePolicy(TextShapePolicyOptions options) : IModerationPolicy
{
    private const int FewestLetters = 10;

    /// <inheritdoc/>
    public string Name => "text-shape";

    /// <inheritdoc/>
    public string Version { get; } = RuleVersion.Of(
        1,
        options.Enabled,
        options.MinimumLetters,
        options.MaximumLength,
        options.ShoutingWords,
        options.ShoutingShare,
        options.ShoutingScore,
        options.Repeated,
        options.RepeatedScore,
        options.StackedMarks,
        options.StackedMarksOutcome,
        options.GibberishShare,
        options.GibberishOutcome,
        options.ForeignShare,
        options.ForeignOutcome,
        options.ForeignScore,
        options.LatinIsAtHome,
        options.Scripts);

    /// <inheritdoc/>
    public ValueTask<ModerationFinding?> EvaluateAsync(ModerationContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new(options.Enabled ? Judge(context.Comment.PlainText, context.Post.Language) : null);
    }

    private ModerationFinding? Judge(string text, string language)
    {
        var shape = TextShape.Of(text);
        var aspects = new List<Aspect>(0);
        var evidence = ImmutableArray.CreateBuilder<FindingEvidence>();
        Size(text, shape, aspects);
        Shouting(shape, aspects);
        if (options.Repeated > 0 && shape.Run.Length >= options.Repeated)
        {
            aspects.Add(new Aspect
            {
                Code = "repeated-character",
                Reason = $"One character is there {shape.Run.Length} times in a row.",
                Outcome = ModerationOutcome.Approve,
                Score = options.RepeatedScore,
                Value = Text(shape.Run.Length),
            });
            evidence.Add(new FindingEvidence(EvidenceField.Text, shape.Run.Start, shape.Run.Length, "repeated-character"));
        }

        if (options.StackedMarks > 0 && shape.Marks.Length >= options.StackedMarks)
        {
            aspects.Add(new Aspect
            {
                Code = "stacked-marks",
                Reason = $"{shape.Marks.Length} marks are stacked on one letter.",
                Outcome = options.StackedMarksOutcome,
                Score = 0.4,
                Value = Text(shape.Marks.Length),
            });
            evidence.Add(new FindingEvidence(EvidenceField.Text, shape.Marks.Start, shape.Marks.Length, "stacked-marks"));
        }

        if (options.GibberishShare is { } most && Gibberish.ShareOf(text, language) is var share && share >= most)
        {
            aspects.Add(new Aspect
            {
                Code = "gibberish",
                Reason = $"{Percent(share)} of the letters make no words.",
                Outcome = options.GibberishOutcome,
                Score = 0.5,
                Value = Text(share),
            });
        }

        Foreign(text, language, shape, aspects);
        return Aspect.Combine(aspects, evidence.ToImmutable(), "The comment does not look like a text.");
    }

    private void Size(string text, TextShape shape, List<Aspect> aspects)
    {
        if (shape.Letters < options.MinimumLetters)
        {
            aspects.Add(new Aspect
            {
                Code = "too-short",
                Reason = $"{FindingText.FormatCount(shape.Letters, "letter")}; fewer than {options.MinimumLetters} are looked at first.",
                Outcome = ModerationOutcome.Hold,
                Score = 0.1,
                Value = Text(shape.Letters),
            });
        }

        if (options.MaximumLength > 0 && text.Length > options.MaximumLength)
        {
            aspects.Add(new Aspect
            {
                Code = "too-long",
                Reason = $"{FindingText.FormatCount(text.Length, "character")}; more than {options.MaximumLength} are looked at first.",
                Outcome = ModerationOutcome.Hold,
                Score = 0.1,
                Value = Text(text.Length),
            });
        }
    }

    private void Shouting(TextShape shape, List<Aspect> aspects)
    {
        if (options.ShoutingScore is { } score
            && shape.LongWords >= options.ShoutingWords
            && shape.ShoutedWords >= options.ShoutingShare * shape.LongWords)
        {
            aspects.Add(new Aspect
            {
                Code = "all-caps",
                Reason = $"{shape.ShoutedWords} of {FindingText.FormatCount(shape.LongWords, "longer word")} are in capitals only.",
                Outcome = ModerationOutcome.Approve,
                Score = score,
                Value = Text((double)shape.ShoutedWords / shape.LongWords),
            });
        }
    }

    private void Foreign(string text, string language, TextShape shape, List<Aspect> aspects)
    {
        if (options.ForeignShare is not { } most || shape.Letters < FewestLetters
            || (options.LatinIsAtHome && System.Text.Ascii.IsValid(text))
            || Scripts.GetScriptsOfLanguage(language) is not { IsEmpty: false } expected)
        {
            return;
        }

        int letters = 0, foreign = 0;
        foreach (var c in text)
        {
            if (char.IsAscii(c) ? !char.IsAsciiLetter(c) : !char.IsLetter(c))
            {
                continue;
            }

            letters++;
            foreign += Scripts.Of(c) is { } script && !IsAtHome(script, expected) ? 1 : 0;
        }

        if (letters >= FewestLetters && foreign > most * letters)
        {
            var share = (double)foreign / letters;
            aspects.Add(new Aspect
            {
                Code = "wrong-script",
                Reason = $"{Percent(share)} of the letters are of a script that '{language}' is not written in.",
                Outcome = options.ForeignOutcome,
                Score = options.ForeignScore,
                Value = Text(share),
            });
        }
    }

    private bool IsAtHome(string script, ImmutableArray<string> expected)
    {
        if (expected.Contains(script, StringComparer.Ordinal) || (options.LatinIsAtHome && script is "Latin"))
        {
            return true;
        }

        foreach (var other in options.Scripts)
        {
            if (string.Equals(other, script, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static string Text(double number) => Math.Round(number, 3).ToString(CultureInfo.InvariantCulture);

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(share * 100)} %");
}
