using System.Text.Json;

namespace BlogKit.Internal;

/// <summary>Reads the answer of a model. Whatever is not exactly what was asked for is no answer.</summary>
internal static class AIVerdictReader
{
    public const string OffTopic = "off-topic";
    public const string Drifting = "drifting";
    public const string NoAbuse = "none";

    private const int MaximumLength = 2_000;

    public static ImmutableArray<string> Relations { get; } = ["on-topic", Drifting, OffTopic, "unclear"];

    public static ImmutableArray<string> Categories { get; } =
        [NoAbuse, "insult", "harassment", "hate", "threat", "sexual", "private-information", "self-harm", "other"];

    /// <summary>The verdict; null when the text is not an answer to this call.</summary>
    public static AIVerdict? Read(string text, string nonce, bool asksTopic, bool asksAbuse, string model)
    {
        if (text.Length > MaximumLength || Parse(text) is not { } answer || !string.Equals(answer.Nonce, nonce, StringComparison.Ordinal))
        {
            return null;
        }

        if (asksTopic != answer.Topic is not null || asksAbuse != answer.Abuse is not null)
        {
            return null;
        }

        var fits = answer.Topic is not { } topic
            || (Relations.Contains(topic.Relation, StringComparer.Ordinal) && topic.Confidence is >= 0 and <= 1);
        fits &= answer.Abuse is not { } abuse
            || (Categories.Contains(abuse.Category, StringComparer.Ordinal) && abuse.Severity is >= 0 and <= 1);
        return fits
            ? new AIVerdict(
                answer.Topic?.Relation,
                answer.Topic?.Confidence ?? 0,
                answer.Abuse?.Category,
                answer.Abuse?.Severity ?? 0,
                answer.Manipulation,
                model)
            : null;
    }

    private static AIAnswer? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, AIJsonContext.Default.AIAnswer);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
