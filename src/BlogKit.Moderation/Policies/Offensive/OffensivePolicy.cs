using System.Buffers;
using System.Globalization;
using System.Text;
using BlogKit.Moderation.Internal;

namespace BlogKit.Moderation;

/// <summary>
/// Objects to offensive language: rough words, insults, slurs, hatred against groups, threats, incitement to self-harm, however they are
/// disguised; tells what is aimed at somebody from what is not, and what is quoted or reported from what is meant. Reads the name of the
/// one who is answered, and the names in the conversation when another policy needs them. Thread-safe.
/// </summary>
public sealed class OffensivePolicy : IModerationPolicy
{
    private const int MostEvidence = 20;
    private const double Certain = 0.5;
    private const double JustBelow = 0.45;
    private const double EachMore = 0.02;
    private const int ShortestName = 3;
    private const int LongestPlainName = 64;

    private static readonly SearchValues<char> s_plain = SearchValues.Create(
        " 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private readonly OffensivePolicyOptions _options;
    private readonly OffensiveLexicons _lexicons;
    private readonly string[] _languages;

    /// <summary>Creates the policy and reads the lists the options name.</summary>
    /// <exception cref="FormatException">A list or an entry cannot be read; the message says which and why.</exception>
    /// <exception cref="IOException">A list cannot be opened.</exception>
    public OffensivePolicy(OffensivePolicyOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _languages = [.. options.Languages];
        _lexicons = new OffensiveLexicons(options);
    }

    /// <inheritdoc/>
    public string Name => "offensive";

    /// <inheritdoc/>
    public string Version => "1";

    /// <inheritdoc/>
    public ValueTask<ModerationFinding?> EvaluateAsync(ModerationContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!_options.Enabled || context.Comment.PlainText.Length == 0)
        {
            return default;
        }

        var text = context.Comment.PlainText.Length <= _options.LongestText
            ? context.Text
            : MatchText.Of(context.Comment.PlainText[.._options.LongestText]);
        var people = PeopleOf(context, text.Folded);
        var lexicons = LexiconsOf(context.Post.Language);
        var matches = lexicons.Count == 1
            ? OffensiveScan.Of(lexicons[0], text, people, context.Parent is not null)
            : [.. lexicons.SelectMany(l => OffensiveScan.Of(l, text, people, context.Parent is not null))];
        return new(matches.IsEmpty ? null : FindingOf(matches, text, context.Post.Comments.Sensitivity));
    }

    private static double Weight(OffensiveMatch match) => match.IsMention
        ? match.Severity >= OffensiveSeverity.Slur ? 0.25 : 0.1
        : match.Severity switch
        {
            OffensiveSeverity.Mild => match.IsTargeted ? 0.5 : 0.1,
            OffensiveSeverity.Strong => match.IsTargeted ? 0.65 : 0.2,
            OffensiveSeverity.Distress => 0.55,
            OffensiveSeverity.Abuse => 0.65,
            OffensiveSeverity.Slur => 0.7,
            OffensiveSeverity.Hatred => 0.85,
            OffensiveSeverity.Threat => 0.9,
            OffensiveSeverity.Incitement => 0.95,
            _ => 0,
        };

    /// <summary>From which score on a comment is objected to.</summary>
    private static double Threshold(ModerationSensitivity sensitivity) => sensitivity switch
    {
        ModerationSensitivity.Low => 0.6,
        ModerationSensitivity.High => 0.2,
        _ => Certain,
    };

    private List<OffensiveLexicon> LexiconsOf(string language)
    {
        var lexicons = new List<OffensiveLexicon>(2);
        foreach (var tag in (ReadOnlySpan<string>)[language, .. _languages])
        {
            if (_lexicons.Find(tag) is { } lexicon && !lexicons.Contains(lexicon))
            {
                lexicons.Add(lexicon);
            }
        }

        return lexicons;
    }

    // Only names that the text has, wherever in it: a conversation has dozens, and most texts none of them.
    private static HashSet<string> PeopleOf(ModerationContext context, string foldedText)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        AddName(names, context.Parent?.Name, foldedText);
        foreach (var comment in context.Facts.Conversation)
        {
            AddName(names, comment.Name, foldedText);
        }

