namespace BlogKit.Internal;

/// <summary>One number for a revision of a renderer and its options, the same in every process.</summary>
internal static class ConfiguredVersion
{
    private const int Configurations = 2_000_000;

    /// <summary>The number: the revision itself for the defaults. 1,000 revisions fit below each configuration.</summary>
    public static int Of(int revision, string options, string defaults) =>
        revision + (int)((Fingerprint(options) ^ Fingerprint(defaults)) % Configurations * 1000);

    // FNV-1a: string.GetHashCode differs from process to process.
    private static uint Fingerprint(string description)
    {
        var hash = 2166136261u;
        foreach (var c in description)
        {
            hash = unchecked((hash ^ c) * 16777619u);
        }

        return hash;
    }
}
