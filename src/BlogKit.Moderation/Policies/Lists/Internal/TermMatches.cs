namespace BlogKit.Moderation.Internal;

/// <summary>What was found so far, each once, and no more than is wanted. Not for concurrent use.</summary>
internal sealed class TermMatches(int most)
{
    private readonly List<TermMatch> _all = [];

    public IReadOnlyList<TermMatch> All => _all;

    public bool IsFull => _all.Count >= most;

    public void Add(TermMatch match)
    {
        if (!IsFull && !_all.Contains(match))
        {
            _all.Add(match);
        }
    }
}
