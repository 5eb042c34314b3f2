using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace BlogKit.Interchange.Internal;

/// <summary>
/// Makes of a post's HTML what WordPress keeps as its text: there a line break in a paragraph shows, a word in brackets is a command, and
/// a comment says where the beginning ends.
/// </summary>
internal static partial class WordPressContent
{
    private const string More = "<!--more-->";

    /// <summary>Returns the text.</summary>
    /// <param name="post">The post.</param>
    /// <param name="address">Its address, which relative ones are completed with.</param>
    /// <param name="alterations">Gets what is otherwise.</param>
    public static string Write(Post post, Uri address, WxrAlterations alterations)
    {
        var html = post.Rendered.Html;
        var beginning = Marker().IsMatch(post.Markdown) ? CountBlocks(post.Rendered.ExcerptHtml) : null;
        var written = new StringBuilder(html.Length + 64);
        var text = new StringBuilder();
        var depth = 0;
        var verbatim = 0;
        var blocks = 0;
        var supers = 0;
        var isMarked = false;
        var isBehindBlock = true;
        foreach (var piece in HtmlPiece.Read(html))
        {
            if (piece.IsText)
            {
                AppendText(written, piece.Raw, verbatim > 0, isBehindBlock);
                isBehindBlock = isBehindBlock && string.IsNullOrWhiteSpace(piece.Raw);
                if (beginning is not null && !isMarked && supers == 0)
                {
                    text.Append(piece.Raw);
                }

                continue;
            }

            written.Append(Brackets(HtmlAttributes.WithAddresses(piece.Raw, value => WxrAddresses.Complete(address, value))));
            isBehindBlock = Paragraphs.IsBlock(piece.Name);
            var step = piece.IsEnd ? -1 : piece.Opens ? 1 : 0;
            depth += step;
            supers += piece.Name is "sup" ? step : 0;
            verbatim += piece.Name is "pre" or "textarea" or "script" or "style" ? step : 0;
            if (depth == 0 && step <= 0)
            {
                blocks++;
                if (!isMarked && beginning is var (count, words) && blocks == count
                    && string.Equals(Words(text.ToString()), words, StringComparison.Ordinal))
                {
                    written.Append('\n').Append(More);
                    isMarked = true;
                }
            }
        }

        if (beginning is not null && !isMarked)
        {
            alterations.Add("excerpt", "The place where its beginning ends could not be marked; WordPress shows the whole text in lists.");
        }

        return written.ToString();
    }

    /// <summary>Returns HTML with brackets that begin no command of WordPress.</summary>
    private static string Brackets(string html) =>
        html.Contains('[', StringComparison.Ordinal) ? html.Replace("[", "&#91;", StringComparison.Ordinal) : html;

    private static void AppendText(StringBuilder written, string text, bool isVerbatim, bool isBehindBlock)
    {
        if (isVerbatim || !text.AsSpan().ContainsAny('\n', '\r'))
        {
            written.Append(Brackets(text));
        }
        else if (isBehindBlock && string.IsNullOrWhiteSpace(text))
        {
            written.Append('\n');
        }
        else
        {
            written.Append(Brackets(Breaks().Replace(text, " ")));
        }
    }

    // The blocks of the beginning and its words, without the marks of notes, which the beginning alone does not have.
    private static (int Count, string Words)? CountBlocks(string html)
    {
        var depth = 0;
        var count = 0;
        var supers = 0;
        var text = new StringBuilder();
        foreach (var piece in HtmlPiece.Read(html))
        {
            if (piece.IsText)
            {
                text.Append(supers == 0 ? piece.Raw : "");
                continue;
            }

            var step = piece.IsEnd ? -1 : piece.Opens ? 1 : 0;
            depth += step;
            supers += piece.Name is "sup" ? step : 0;
            count += depth == 0 && step <= 0 ? 1 : 0;
        }

        return count == 0 ? null : (count, Words(text.ToString()));
    }

    private static string Words(string html) => Spaces().Replace(WebUtility.HtmlDecode(html), "");

    [GeneratedRegex(
        "<!--\\s*more(\\W[^>]*)?-->", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant
            | RegexOptions.IgnoreCase)]
    private static partial Regex Marker();

    [GeneratedRegex("[ \\t]*[\\r\\n][\\s]*", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Breaks();

    [GeneratedRegex("\\s+", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
