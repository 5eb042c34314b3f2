using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using BlogKit.Internal;

namespace BlogKit.OpenWeb.Internal;

/// <summary>
/// Reads pages that strangers wrote, as a browser would. The parser's time follows the square of how deep elements are nested and of the
/// attributes of a tag, so what is nested deeper, has more elements or attributes than any page that means well, or takes too long, is
/// given up.
/// </summary>
internal static class ForeignHtml
{
    private const int LongestPage = 1024 * 1024;
    private const int MostElements = 50_000;
    private const int MostAttributes = 40_000;

    // Browsers stop nesting there.
    private const int DeepestElement = 512;
    private const int BetweenDepthChecks = 64;
    private static readonly TimeSpan LongestTime = TimeSpan.FromSeconds(2);

    /// <summary>Reads the first mebicharacter of a page. The caller disposes the document.</summary>
    /// <param name="html">The page.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="FetchException">The page is over a bound.</exception>
    public static async Task<IHtmlDocument> ParseAsync(string html, CancellationToken cancellationToken)
    {
        html = html.Length > LongestPage ? html[..LongestPage] : html;
        if (TagScan.MostAttributes(html) > MostAttributes)
        {
            throw new FetchException(FetchFailure.Unusable, "The page has a tag with more attributes than are read.");
        }

        using var time = new CancellationTokenSource(LongestTime);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellationToken);
        var token = either.Token;
        var count = 0;
        IElement? last = null;
        var parser = new HtmlParser(new HtmlParserOptions
        {
            DisableElementPositionTracking = true,
            OnCreated = (element, _) =>
            {
                token.ThrowIfCancellationRequested();
                if (++count > MostElements || (count % BetweenDepthChecks == 0 && IsDeep(last)))
                {
                    throw new FetchException(FetchFailure.Unusable, "The page has more elements, or nests them deeper, than is read.");
                }

                last = element;
            },
        });
        try
        {
            return await parser.ParseDocumentAsync(html, token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new FetchException(FetchFailure.Unusable, "The page takes too long to read.", exception);
        }
    }

    // The new element has no place yet; the one before has.
    private static bool IsDeep(INode? node)
    {
        var depth = 0;
        while (node is not null && depth <= DeepestElement)
        {
            depth++;
            node = node.Parent;
        }

        return depth > DeepestElement;
    }
}
