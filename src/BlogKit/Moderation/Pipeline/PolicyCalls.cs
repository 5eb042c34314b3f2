using BlogKit.Internal;
using Microsoft.Extensions.Logging;

namespace BlogKit.Moderation;

/// <summary>
/// Asks policies about one comment, so that one that fails does no harm: whatever it throws, nothing is lost or approved by it, it is not
/// asked about this comment any more, and a finding says that a person has to decide. Make one for each comment. Of its methods only
/// <see cref="AskAsync"/> and <see cref="FindFault"/> may be called at once.
/// </summary>
/// <param name="logger">Told of each fault; null for nobody.</param>
public sealed class PolicyCalls(ILogger? logger = null)
{
    private readonly Lock _lock = new();
    private Dictionary<IModerationPolicy, Exception>? _faults;

    /// <summary>Returns the windows that policies want counted before they judge, in their order.</summary>
    /// <param name="policies">The policies.</param>
    /// <param name="comment">The comment.</param>
    public ImmutableArray<ActivityLimit> GetLimits(ImmutableArray<IModerationPolicy> policies, Comment comment) =>
        Gather(policies, comment, static (policy, c) => policy.GetLimits(c, c.CreatedAt));

    /// <summary>Returns the fingerprints of a text that policies want stored, each once.</summary>
    /// <param name="policies">The policies.</param>
    /// <param name="comment">The comment.</param>
    public ImmutableArray<long> GetFingerprints(ImmutableArray<IModerationPolicy> policies, Comment comment)
    {
        var all = Gather(policies, comment, static (policy, c) => policy.GetFingerprints(c.PlainText));
        return all.IsEmpty ? all : [.. all.Distinct()];
    }

    /// <summary>Returns the exception that a policy threw about this comment; null when it threw none.</summary>
    /// <param name="policy">The policy.</param>
    public Exception? FindFault(IModerationPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        lock (_lock)
        {
            return _faults?.GetValueOrDefault(policy);
        }
    }

    /// <summary>
    /// Asks a policy and signs what it finds (<see cref="ModerationFinding.WithPolicy"/>); one that threw, now or before, holds the
    /// comment with the code <c>policy-failed</c>.
    /// </summary>
    /// <param name="policy">The policy.</param>
    /// <param name="context">The comment and what is known about it.</param>
    /// <param name="cancellationToken">Passed to the policy.</param>
    /// <returns>The finding; null for none.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async ValueTask<ModerationFinding?> AskAsync(
        IModerationPolicy policy, ModerationContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(context);
        if (FindFault(policy) is { } earlier)
        {
            return Failed(policy, earlier);
        }

        try
        {
            return (await policy.EvaluateAsync(context, cancellationToken).ConfigureAwait(false))?.WithPolicy(policy);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // whatever a policy throws must neither lose nor approve the comment
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Note(policy, context.Comment, fault);
            return Failed(policy, fault);
        }
    }

    // Most policies return nothing; an array is built only for those that return something.
    private ImmutableArray<T> Gather<T>(
        ImmutableArray<IModerationPolicy> policies, Comment comment, Func<IModerationPolicy, Comment, ImmutableArray<T>> ask)
    {
        ArgumentNullException.ThrowIfNull(comment);
        var all = ImmutableArray<T>.Empty;
        foreach (var policy in policies.IsDefault ? [] : policies)
        {
            if (FindFault(policy) is not null)
            {
                continue;
            }

            try
            {
                if (ask(policy, comment) is { IsDefaultOrEmpty: false } own)
                {
                    all = all.AddRange(own);
                }
            }
#pragma warning disable CA1031 // whatever a policy throws must neither lose nor approve the comment
            catch (Exception fault)
#pragma warning restore CA1031
            {
                Note(policy, comment, fault);
            }
        }

        return all;
    }

    private void Note(IModerationPolicy policy, Comment comment, Exception fault)
    {
        lock (_lock)
        {
            (_faults ??= new(ReferenceEqualityComparer.Instance)).TryAdd(policy, fault);
        }

        if (logger is not null)
        {
            ModeratingLog.PolicyFailed(logger, policy.Name, comment.Id, fault);
        }
    }

    private static ModerationFinding Failed(IModerationPolicy policy, Exception fault) => new()
    {
        Policy = policy.Name,
        PolicyVersion = policy.Version,
        Code = "policy-failed",
        Reason = $"The policy '{policy.Name}' failed ({fault.GetType().Name}), so a person has to decide.",
        Outcome = ModerationOutcome.Hold,
    };
}
