namespace BlogKit.Internal;

/// <summary>What policies threw while one comment was prepared for judging: they are not asked about it any more. Not safe for concurrent writing.</summary>
internal sealed class PolicyFaults
{
    private Dictionary<IModerationPolicy, Exception>? _faults;

    public void Add(IModerationPolicy policy, Exception fault) => (_faults ??= []).TryAdd(policy, fault);

    public Exception? Of(IModerationPolicy policy) => _faults?.GetValueOrDefault(policy);
}
