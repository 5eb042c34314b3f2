using System.Globalization;

namespace BlogKit.Internal;

/// <summary>One number for the renderer and its options, the same in every process: 1 for revision 1 with the defaults.</summary>
internal static class RendererVersion
{
    public static int Of(int revision, RenderingOptions options) =>
        ConfiguredVersion.Of(revision, Describe(options), Describe(new RenderingOptions()));

    private static string Describe(RenderingOptions options) => string.Create(
        CultureInfo.InvariantCulture,
        $"{options.ConfigurationVersion}|{options.ConfigurePosts is not null}|"
        + $"{string.Join(',', options.AllowedSchemes.Order(StringComparer.Ordinal))}|{options.MaximumNesting}|"
        + $"{options.MaximumDelimiters}|{options.MaximumReferences}|"
        + $"{options.MaximumUrlLength}|{options.MaximumTableCells}|{options.AnchorPrefix}|"
        + $"{string.Join(' ', options.Smilies.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => $"{s.Key}={s.Value}"))}");
}
