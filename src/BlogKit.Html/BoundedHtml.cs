using System.Diagnostics.CodeAnalysis;
using AngleSharp.Html.Dom;
using BlogKit.Html.Internal;

namespace BlogKit.Html;

/// <summary>Reads whole pages that strangers wrote, as a browser would, within bounds. Safe for concurrent use.</summary>
public static class BoundedHtml
{
    /// <summary>Reads a page, and gives it up at the first bound it passes.</summary>
    /// <param name="html">The page.</param>
    /// <param name="bounds">The bounds; what they say of schemes and frames is not looked at.</param>
    /// <param name="page">The page, which the caller disposes; null when it is over a bound.</param>
    /// <param name="error"><see cref="ErrorCodes.TooLong"/>, <see cref="ErrorCodes.TooMany"/> (elements, or attributes of a tag) or <see cref="ErrorCodes.TooDeep"/>; null when it was read.</param>
    /// <param name="cancellationToken">Ends the reading at the next element.</param>
    public static bool TryReadPage(string html, HtmlOptions bounds, [NotNullWhen(true)] out IHtmlDocument? page, [NotNullWhen(false)] out BlogError? error, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(html);
        ArgumentNullException.ThrowIfNull(bounds);
        page = new BoundedParser(bounds, start: "").Parse(html, cancellationToken, out error);
        return error is null;
    }
}
