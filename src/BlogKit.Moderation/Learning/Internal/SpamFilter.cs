using System.Collections.Concurrent;
using System.Globalization;

namespace BlogKit.Moderation.Internal;

/// <summary>
/// Judges texts by a model and says why. What is more likely harmless gets no finding, unless it tells all; only what does is named.
/// Safe for concurrent use; texts are read outside the lock.
/// </summary>
internal sealed class SpamFilter(LearningPolicyOptions options, ModelShape shape, bool tellsAll = false)
{
    public const string PolicyName = "learning";
    public const string PolicyVersion = "1";

    // A prior model has as much to say as this many lessons of either kind.
    private const double PriorLessons = 50;

    private readonly ConcurrentBag<FeatureWorkspace> _workspaces = [];

    /// <summary>
    /// What a model, and perhaps a prior one, say about a text; null while they know too little, and when they have no objection.
    /// </summary>
    public ModerationFinding? Judge(string text, ModelLease own, ModelLease? prior)
    {
        if (!_workspaces.TryTake(out var workspace))
        {
            workspace = new FeatureWorkspace(shape.LongestText);
        }

        workspace.Read(text, shape.Bits);
        var (logOdds, bias, lessons, weight) = Weigh(workspace, own, prior, []);
        ModerationFinding? finding = null;
        if (lessons >= options.MinimumLessons && (tellsAll || logOdds >= 0))
        {
            var named = options.ExplainedFeatures > 0 ? workspace.Name(text, shape.Bits) : null;
            var shares = new double[named is null ? 0 : workspace.Count];
            if (named is not null)
            {
                (logOdds, bias, _, _) = Weigh(workspace, own, weight > 0 ? prior : null, shares);
            }

            finding = Finding(workspace, named, shares, logOdds, bias);
        }

        _workspaces.Add(workspace);
        return finding;
    }

    /// <summary>The logarithm of the odds with its parts. The weight is the prior model's; 0 when it has nothing to say.</summary>
    private (double LogOdds, double Bias, int Lessons, double Weight) Weigh(
        FeatureWorkspace workspace, ModelLease own, ModelLease? prior, double[] shares)
    {
        var (logOdds, bias, lessons) = Weigh(own, workspace, shares);
        if (prior is null)
        {
            return (logOdds, bias, lessons, 0);
        }

        var priorShares = new double[shares.Length];
        var (priorLogOdds, priorBias, priorLessons) = Weigh(prior, workspace, priorShares);
        if (priorLessons < options.MinimumLessons)
        {
            return (logOdds, bias, lessons, 0);
        }

        var weight = PriorLessons / (PriorLessons + lessons);
        for (var i = 0; i < shares.Length; i++)
        {
            shares[i] = Blend(shares[i], priorShares[i], weight);
        }

        return (Blend(logOdds, priorLogOdds, weight), Blend(bias, priorBias, weight), Math.Max(lessons, priorLessons), weight);
    }

    private static (double LogOdds, double Bias, int Lessons) Weigh(ModelLease lease, FeatureWorkspace workspace, Span<double> shares)
    {
        lock (lease.Sync)
        {
            var model = lease.Model;
            return (model.LogOdds(workspace.Cells, shares), model.Calibration.Bias, Math.Min(model.SpamLessons, model.HamLessons));
        }
    }

    private static double Blend(double own, double prior, double weight) => (own * (1 - weight)) + (prior * weight);

    private ModerationFinding Finding(FeatureWorkspace workspace, List<NamedCell>? named, double[] shares, double logOdds, double bias)
    {
        var probability = Calibration.Probability(logOdds);
        var outcome = probability >= options.SpamAt ? ModerationOutcome.Spam
            : probability >= options.HoldAt ? ModerationOutcome.Hold
            : ModerationOutcome.Approve;
        var percent = (probability * 100).ToString(probability is > 0.999 or < 0.001 ? "0.00" : "0.#", CultureInfo.InvariantCulture);
        var limit = outcome is ModerationOutcome.Spam ? options.SpamAt : options.HoldAt;
        return new ModerationFinding
        {
            Code = outcome is ModerationOutcome.Approve ? "learned-harmless" : "learned-spam",
            Reason = outcome is ModerationOutcome.Approve
                ? $"By what moderators decided before, this is spam with a probability of {percent} %."
                : $"By what moderators decided before, this is spam with a probability of {percent} %; "
                    + $"the limit is {limit.ToString("0.##%", CultureInfo.InvariantCulture)}.",
            PublicReason = outcome is ModerationOutcome.Approve ? null : "It resembles comments that were not wanted here.",
            Outcome = outcome,
            Score = Math.Round(probability, 6),
            Details = named is null ? [] : Details(workspace, named, shares, bias),
        };
    }

    /// <summary>
    /// The weightiest features, what the others come to together, and the bias: their weights add up to the logarithm of the odds.
    /// </summary>
    private ImmutableArray<FindingDetail> Details(FeatureWorkspace workspace, List<NamedCell> named, double[] shares, double bias)
    {
        var shown = Weightiest(shares, options.ExplainedFeatures);
        var details = ImmutableArray.CreateBuilder<FindingDetail>(shown.Count + 2);
        foreach (var index in shown)
        {
            var (name, value) = named[index].Describe(workspace.Text);
            details.Add(new FindingDetail(name, value, shares[index]));
        }

        var others = shares.Length - shown.Count;
        details.Add(
            new FindingDetail("other-features", others.ToString(CultureInfo.InvariantCulture), shares.Sum() - shown.Sum(i => shares[i])));
        details.Add(new FindingDetail("bias", "", bias));
        return details.MoveToImmutable();
    }

    private static List<int> Weightiest(double[] shares, int count)
    {
        var shown = new List<int>(count + 1);
        for (var i = 0; i < shares.Length; i++)
        {
            var weight = Math.Abs(shares[i]);
            if (weight > 0 && (shown.Count < count || weight > Math.Abs(shares[shown[^1]])))
            {
                var place = shown.FindIndex(k => Math.Abs(shares[k]) < weight);
                shown.Insert(place < 0 ? shown.Count : place, i);
                if (shown.Count > count)
                {
                    shown.RemoveAt(count);
                }
            }
        }

        return shown;
    }
}
