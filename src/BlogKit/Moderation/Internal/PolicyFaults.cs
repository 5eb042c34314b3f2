using System.Collections.Immutable;
using Microsoft.Extensions.Logging;

namespace BlogKit.Internal;

/// <summary>
/// What policies threw while one comment was prepared for judging: they are not asked about it any more, and a person has to decide. Not safe for concurrent writing.
/// </summary>
/// <param name="logger">Told of each; null for nobody.</param>
internal sealed class PolicyFaults(ILogger? logger = null)
{
    private Dictionary<IModerationPolicy, Exception>? _faults;

    /// <summary>What policies say together, in their order. Most say nothing: lists are made for those alone that do.</summary>
    public ImmutableArray<T> Gather<T>(
        ImmutableArray<IModerationPolicy> policies, Comment comment, Func<IModerationPolicy, Comment, ImmutableArray<T>> ask)
    {
        var all = ImmutableArray<T>.Empty;
        foreach (var policy in policies)
        {
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
                (_faults ??= []).TryAdd(policy, fault);
                if (logger is not null)
                {
                    ModeratingLog.PolicyFailed(logger, policy.Name, comment.Id, fault);
                }
            }
        }

        return all;
    }

    public Exception? Of(IModerationPolicy policy) => _faults?.GetValueOrDefault(policy);
}
