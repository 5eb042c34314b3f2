using BlogKit.Moderation.Internal;

namespace BlogKit.Moderation;

/// <summary>
/// Measures <see cref="OffTopicPolicy"/>: texts that belong under their context teach it words and posts, those that do not only that the
/// post exists. Compared with the plain cosine of TF-IDF vectors of the text and its context. Safe for concurrent use.
/// </summary>
/// <param name="options">How the trained policies judge.</param>
public sealed class OffTopicPolicyTrainer(OffTopicPolicyOptions options) : ITrainablePolicy
{
    /// <inheritdoc/>
    public string Name => "off-topic";

    /// <summary>
    /// Whether every case gets a finding whose score is its distance, so that near ones can be ranked, too. False = findings and scores as
    /// in the application, which is what combining with other policies needs. Default true.
    /// </summary>
    public bool ScoresEverything { get; init; } = true;

    /// <inheritdoc/>
    public string BaselineName => "TF-IDF cosine to the context";

    /// <inheritdoc/>
    public IModerationPolicy Train(IReadOnlyList<LabelledCase> cases)
    {
        var builder = new TopicModel.Builder(TopicText.For("en"));
        foreach (var labelled in cases)
        {
            if (labelled.Context is not { } context)
            {
                continue;
            }

            if (labelled.IsPositive)
            {
                builder.Add(PostOf(context));
            }
            else
            {
                builder.Add(PostOf(context), labelled.Text);
            }
        }

        return new OffTopicPolicy(options, builder.Build(), tellsAll: ScoresEverything);
    }

    /// <inheritdoc/>
    public Func<LabelledCase, double> TrainBaseline(IReadOnlyList<LabelledCase> cases)
    {
        var plain = new PlainCosine([
            .. cases.Select(static c => c.Text),
            .. cases.Select(static c => c.Context).OfType<string>().Distinct(StringComparer.Ordinal),
        ]);
        return labelled => 1 - plain.Of(labelled.Text, labelled.Context ?? "");
    }

    private static PostText PostOf(string context)
    {
        var trimmed = context.AsSpan().Trim();
        var end = trimmed.IndexOfAny('\r', '\n');
        return new PostText((end < 0 ? trimmed : trimmed[..end]).Trim().ToString(), context, [], 1);
    }
}
