using System.Globalization;
using BlogKit.Moderation;

namespace BlogKit.Internal;

/// <summary>What policies that ask models have in common.</summary>
internal static class AIFindings
{
    /// <summary>The finding when there is no verdict.</summary>
    public static ModerationFinding Failed(AIFault fault, AIModerationOptions options)
    {
        var (code, reason) = fault switch
        {
            AIFault.Timeout => ("ai-timeout", string.Create(
                CultureInfo.InvariantCulture, $"The model did not answer within {options.Timeout.TotalSeconds:0.##} seconds.")),
            AIFault.Busy => ("ai-busy", "Too many comments were being judged at the same moment."),
            AIFault.Refused => ("ai-refused", "The model declined to judge the comment."),
            AIFault.InvalidAnswer => ("ai-invalid-answer", "The model's answer was not in the form that was asked for."),
            AIFault.BudgetExhausted => ("ai-budget", "The budget for asking models is used up."),
            _ => ("ai-unavailable", "The model could not be asked."),
        };
        var outcome = fault is not AIFault.BudgetExhausted ? options.OnFailure
            : options.OnBudgetExhausted is AIBudgetAction.Skip ? ModerationOutcome.Approve
            : ModerationOutcome.Hold;
        return new ModerationFinding
        {
            Code = code,
            Reason = outcome is ModerationOutcome.Hold ? reason + " A person has to decide." : reason,
            Outcome = outcome,
        };
    }

    /// <summary>From what on a policy objects, moved by how sensitive the place is.</summary>
    public static double Threshold(double threshold, ModerationSensitivity sensitivity) => Math.Round(
        sensitivity switch
        {
            ModerationSensitivity.Low => Math.Min(1, threshold + 0.2),
            ModerationSensitivity.High => Math.Max(0.1, threshold - 0.2),
            _ => threshold,
        },
        9);

    public static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    public static FindingDetail Detail(string name, double value) => new(name, Number(value), value);

    public static ModerationFinding Manipulation(AIVerdict verdict) => new()
    {
        Code = "ai-manipulation",
        Reason = "The model says that the comment tries to tell it how to judge. A person has to decide.",
        Outcome = ModerationOutcome.Hold,
        Score = 0.5,
        Details = [new FindingDetail("model", verdict.Model)],
    };
}
