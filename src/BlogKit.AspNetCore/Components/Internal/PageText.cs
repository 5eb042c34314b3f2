using System.Globalization;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Numbers, dates and the sentences they stand in.</summary>
internal static class PageText
{
    public static string Machine(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string Date(DateTimeOffset at, string language) => at.UtcDateTime.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo(language));

    public static string DateAndTime(DateTimeOffset at, string language) =>
        at.UtcDateTime.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.GetCultureInfo(language));

    public static string Direction(string language) => CultureInfo.GetCultureInfo(language).TextInfo.IsRightToLeft ? "rtl" : "ltr";

    public static string ReadingTime(int minutes) => minutes == 1 ? "1 minute to read" : $"{Number(minutes)} minutes to read";

    public static string Comments(int count) => count == 1 ? "1 comment" : $"{Number(count)} comments";

    public static string Thoughts(int count, string title) => count == 1 ? $"1 thought on “{title}”" : $"{Number(count)} thoughts on “{title}”";

    public static string MoreReplies(int? count) => count switch
    {
        null or 0 => "Show more replies",
        1 => "Show 1 more reply",
        _ => $"Show {Number(count.Value)} more replies",
    };

    /// <summary>What stands before one of several names in a sentence.</summary>
    public static string Before(int index, int count) => index == 0 ? " " : index == count - 1 ? " and " : ", ";

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

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
