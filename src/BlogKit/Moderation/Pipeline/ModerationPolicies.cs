namespace BlogKit.Moderation;

/// <summary>The set of policies that decides, and those that are only tried beside it.</summary>
/// <param name="Live">The set whose decisions hold.</param>
/// <param name="Shadows">The sets whose decisions are recorded and never acted on, each with a name of its own.</param>
public sealed record ModerationPolicies(PolicySet Live, ImmutableArray<PolicySet> Shadows) : IDisposable
{
    /// <summary>Disposes the sets; the container does it when the host ends.</summary>
    public void Dispose()
    {
        Live.Dispose();
        foreach (var set in Shadows)
        {
            set.Dispose();
        }
    }
}
