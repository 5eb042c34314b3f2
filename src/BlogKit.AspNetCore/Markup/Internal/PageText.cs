using System.Globalization;
using BlogKit.Internal;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Numbers, dates and the sentences they stand in.</summary>
internal static class PageText
{
    public static string Machine(DateTimeOffset at) => MomentText.Write(at);

    /// <summary>The day in the blog's zone, as its language writes it.</summary>
    public static string Date(BlogText text, DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, text.Zone).ToString(text["date.day"], text.Dates);

    /// <summary>The day and the minute in the blog's zone, with its distance from UTC where there is one.</summary>
    public static string DateAndTime(BlogText text, DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, text.Zone);
        var pattern = text["date.time"];
        return local.ToString(
            local.Offset == TimeSpan.Zero ? pattern : pattern.Replace("'UTC'", "'UTC'zzz", StringComparison.Ordinal), text.Dates);
    }

    /// <summary>When a day begins in the blog's zone.</summary>
    public static DateTimeOffset StartOf(DateTime day, TimeZoneInfo zone)
    {
        // Clocks are put forward at midnight in some places: the day begins when they have been.
        while (zone.IsInvalidTime(day))
        {
            day = day.AddMinutes(15);
        }

        // Where they are put back across midnight it begins with the first of two midnights.
        var offset = zone.IsAmbiguousTime(day) ? zone.GetAmbiguousTimeOffsets(day).Max() : zone.GetUtcOffset(day);
        return new DateTimeOffset(day, offset).ToUniversalTime();
    }

    public static string Month(BlogText text, int year, int month) => new DateTime(year, month, 1).ToString(text["date.month"], text.Dates);

    /// <summary>A year of the archive, without separators.</summary>
    public static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);

    public static string Direction(string language) => Languages.IsRightToLeft(language) ? "rtl" : "ltr";

    /// <summary>OpenGraph's name of a language, which has a country: <c>en_US</c>.</summary>
    public static string OpenGraphLocale(string language) =>
        Languages.WithRegion(language).Replace('-', '_');

    /// <summary>What stands before one of several names in a sentence.</summary>
    public static string Before(BlogText text, int index, int count) =>
        index == 0 ? " " : text[index == count - 1 ? "list.and" : "list.comma"];

    /// <summary>What a search is narrowed to in addresses; null for everything.</summary>
    public static string? ScopeName(SearchScope scope) => scope switch
    {
        SearchScope.Posts => "posts",
        SearchScope.Comments => "comments",
        _ => null,
    };

    /// <summary>Reads what <see cref="ScopeName"/> writes; anything else is everything.</summary>
    public static SearchScope ReadScope(string? text) => text switch
    {
        "posts" => SearchScope.Posts,
        "comments" => SearchScope.Comments,
        _ => SearchScope.Everything,
    };

    public static string SearchUrl(BlogLinks links, string text, SearchScope scope) =>
        BlogLinks.WithQuery(BlogLinks.WithQuery(links.Search, "q", text), "in", ScopeName(scope));

    public static string SortName(ThreadSort sort) => sort switch
    {
        ThreadSort.Newest => "newest",
        ThreadSort.Best => "best",
        _ => "oldest",
    };

    /// <summary>Reads what <see cref="SortName"/> writes; false for anything else.</summary>
    public static bool TryReadSort(string? text, out ThreadSort sort)
    {
        sort = text switch
        {
            "newest" => ThreadSort.Newest,
            "best" => ThreadSort.Best,
            _ => ThreadSort.Oldest,
        };
        return text is "oldest" or "newest" or "best";
    }

    /// <summary>A snippet cut at its highlights.</summary>
    public static IEnumerable<(string Text, bool IsHit)> Pieces(Snippet snippet)
    {
        var position = 0;
        foreach (var range in snippet.Highlights)
        {
            if (range.Start > position)
            {
                yield return (snippet.Text[position..range.Start], false);
            }

            yield return (snippet.Text.Substring(range.Start, range.Length), true);
            position = range.Start + range.Length;
        }

        if (position < snippet.Text.Length)
        {
            yield return (snippet.Text[position..], false);
        }
    }

    /// <summary>
    /// What stands in a textarea: HTML drops a line break right after the tag, so one is put before the text; forms send CR LF, which a
    /// page writes as LF.
    /// </summary>
    public static string Area(string? text) => "\n" + text?.ReplaceLineEndings("\n");

    /// <summary>What the style sheet knows a scheme by; null where it is that of what is around.</summary>
    public static string? Theme(PageColorScheme scheme) => scheme switch
    {
        PageColorScheme.System => "system",
        PageColorScheme.Light => "light",
        PageColorScheme.Dark => "dark",
        _ => null,
    };

    /// <summary>The schemes a document of BlogKit's own is made for.</summary>
    public static string Schemes(PageColorScheme scheme) => scheme switch
    {
        PageColorScheme.Light => "light",
        PageColorScheme.Dark => "dark",
        _ => "light dark",
    };
}
