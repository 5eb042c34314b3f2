namespace BlogKit;

/// <summary>What a thread knows of its spans when a root comes or goes.</summary>
/// <param name="Roots">How many roots are present.</param>
/// <param name="IsRanked">Whether the thread is long enough to have spans.</param>
/// <param name="IsInOpen">Whether the root is in the last span.</param>
/// <param name="OpenRoots">How many roots the last span holds.</param>
internal readonly record struct RootRanking(int Roots, bool IsRanked, bool IsInOpen, int OpenRoots)
{
    /// <summary>Whether nothing but the number of the last span changes.</summary>
    public bool IsCountedOpen => IsRanked && IsInOpen;

    public RootRanking With(int more) => this with { Roots = Roots + more, OpenRoots = IsCountedOpen ? OpenRoots + more : OpenRoots };
}
