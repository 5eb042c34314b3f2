namespace BlogKit.Moderation;

/// <summary>
/// Judges comments under old posts more strictly. A post's age is that at the moment the comment was written or edited, so that judging
/// again later comes to the same. Immutable and thread-safe.
/// </summary>
public sealed class OldPostPolicy(OldPostPolicyOptions options) : IModerationPolicy
{
    /// <inheritdoc/>
    public string Name => "old-post";

    /// <inheritdoc/>
    public string Version { get; } = RuleVersion.Of(1, options.Enabled, options.Age, options.Rule, options.Outcome, options.Score);

    /// <inheritdoc/>
    public ValueTask<ModerationFinding?> EvaluateAsync(ModerationContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!options.Enabled || context.Post.PublishedAt is not { } publishedAt)
        {
            return default;
        }

        var age = (context.Comment.EditedAt ?? context.Comment.CreatedAt) - publishedAt;
        return new(age > options.Age && Applies(context) ? Found(age) : null);
    }

    private bool Applies(ModerationContext context)
    {
        var hasLinks = !context.Links.IsDefaultOrEmpty;
        var others = context.History.Approved - (context.IsEdit && context.Comment.Status is CommentStatus.Approved ? 1 : 0);
        return options.Rule switch
        {
            OldPostRule.Every => true,
            OldPostRule.Links => hasLinks,
            OldPostRule.Newcomers => others <= 0,
            _ => hasLinks || others <= 0,
        };
    }

    private ModerationFinding Found(TimeSpan age) => new()
    {
        Code = "old-post",
        Reason = $"The post was published {FindingText.FormatCount((long)age.TotalDays, "day")} before; {Which} under posts older than "
            + $"{FindingText.FormatSpan(options.Age)} {(options.Outcome is ModerationOutcome.Approve ? "count." : "are looked at first.")}",
        Outcome = options.Outcome,
        Score = options.Score,
        Details = [FindingDetail.Of("age-days", (long)age.TotalDays, options.Score)],
    };

    private string Which => options.Rule switch
    {
        OldPostRule.Every => "all comments",
        OldPostRule.Links => "comments with links",
        OldPostRule.Newcomers => "comments of newcomers",
        _ => "comments with links or of newcomers",
    };
}
