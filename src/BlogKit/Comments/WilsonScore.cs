namespace BlogKit;

/// <summary>Rates how good a comment is likely to be, by few or many votes.</summary>
public static class WilsonScore
{
    private const double Z = 1.959963984540054;

    /// <summary>
    /// Returns the lower bound of the 95 % score interval of the share of votes in favour (E. B. Wilson, JASA 22, 1927): 0 without votes,
    /// below 1 always.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A number of votes is negative.</exception>
    public static double ComputeLowerBound(int upVotes, int downVotes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(upVotes);
        ArgumentOutOfRangeException.ThrowIfNegative(downVotes);
        var n = (double)upVotes + downVotes;
        if (upVotes == 0)
        {
            // The formula gives 0 too, except for rounding: comments without votes for them must have exactly the same score.
            return 0;
        }

        var share = upVotes / n;
        var centre = share + (Z * Z / (2 * n));
        var margin = Z * Math.Sqrt(((share * (1 - share)) + (Z * Z / (4 * n))) / n);
        return Math.Max(0, (centre - margin) / (1 + (Z * Z / n)));
    }
}
