namespace BlogKit;

/// <summary>What becomes of comments: the policies that decide, those that are only tried, and what moderators and readers may do.</summary>
public sealed class ModerationOptions : PolicySetOptions
{
    /// <summary>Sets of policies that are tried on real traffic beside the live one, by name; recorded, never acted on. Default none.</summary>
    public IDictionary<string, PolicySetOptions> Shadow { get; set; } = new Dictionary<string, PolicySetOptions>(StringComparer.Ordinal);

    internal override void Check(string path, ICollection<string> failures)
    {
        base.Check(path, failures);
        if (Shadow is null)
        {
            failures.Add($"{path}:Shadow must not be null.");
            return;
        }

        foreach (var (name, set) in Shadow)
        {
            set.Check($"{path}:Shadow:{name}", failures);
        }
    }
}
