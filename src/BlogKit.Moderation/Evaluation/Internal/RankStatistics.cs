namespace BlogKit.Moderation.Internal;

/// <summary>Statistics of the order of scores.</summary>
internal static class RankStatistics
{
    /// <summary>The area under the ROC curve by ranks; equal scores share their mean rank.</summary>
    public static double Auc(IEnumerable<(double Score, bool IsPositive)> answers)
    {
        var sorted = answers.OrderBy(static a => a.Score).ToArray();
        long positives = sorted.Count(static a => a.IsPositive);
        var negatives = sorted.Length - positives;
        if (positives == 0 || negatives == 0)
        {
            return 0.5;
        }

        var ranks = 0.0;
        for (var start = 0; start < sorted.Length;)
        {
            var (end, tied) = (start, 0);
            for (; end < sorted.Length && sorted[end].Score.Equals(sorted[start].Score); end++)
            {
                tied += sorted[end].IsPositive ? 1 : 0;
            }

            ranks += tied * ((start + 1 + end) / 2.0);
            start = end;
        }

        return (ranks - (positives * (positives + 1) / 2.0)) / ((double)positives * negatives);
    }
}
