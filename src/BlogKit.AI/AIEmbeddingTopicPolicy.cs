using System.Globalization;
using BlogKit.Internal;
using BlogKit.Moderation;

namespace BlogKit;

/// <summary>
/// Compares the embedding of a comment with those of the post, of the comment it answers and of the newest comments, by cosine.
/// A comment unlike all of them stands out. Cost: one call for texts not seen before. Safe for concurrent use.
/// </summary>
public sealed class AIEmbeddingTopicPolicy : IModerationPolicy
{
    private const int PieceLength = 2_000;
    private const int MaximumPieces = 4;

    private readonly AIEmbedder? _embedder;
    private readonly AIModerationOptions _options;

    internal AIEmbeddingTopicPolicy(AIEmbedder? embedder, AIModerationOptions options)
    {
        _embedder = options.EmbeddingTopic.Enabled ? embedder : null;
        _options = options;
        var own = options.EmbeddingTopic;
        Version = _embedder is null
            ? "off"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"1/{_embedder.Model}/{own.MinimumSimilarity}/{own.MinimumLength}/{own.ConversationSize}/{own.Outcome}/"
                + $"{options.OnFailure}/{options.OnBudgetExhausted}");
    }

    /// <inheritdoc/>
    public string Name => "ai-embedding-topic";

    /// <summary>Names the model and what it asks for when; <c>off</c> when it is not enabled.</summary>
    public string Version { get; }

    /// <inheritdoc/>
    public PolicyCost Cost => PolicyCost.Outside;

    /// <inheritdoc/>
    public ModerationNeeds Needs => _embedder is null ? ModerationNeeds.None : ModerationNeeds.PostText | ModerationNeeds.Conversation;

    /// <inheritdoc/>
    public async ValueTask<ModerationFinding?> EvaluateAsync(ModerationContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (_embedder is null)
        {
            return null;
        }

        var comment = AIText.Prepare(context.Comment.PlainText, _options.MaximumCommentLength, out _);
        var references = References(context);
        if (comment.Length < _options.EmbeddingTopic.MinimumLength || references.IsEmpty)
        {
            return null;
        }

        var result = await _embedder.EmbedAsync([comment, .. references], cancellationToken).ConfigureAwait(false);
        if (result.Value is not { } vectors)
        {
            return AIFindings.Failed(result.Fault, _options);
        }

        var similarity = vectors[1..].Max(reference => Cosine(vectors[0], reference));
        var least = _options.EmbeddingTopic.MinimumSimilarity;
        return similarity >= least ? null : new ModerationFinding
        {
            Code = "ai-unlike-discussion",
            Reason = $"The comment is like neither the post nor the conversation (similarity {AIFindings.Number(similarity)}, "
                + $"at least {AIFindings.Number(least)} was expected).",
            PublicReason = _options.EmbeddingTopic.Outcome is ModerationOutcome.Approve
                ? null
                : "The comment does not seem to be about the post.",
            Outcome = _options.EmbeddingTopic.Outcome,
            Score = Math.Clamp(least - similarity, 0, 1),
            Details = [AIFindings.Detail("similarity", similarity), new FindingDetail("model", _embedder.Model)],
        };
    }

    // Vectors have length 1.
    private static double Cosine(float[] left, float[] right)
    {
        var sum = 0.0;
        for (var i = 0; i < left.Length; i++)
        {
            sum += (double)left[i] * right[i];
        }

        return Math.Clamp(sum, -1, 1);
    }

    private static IEnumerable<string> Pieces(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var length = Math.Min(PieceLength, text.Length - start);
            length -= start + length < text.Length && char.IsHighSurrogate(text[start + length - 1]) ? 1 : 0;
            yield return text.Substring(start, length);
            start += length;
        }
    }

    private ImmutableArray<string> References(ModerationContext context)
    {
        var references = ImmutableArray.CreateBuilder<string>();
        if (context.Facts.Post is { } post)
        {
            var text = AIText.Prepare($"{post.Title}\n{post.Text}", PieceLength * MaximumPieces, out _);
            references.AddRange(Pieces(text));
        }

        if (context.Parent is { } parent)
        {
            references.Add(AIText.Prepare(parent.PlainText, _options.MaximumContextLength, out _));
        }

        foreach (var other in context.Facts.Conversation.Take(_options.EmbeddingTopic.ConversationSize))
        {
            references.Add(AIText.Prepare(other.PlainText, _options.MaximumContextLength, out _));
        }

        return [.. references.Where(static text => text.Length > 0).Distinct(StringComparer.Ordinal)];
    }
}
