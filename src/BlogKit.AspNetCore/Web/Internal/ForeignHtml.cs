using AngleSharp.Html.Dom;
using BlogKit.Html;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Reads pages that strangers wrote: what is larger than any page that means well, or takes too long, is given up.</summary>
internal static class ForeignHtml
{
    private static readonly TimeSpan LongestTime = TimeSpan.FromSeconds(2);

    // Browsers stop nesting at 512. Attributes are many only in pages that mean no good; their number bounds a time that follows its square.
    private static readonly HtmlOptions Bounds = new() { MaximumLength = 1024 * 1024, MaximumElements = 50_000, MaximumDepth = 512, MaximumAttributes = 40_000 };

    /// <summary>Reads the first mebicharacter of a page, at once: all of it is computing. The caller disposes the document.</summary>
    /// <param name="html">The page.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="FetchException">The page is over a bound.</exception>
    public static Task<IHtmlDocument> ParseAsync(string html, CancellationToken cancellationToken) => Task.FromResult(Parse(html, cancellationToken));

    private static IHtmlDocument Parse(string html, CancellationToken cancellationToken)
    {
        using var time = new CancellationTokenSource(LongestTime);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return BoundedHtml.TryReadPage(html.Length > Bounds.MaximumLength ? html[..Bounds.MaximumLength] : html, Bounds, out var page, out var error, either.Token)
                ? page
                : throw new FetchException(FetchFailure.Unusable, error.Message);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new FetchException(FetchFailure.Unusable, "The page takes too long to read.", exception);
        }
    }
}
