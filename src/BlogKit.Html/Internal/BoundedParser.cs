using System.Diagnostics.CodeAnalysis;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using BlogKit.Internal;

namespace BlogKit.Html.Internal;

/// <summary>
/// Reads HTML as a browser would, and gives it up at the first bound it passes: the parser's time follows the product of a document's
/// length and its depth, and the square of the attributes of one tag; later steps follow the depth by calls.
/// </summary>
internal sealed class BoundedParser(HtmlOptions options)
{
    private const string Field = "Html";

    // Comments and styles that stand first belong into the body too.
    private const string Start = "<!doctype html><html><head></head><body>";

    /// <summary>The document, which the caller disposes; null when it is over a bound.</summary>
    public IHtmlDocument? Parse(string html, CancellationToken cancellationToken, [NotNullWhen(false)] out BlogError? error)
    {
        error = Check(html);
        return error is null ? Parse(html, options.MaximumElements, options.MaximumDepth, cancellationToken, out error) : null;
    }

    /// <summary>What we wrote ourselves of what was read within the bounds: it may be longer, and is not deeper than that.</summary>
    public static IHtmlDocument ParseOwn(string html, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new HtmlParser(new HtmlParserOptions { DisableElementPositionTracking = true }).ParseDocument(Start + html);
    }

    private static IHtmlDocument? Parse(
        string html, int mostElements, int deepest, CancellationToken cancellationToken, out BlogError? error)
    {
        error = null;
        var count = 0;
        IElement? last = null;
        var parser = new HtmlParser(new HtmlParserOptions
        {
            DisableElementPositionTracking = true,
            OnCreated = (element, _) =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (++count > mostElements)
                {
                    throw new BoundException(BlogError.Of(
                        ErrorKind.Invalid, ErrorCodes.TooMany, "The HTML has more than {max} elements.", Field, ("max", mostElements)));
                }

                // The new element has no place yet; the one before has.
                RefuseDepth(last, deepest);
                last = element;
            },
        });
        IHtmlDocument? document = null;
        try
        {
            document = parser.ParseDocument(Start + html);
            RefuseDeepest(document, deepest);
            return document;
        }
        catch (BoundException exception)
        {
            document?.Dispose();
            error = exception.Error;
            return null;
        }
    }

    private BlogError? Check(string html) =>
        html.Length > options.MaximumLength
            ? BlogError.Of(
                ErrorKind.Invalid,
                ErrorCodes.TooLong,
                "The HTML has {length} characters; at most {max} are read.",
                Field,
                ("length", html.Length),
                ("max", options.MaximumLength))
            : TagScan.MostAttributes(html) > options.MaximumAttributes
                ? BlogError.Of(
                    ErrorKind.Invalid,
                    ErrorCodes.TooMany,
                    "The HTML has a tag with more than {max} attributes.",
                    Field,
                    ("max", options.MaximumAttributes))
                : null;

    private static void RefuseDepth(INode? node, int deepest)
    {
        var depth = -2;
        for (var at = node; at is not null; at = at.Parent)
        {
            if (++depth > deepest)
            {
                throw TooDeep(deepest);
            }
        }
    }

    // Elements may have moved since they were made.
    private static void RefuseDeepest(IHtmlDocument document, int deepest)
    {
        var open = new Stack<(INode Node, int Depth)>([(document.Body!, 0)]);
        while (open.TryPop(out var at))
        {
            if (at.Depth > deepest)
            {
                throw TooDeep(deepest);
            }

            foreach (var child in at.Node.ChildNodes)
            {
                if (child is IElement)
                {
                    open.Push((child, at.Depth + 1));
                }
            }
        }
    }

    private static BoundException TooDeep(int deepest) =>
        new(BlogError.Of(ErrorKind.Invalid, ErrorCodes.TooDeep, "The HTML nests elements deeper than {max}.", Field, ("max", deepest)));

    private sealed class BoundException(BlogError error) : Exception(error.Message)
    {
        public BlogError Error { get; } = error;
    }
}
