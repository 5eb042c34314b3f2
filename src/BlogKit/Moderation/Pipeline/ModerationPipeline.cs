using System.Collections.Immutable;
using BlogKit.Internal;
using Microsoft.Extensions.Logging;

namespace BlogKit;

/// <summary>
/// Asks every policy and combines what they find: the strictest outcome wins, every finding is kept.
/// Authors' and moderators' own comments pass without being judged. Safe for concurrent use.
/// </summary>
public sealed class ModerationPipeline
{
    private const string PipelineName = "pipeline";
    private const string PipelineVersion = "1";

    private readonly IModerationPolicy[] _policies;
    private readonly TimeProvider _clock;
    private readonly ILogger<ModerationPipeline> _logger;

    /// <summary>Creates the pipeline over the policies, in the order they are asked.</summary>
    public ModerationPipeline(IEnumerable<IModerationPolicy> policies, TimeProvider clock, ILogger<ModerationPipeline> logger)
    {
        _policies = [.. policies];
        _clock = clock;
        _logger = logger;
    }

    /// <summary>
    /// Decides about a comment. A policy that throws does not decide: the comment is held, with the fault as a finding.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async ValueTask<ModerationDecision> DecideAsync(ModerationContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Actor.In(context.Post.BlogId).CanModerate || context.Comment.By.Kind is CommenterKind.Author)
        {
            return new ModerationDecision(ModerationOutcome.Approve, [Trusted], _clock.GetUtcNow());
        }

        var findings = ImmutableArray.CreateBuilder<ModerationFinding>();
        var outcome = ModerationOutcome.Approve;
        foreach (var policy in _policies)
        {
            if (await AskAsync(policy, context, cancellationToken).ConfigureAwait(false) is { } finding)
            {
                findings.Add(finding);
                outcome = finding.Outcome > outcome ? finding.Outcome : outcome;
            }
        }

        return new ModerationDecision(outcome, findings.ToImmutable(), _clock.GetUtcNow());
    }

    private static ModerationFinding Trusted { get; } = new()
    {
        Policy = PipelineName,
        PolicyVersion = PipelineVersion,
        Code = "trusted-writer",
        Reason = "Written by an author or a moderator.",
        Outcome = ModerationOutcome.Approve,
    };

    private async ValueTask<ModerationFinding?> AskAsync(
        IModerationPolicy policy, ModerationContext context, CancellationToken cancellationToken)
    {
        try
        {
            return await policy.EvaluateAsync(context, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // whatever a policy throws must neither lose nor approve the comment
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Log.PolicyFailed(_logger, policy.Name, context.Comment.Id, fault);
            return new ModerationFinding
            {
                Policy = policy.Name,
                PolicyVersion = policy.Version,
                Code = "policy-failed",
                Reason = $"The policy '{policy.Name}' failed ({fault.GetType().Name}), so a person has to decide.",
                Outcome = ModerationOutcome.Hold,
            };
        }
    }
}
