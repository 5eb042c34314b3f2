using BlogKit.Moderation.Internal;

namespace BlogKit.Moderation;

/// <summary>
/// Objects to repeated texts, the same word for word or nearly: from the same writer under the same post, in many posts, or like something
/// that is spam already. Immutable and thread-safe.
/// </summary>
/// <remarks>
/// Fingerprints (MinHash in bands) only propose; what is proposed is compared in full, so a chance likeness of fingerprints decides
/// nothing. What its writer withdrew does not count: writing it anew is no repetition.
/// </remarks>
public sealed class DuplicatePolicy(DuplicatePolicyOptions options) : IModerationPolicy
{
    private const int MostCompared = 50;
    private const int MostNamed = 5;

    /// <inheritdoc/>
    public string Name => "duplicates";

    /// <inheritdoc/>
    public string Version { get; } = RuleVersion.Of(
        1,
        options.Enabled,
        options.MinimumWords,
        options.Similarity,
        options.RepeatedOutcome,
        options.KnownSpamOutcome,
        options.ScatteredPosts,
        options.ScatteredOutcome,
        options.CopyScore);

    /// <inheritdoc/>
    public ModerationNeeds Needs => options.Enabled ? ModerationNeeds.Similar : ModerationNeeds.None;

    /// <inheritdoc/>
    public ImmutableArray<long> GetFingerprints(string plainText)
    {
        ArgumentNullException.ThrowIfNull(plainText);
        var shingles = Shingles.Of(plainText);
        return shingles.Words < options.MinimumWords ? [] : MinHash.Of(shingles);
    }

    /// <inheritdoc/>
    public ValueTask<ModerationFinding?> EvaluateAsync(ModerationContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!options.Enabled || context.Facts.Similar.IsDefaultOrEmpty)
        {
            return default;
        }

        var text = Shingles.Of(context.Comment.PlainText);
        return new(text.Words < options.MinimumWords ? null : Judge(context, text));
    }

    private ModerationFinding? Judge(ModerationContext context, Shingles text)
    {
        var copies = new List<Copy>();
        foreach (var candidate in context.Facts.Similar.AsSpan()[..Math.Min(MostCompared, context.Facts.Similar.Length)])
        {
            if (candidate.Status is CommentStatus.Deleted || candidate.Id == context.Comment.Id)
            {
                continue;
            }

            var other = Shingles.Of(candidate.PlainText);
            var isExact = other.Exact == text.Exact && other.Words == text.Words;
            var similarity = isExact ? 1 : text.SimilarityTo(other);
            if (similarity >= options.Similarity)
            {
                copies.Add(new Copy(candidate, similarity, isExact));
            }
        }

        return copies.Count == 0 ? null : Strictest(context, copies);
    }

    private ModerationFinding Strictest(ModerationContext context, List<Copy> copies)
    {
        var strictest = Found(context, copies, "copy", "A comment says the same already.", ModerationOutcome.Approve, options.CopyScore);
        var spam = copies.Where(static c => c.Comment.Status is CommentStatus.Spam).ToList();
        if (spam.Count > 0)
        {
            var isExact = spam.Exists(static c => c.IsExact);
            var outcome = isExact || options.KnownSpamOutcome < ModerationOutcome.Hold ? options.KnownSpamOutcome : ModerationOutcome.Hold;
            Consider(Found(
                context,
                spam,
                "known-spam",
                $"{FindingText.FormatCount(spam.Count, "comment")} that {(spam.Count == 1 ? "is" : "are")} spam "
                    + $"{(isExact ? "says" : "says nearly")} the same.",
                outcome,
                isExact ? 1 : 0.7));
        }

        var posts = copies.Select(static c => c.Comment.PostId).Where(p => p != context.Post.Id).Distinct().Count();
        if (posts >= options.ScatteredPosts)
        {
            Consider(Found(
                context,
                copies,
                "scattered",
                $"The same text is under {FindingText.FormatCount(posts, "other post")} already.",
                options.ScatteredOutcome,
                0.8));
        }

        var own = context.Comment.By.HistoryKey is { } key
            ? copies
                .Where(c => c.Comment.PostId == context.Post.Id && string.Equals(c.Comment.HistoryKey, key, StringComparison.Ordinal))
                .ToList()
            : [];
        if (own.Count > 0)
        {
            Consider(Found(
                context, own, "repeated", "The writer sent the same text under this post before.", options.RepeatedOutcome, 0.5) with
            {
                PublicReason = "You have said this here before.",
            });
        }

        return strictest;

        void Consider(ModerationFinding finding)
        {
            if (finding.Outcome > strictest.Outcome || (finding.Outcome == strictest.Outcome && finding.Score > strictest.Score))
            {
                strictest = finding;
            }
        }
    }

    private static ModerationFinding Found(
        ModerationContext context, List<Copy> copies, string code, string reason, ModerationOutcome outcome, double score) => new()
        {
            Code = code,
            Reason = reason,
            Outcome = outcome,
            Score = score,
            Evidence = [new(EvidenceField.Text, 0, Math.Max(1, context.Comment.PlainText.Length))],
            Details =
        [
            FindingDetail.Of("similarity", copies.Max(static c => c.Similarity), score),
            FindingDetail.Of("copies", copies.Count),
            .. copies
                .OrderByDescending(static c => c.Similarity)
                .Take(MostNamed)
                .Select(static c => new FindingDetail("comment", c.Comment.Id.ToString())),
        ],
        };

    private sealed record Copy(SimilarComment Comment, double Similarity, bool IsExact);
}
