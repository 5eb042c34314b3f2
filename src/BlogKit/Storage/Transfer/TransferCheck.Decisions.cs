using BlogKit.Moderation;

namespace BlogKit.Storage;

public static partial class TransferCheck
{
    private static string? FindProblem(ModerationDecision? decision) => decision is null
        ? null
        : Listed(decision.Findings)
            ?? Known(Enum.IsDefined(decision.Outcome) && double.IsFinite(decision.Points))
            ?? Each(decision.Findings, FindProblem);

    private static string? FindProblem(ModerationFinding finding) =>
        Given(finding.Policy, finding.PolicyVersion, finding.Code, finding.Reason)
            ?? Known(Enum.IsDefined(finding.Outcome) && double.IsFinite(finding.Score))
            ?? Listed(finding.Evidence)
            ?? Each(finding.Evidence, static e => Known(Enum.IsDefined(e.Field)))
            ?? Listed(finding.Details)
            ?? Each(finding.Details, static d => Given(d.Name, d.Value) ?? Known(double.IsFinite(d.Weight.GetValueOrDefault())));
}
