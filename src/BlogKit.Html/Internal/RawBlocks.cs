using System.Text.RegularExpressions;
using AngleSharp;
using AngleSharp.Dom;

namespace BlogKit.Html.Internal;

/// <summary>
/// Writes HTML into Markdown so that all of it stays HTML (CommonMark 0.31.2, 4.6): no block of it ends at an empty line before its own
/// end.
/// </summary>
internal static partial class RawBlocks
{
    private const char LineEnd = '\uE0AA';

    /// <summary>One element, or the nodes of a line, which get a paragraph.</summary>
    public static string Write(IReadOnlyList<INode> nodes)
    {
        var isWhole = nodes is [IElement { LocalName: "script" or "style" or "pre" or "textarea" }];
        if (!isWhole)
        {
            foreach (var text in nodes.SelectMany(static node => node.GetDescendantsAndSelf()).OfType<IText>())
            {
                if (text.Ancestors<IElement>().Any(static a => a.LocalName is "pre" or "textarea"))
                {
                    text.Data = text.Data.Replace('\n', LineEnd);
                }
            }
        }

        var html = string.Concat(nodes.Select(static node => ((IMarkupFormattable)node).ToHtml()));
        html = isWhole ? html : EmptyLines().Replace(html.Trim(), "\n").Replace(LineEnd.ToString(), "&#10;", StringComparison.Ordinal);
        return nodes is [IElement only] && IsBlock(only) || isWhole || nodes is [IComment] ? html : $"<p>{html}</p>";
    }

    /// <summary>Whether an element begins a block of HTML wherever it stands at the start of a line.</summary>
    public static bool IsBlock(INode node) => node is IElement element
        && (element.LocalName is "script" or "style" or "textarea" or "link" or "title" or "base" or "noframes" or "frameset" or "option"
            or "optgroup" or "param" or "track" or "col" or "colgroup"
            || ((Names.Blocks.Contains(element.LocalName)
                || Names.Parts.Contains(element.LocalName)
                || Names.Containers.Contains(element.LocalName))
                && element.LocalName is not ("audio" or "video" or "hgroup")));

    [GeneratedRegex(@"\n(?:[ \t\r\f]*\n)+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex EmptyLines();
}