        return names;
    }

    private static void AddName(HashSet<string> names, string? name, string foldedText)
    {
        if (string.IsNullOrEmpty(name))
        {
            return;
        }

        if (name.Length > LongestPlainName || name.AsSpan().ContainsAnyExcept(s_plain))
        {
            var text = MatchText.Of(name);
            foreach (var word in text.Words)
            {
                AddWord(names, text.GetSpan(word), foldedText);
            }

            return;
        }

        // Most names have nothing to fold but capitals.
        Span<char> lower = stackalloc char[LongestPlainName];
        _ = Ascii.ToLower(name, lower, out var length);
        foreach (var word in ((ReadOnlySpan<char>)lower[..length]).Split(' '))
        {
            AddWord(names, lower[word], foldedText);
        }
    }

    private static void AddWord(HashSet<string> names, ReadOnlySpan<char> word, string foldedText)
    {
        if (word.Length >= ShortestName && foldedText.AsSpan().IndexOf(word, StringComparison.Ordinal) >= 0)
        {
            names.Add(word.ToString());
        }
    }

    private ModerationOutcome OutcomeOf(OffensiveMatch match) => match switch
    {
        { IsMention: true } => ModerationOutcome.Approve,
        { Severity: OffensiveSeverity.Mild, IsTargeted: true } => _options.MildTargeted,
        { Severity: OffensiveSeverity.Strong, IsTargeted: true } or { Severity: OffensiveSeverity.Abuse } => _options.StrongTargeted,
        { Severity: OffensiveSeverity.Distress } => _options.SelfHarm,
        { Severity: OffensiveSeverity.Slur } => _options.Slur,
        { Severity: OffensiveSeverity.Hatred } => _options.Hatred,
        { Severity: OffensiveSeverity.Threat or OffensiveSeverity.Incitement } => _options.Threat,
        _ => _options.Untargeted,
    };

    private ModerationFinding FindingOf(ImmutableArray<OffensiveMatch> matches, MatchText text, ModerationSensitivity sensitivity)
    {
        var ranked = matches.Sort((a, b) =>
            ScoreOf(b).CompareTo(ScoreOf(a)) is not 0 and var byScore ? byScore
            : b.Severity.CompareTo(a.Severity) is not 0 and var bySeverity ? bySeverity
            : a.Start.CompareTo(b.Start));
        var kept = WithoutInner(ranked);
        var top = kept[0];
        var best = ScoreOf(top);
        var more = Math.Min(best + (EachMore * (kept.Count - 1)), best >= Certain ? 1 : JustBelow);
        var score = Math.Round(more, 4);
        var asked = score >= Threshold(sensitivity) ? kept.Max(OutcomeOf) : ModerationOutcome.Approve;
        if (sensitivity is ModerationSensitivity.High && score >= Threshold(sensitivity) && !top.IsMention)
        {
            asked = (ModerationOutcome)Math.Max((int)asked, (int)ModerationOutcome.Hold);
        }

        return new ModerationFinding
        {
            Code = CodeOf(top),
            Reason = ReasonOf(kept),
            PublicReason = asked is ModerationOutcome.Approve ? null : PublicReasonOf(top),
            Outcome = asked,
            Score = score,
            Evidence = [.. kept
                .Take(MostEvidence)
                .OrderBy(static m => m.Start)
                .Select(m => text.CreateEvidence(EvidenceField.Text, m.Start, m.Length, m.Entry))],
            Details = [.. kept.Take(MostEvidence).Select(m => new FindingDetail("match", Describe(m), ScoreOf(m)))],
        };
    }

    /// <summary>A match weighs at least enough to hold when its outcome says so, and less when it does not.</summary>
    private double ScoreOf(OffensiveMatch match)
    {
        var weight = Weight(match);
        return OutcomeOf(match) > ModerationOutcome.Approve ? Math.Max(weight, Certain) : Math.Min(weight, JustBelow);
    }

    private static List<OffensiveMatch> WithoutInner(ImmutableArray<OffensiveMatch> ranked)
    {
        var kept = new List<OffensiveMatch>();
        foreach (var match in ranked)
        {
            if (!kept.Exists(k => k.Start <= match.Start && k.Start + k.Length >= match.Start + match.Length))
            {
                kept.Add(match);
            }
        }

        return kept;
    }

    private static string CodeOf(OffensiveMatch match) => match.Severity switch
    {
        OffensiveSeverity.Incitement => "self-harm-incitement",
        OffensiveSeverity.Distress => "self-harm",
        OffensiveSeverity.Threat => "threat",
        OffensiveSeverity.Hatred => "hatred",
        OffensiveSeverity.Slur => "slur",
        OffensiveSeverity.Abuse => "abuse",
        _ => match.IsTargeted ? "abuse" : "profanity",
    };

    private static string NameOf(OffensiveMatch match) => match.Severity switch
    {
        OffensiveSeverity.Incitement => "incitement to self-harm",
        OffensiveSeverity.Distress => "words of self-harm about the writer",
        OffensiveSeverity.Threat => "threat against a person",
        OffensiveSeverity.Hatred => "hatred against a group",
        OffensiveSeverity.Slur => "slur",
        OffensiveSeverity.Abuse => "abuse of a person",
        OffensiveSeverity.Strong => match.IsTargeted ? "strong language aimed at a person" : "strong language aimed at nobody",
        _ => match.IsTargeted ? "mild insult of a person" : "mild language aimed at nobody",
    };

    private static string ReasonOf(List<OffensiveMatch> matches)
    {
        var parts = matches
            .GroupBy(static m => (Name: NameOf(m), m.IsMention))
            .Select(static g => string.Create(
                CultureInfo.InvariantCulture,
                $"{g.Key.Name}{(g.Key.IsMention ? ", quoted or talked about" : string.Empty)} ({g.Count()})"));
        return $"Offensive language: {string.Join("; ", parts)}.";
    }

    private static string PublicReasonOf(OffensiveMatch match) => match.Severity switch
    {
        OffensiveSeverity.Distress =>
            "Somebody will read your comment before it is shown. If you are not safe right now, please talk to somebody you trust or to a "
                + "crisis line near you; you do not have to be alone with this.",
        OffensiveSeverity.Hatred or OffensiveSeverity.Slur =>
            "A person looks at the comment first, because it may degrade a group of people.",
        OffensiveSeverity.Threat or OffensiveSeverity.Incitement =>
            "A person looks at the comment first, because it may threaten somebody.",
        _ => "A person looks at the comment first, because of its language.",
    };

    private static string Describe(OffensiveMatch match) => string.Create(
        CultureInfo.InvariantCulture,
        $"{match.Entry} | {(match.Severity is OffensiveSeverity.Distress ? "self-harm" : match.Severity.ToString().ToLowerInvariant())}"
        + $"{(match.IsTargeted ? " | targeted" : string.Empty)}{(match.IsMention ? " | quoted" : string.Empty)}");
}
