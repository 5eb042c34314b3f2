using System.Globalization;

namespace BlogKit.Internal;

/// <summary>One number for the renderer and its options, the same in every process: 1 for revision 1 with the defaults.</summary>
internal static class RendererVersion
{
    private const int Configurations = 2_000_000;

    public static int Of(int revision, RenderingOptions options)
    {
        // 1000 revisions fit below each configuration; the defaults are configuration 0.
        var configuration = (Fingerprint(options) ^ Fingerprint(new RenderingOptions())) % Configurations;
        return revision + (int)(configuration * 1000);
    }

    private static uint Fingerprint(RenderingOptions options)
    {
        var description = string.Create(
            CultureInfo.InvariantCulture,
            $"{options.ConfigurationVersion}|{options.ConfigurePosts is not null}|"
            + $"{string.Join(',', options.AllowedSchemes.Order(StringComparer.Ordinal))}|{options.MaximumNesting}|"
            + $"{options.MaximumDelimiters}|{options.MaximumReferences}|"
            + $"{options.MaximumUrlLength}|{options.MaximumTableCells}|{options.AnchorPrefix}|"
            + $"{string.Join(' ', options.Smilies.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => $"{s.Key}={s.Value}"))}");

        // FNV-1a: string.GetHashCode differs from process to process.
        var hash = 2166136261u;
        foreach (var c in description)
        {
            hash = unchecked((hash ^ c) * 16777619u);
        }

        return hash;
    }
}
