namespace BlogKit.Moderation.Internal;

/// <summary>
/// Weighs the three kinds of evidence into the logarithm of the odds. Fitted by a small logistic regression to how the model judges the
/// remembered lessons without themselves, drawn to fixed weights while there are few. A pure function of the samples.
/// </summary>
internal readonly record struct Calibration(double Words, double Letters, double Pushes, double Bias)
{
    private const int Parts = 4;
    private const double Ridge = 4;
    private const double BiasRidge = 0.5;
    private const double Bound = 12;
    private const int Rounds = 20;
    private const int Halvings = 12;

    /// <summary>The weights before anything was learned.</summary>
    public static Calibration Prior { get; } = new(0.4, 0.3, 0.7, 0);

    public double LogOdds(Evidence evidence) => (Words * evidence.Words) + (Letters * evidence.Letters) + (Pushes * evidence.Pushes) + Bias;

    public static double Probability(double logOdds) => 1 / (1 + Math.Exp(-logOdds));

    /// <summary>Fits to samples; none leave the prior.</summary>
    public static Calibration Fit(Sample[] samples)
    {
        Span<double> weights = [Prior.Words, Prior.Letters, Prior.Pushes, Prior.Bias];
        if (samples.Length == 0)
        {
            return Prior;
        }

        Span<double> hessian = stackalloc double[Parts * Parts];
        Span<double> gradient = stackalloc double[Parts];
        Span<double> candidate = stackalloc double[Parts];
        var loss = Loss(samples, weights);
        for (var round = 0; round < Rounds; round++)
        {
            Derive(samples, weights, gradient, hessian);
            Solve(hessian, gradient);
            var (step, improved) = (1.0, false);
            for (var halving = 0; halving < Halvings && !improved; halving++, step /= 2)
            {
                for (var i = 0; i < Parts; i++)
                {
                    var moved = weights[i] - (step * gradient[i]);
                    candidate[i] = i == Parts - 1 ? moved : Math.Max(moved, 0);
                }

                var candidateLoss = Loss(samples, candidate);
                if (candidateLoss < loss - 1e-7)
                {
                    candidate.CopyTo(weights);
                    loss = candidateLoss;
                    improved = true;
                }
            }

            if (!improved)
            {
                break;
            }
        }

        return new Calibration(weights[0], weights[1], weights[2], weights[3]);
    }

    /// <summary>A lesson, judged without itself.</summary>
    public readonly record struct Sample(double Words, double Letters, double Pushes, bool IsSpam, double Weight)
    {
        public Sample(Evidence evidence, bool isSpam, double weight)
            : this(Bounded(evidence.Words), Bounded(evidence.Letters), Bounded(evidence.Pushes), isSpam, weight)
        {
        }

        public double Dot(ReadOnlySpan<double> weights) =>
            (Words * weights[0]) + (Letters * weights[1]) + (Pushes * weights[2]) + weights[3];

        private static double Bounded(double value) => Math.Clamp(value, -Bound, Bound);
    }

    private static double PriorOf(int index) => index switch { 0 => Prior.Words, 1 => Prior.Letters, 2 => Prior.Pushes, _ => Prior.Bias };

    private static double RidgeOf(int index) => index == Parts - 1 ? BiasRidge : Ridge;

    private static double Loss(Sample[] samples, ReadOnlySpan<double> weights)
    {
        var loss = 0.0;
        for (var i = 0; i < Parts; i++)
        {
            var distance = weights[i] - PriorOf(i);
            loss += RidgeOf(i) / 2 * distance * distance;
        }

        foreach (var sample in samples)
        {
            var margin = sample.Dot(weights) * (sample.IsSpam ? 1 : -1);
            loss += sample.Weight * (margin > 0 ? Math.Log(1 + Math.Exp(-margin)) : Math.Log(1 + Math.Exp(margin)) - margin);
        }

        return loss;
    }

    private static void Derive(Sample[] samples, ReadOnlySpan<double> weights, Span<double> gradient, Span<double> hessian)
    {
        hessian.Clear();
        for (var i = 0; i < Parts; i++)
        {
            gradient[i] = RidgeOf(i) * (weights[i] - PriorOf(i));
            hessian[(i * Parts) + i] = RidgeOf(i);
        }

        Span<double> values = [0, 0, 0, 1];
        foreach (var sample in samples)
        {
            (values[0], values[1], values[2]) = (sample.Words, sample.Letters, sample.Pushes);
            var probability = Probability(sample.Dot(weights));
            var error = sample.Weight * (probability - (sample.IsSpam ? 1 : 0));
            var curvature = (sample.Weight * probability * (1 - probability)) + 1e-9;
            for (var i = 0; i < Parts; i++)
            {
                gradient[i] += error * values[i];
                for (var k = 0; k < Parts; k++)
                {
                    hessian[(i * Parts) + k] += curvature * values[i] * values[k];
                }
            }
        }
    }

    /// <summary>Gauss without pivots: the matrix is positive definite. The solution takes the place of the right side.</summary>
    private static void Solve(Span<double> matrix, Span<double> right)
    {
        for (var i = 0; i < Parts; i++)
        {
            for (var k = i + 1; k < Parts; k++)
            {
                var factor = matrix[(k * Parts) + i] / matrix[(i * Parts) + i];
                for (var m = i; m < Parts; m++)
                {
                    matrix[(k * Parts) + m] -= factor * matrix[(i * Parts) + m];
                }

                right[k] -= factor * right[i];
            }
        }

        for (var i = Parts - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < Parts; k++)
            {
                right[i] -= matrix[(i * Parts) + k] * right[k];
            }

            right[i] /= matrix[(i * Parts) + i];
        }
    }
}
