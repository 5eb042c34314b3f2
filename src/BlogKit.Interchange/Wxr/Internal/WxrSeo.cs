using System.Text.RegularExpressions;

namespace BlogKit.Interchange.Internal;

/// <summary>Reads what the common plugins keep for search engines: Yoast, Rank Math, All in One SEO, SEOPress, The SEO Framework.</summary>
internal static partial class WxrSeo
{
    private static readonly string[] Titles =
        ["_yoast_wpseo_title", "rank_math_title", "_aioseo_title", "_aioseop_title", "_seopress_titles_title", "_genesis_title"];

    private static readonly string[] Descriptions =
    [
        "_yoast_wpseo_metadesc",
        "rank_math_description",
        "_aioseo_description",
        "_aioseop_description",
        "_seopress_titles_desc",
        "_genesis_description",
    ];

    private static readonly string[] Canonicals =
    [
        "_yoast_wpseo_canonical",
        "rank_math_canonical_url",
        "_aioseo_canonical_url",
        "_seopress_robots_canonical",
        "_genesis_canonical_uri",
    ];

    private static readonly string[] Robots =
    [
        "_yoast_wpseo_meta-robots-noindex",
        "rank_math_robots",
        "_aioseo_robots_noindex",
        "_aioseop_noindex",
        "_seopress_robots_index",
        "_genesis_noindex",
    ];

    public static ImportedSeo? Take(WxrMetas metas, ICollection<SourceNote> notes)
    {
        var title = Written(First(metas, Titles), "title for search engines", notes);
        var description = Written(First(metas, Descriptions), "description for search engines", notes);
        var canonical = First(metas, Canonicals);
        // Each says it in its own way: 1, on, yes, or a list that names it. Yoast's 2 says the opposite.
        var noIndex = First(metas, Robots) is { } robots
            && (robots is "1" or "on" or "yes" || robots.Contains("noindex", StringComparison.OrdinalIgnoreCase));
        return title is null && description is null && canonical is null && !noIndex
            ? null
            : new ImportedSeo(title, description, canonical, noIndex);
    }

    // Every one is taken, so that what a plugin left behind that is not used any more is no extra either.
    private static string? First(WxrMetas metas, string[] names)
    {
        string? first = null;
        foreach (var name in names)
        {
            var value = metas.Take(name);
            first ??= value;
        }

        return first;
    }

    private static string? Written(string? value, string member, ICollection<SourceNote> notes)
    {
        if (value is null || !Variable().IsMatch(value))
        {
            return value;
        }

        notes.Add(new SourceNote(
            SourceNoteKind.LeftOut, member, $"'{Texts.Start(value)}' is made of variables of a plugin; BlogKit makes its own."));
        return null;
    }

    [GeneratedRegex(
        "%%?[a-z_]{2,40}%%?|#(post|site|author|category|separator)_[a-z_]{2,40}",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Variable();
}
