namespace BlogKit.Interchange.Internal;

/// <summary>A piece of HTML that our renderers made: a tag, a comment or the text between them.</summary>
/// <param name="Raw">The piece as it stands there.</param>
/// <param name="Name">The name of a tag's element in lower case; empty for a text.</param>
/// <param name="IsEnd">Whether a tag ends its element.</param>
internal readonly record struct HtmlPiece(string Raw, string Name, bool IsEnd)
{
    private const string Comment = "<!--";

    private static readonly string[] Empty =
        ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

    public bool IsText => Name.Length == 0;

    /// <summary>Whether it opens an element that another tag ends.</summary>
    public bool Opens => !IsText && !IsEnd && !Raw.EndsWith("/>", StringComparison.Ordinal) && Array.IndexOf(Empty, Name) < 0;

    /// <summary>Returns the pieces of a text in order. Comments are passed over: they say nothing to readers.</summary>
    public static IEnumerable<HtmlPiece> Read(string html)
    {
        var from = 0;
        var at = html.IndexOf('<', StringComparison.Ordinal);
        while (at >= 0)
        {
            int end;
            HtmlPiece? piece = null;
            if (string.CompareOrdinal(html, at, Comment, 0, Comment.Length) == 0)
            {
                var close = html.IndexOf("-->", at + Comment.Length, StringComparison.Ordinal);
                end = close < 0 ? html.Length : close + 3;
            }
            else if (MarkupTag.Read(html, at) is var (name, isEnd, tagEnd))
            {
                end = tagEnd;
                piece = new HtmlPiece(html[at..end], name.ToLowerInvariant(), isEnd);
            }
            else
            {
                at = html.IndexOf('<', at + 1);
                continue;
            }

            if (at > from)
            {
                yield return new HtmlPiece(html[from..at], "", false);
            }

            if (piece is { } tag)
            {
                yield return tag;
            }

            from = end;
            at = from < html.Length ? html.IndexOf('<', from) : -1;
        }

        if (from < html.Length)
        {
            yield return new HtmlPiece(html[from..], "", false);
        }
    }
}
