using BlogKit.Moderation.Internal;

namespace BlogKit.Moderation;

/// <summary>
/// Takes the learning filter into an evaluation: each part is judged by a filter that has learned from the training cases, one pass, in
/// their order.
/// </summary>
/// <param name="options">How the filter judges. What concerns logs and stores plays no part.</param>
public sealed class LearningPolicyTrainer(LearningPolicyOptions options) : ITrainablePolicy
{
    /// <inheritdoc/>
    public string Name => SpamFilter.PolicyName;

    /// <inheritdoc/>
    public IModerationPolicy Train(IReadOnlyList<LabelledCase> cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        var model = StarterLessons.NewModel(options.Shape);
        var workspace = new FeatureWorkspace(options.LongestText);
        foreach (var labelled in cases)
        {
            model.Learn(
                workspace.Read(labelled.Text, model.Shape.Bits),
                new Lesson(Guid.Empty, new LessonLabel(labelled.IsPositive, IsHalf: false)));
        }

        return new Trained(new SpamFilter(options, options.Shape, tellsAll: true), new ModelLease(model));
    }

    private sealed class Trained(SpamFilter filter, ModelLease model) : IModerationPolicy
    {
        public string Name => SpamFilter.PolicyName;

        public string Version => SpamFilter.PolicyVersion;

        public PolicyCost Cost => PolicyCost.Model;

        public ValueTask<ModerationFinding?> EvaluateAsync(ModerationContext context, CancellationToken cancellationToken) =>
            new(filter.Judge(JudgedText.Of(context.Comment), model, prior: null));
    }
}
