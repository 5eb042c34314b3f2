using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;

namespace BlogKit.Internal;

/// <summary>
/// Keeps links linear: brackets beyond a limit are text, and so is a link whose target is too long or has too many open parentheses, or
/// whose title never ends. Markdig would read each of them to the end of the text again for every bracket; a title is read here no further
/// than to the next mark of its kind, so that no two readings cover the same text.
/// </summary>
internal sealed class BoundedLinkParser(LinkInlineParser original, int maximumBrackets, int maximumUrlLength)
    : LinkInlineParser(original.Options)
{
    private const int MaximumParentheses = 32; // as in the reference implementation of CommonMark

    private readonly OpenMarks _marks = OpenMarks.UpTo(maximumBrackets);

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        RenderingWatch.Check(processor);
        if (slice.CurrentChar == ']')
        {
            _marks.Closed(processor, Index);
            if (slice.PeekChar() == '(' && !IsReadable(slice.AsSpan()[2..]))
            {
                // What is no inline link may still be a reference: the parser is shown the bracket alone.
                var bracket = slice;
                bracket.End = slice.Start;
                if (!base.Match(processor, ref bracket))
                {
                    return false;
                }

                slice.Start = bracket.Start;
                return true;
            }

            return base.Match(processor, ref slice);
        }

        if (_marks.IsFull(processor, Index) || !base.Match(processor, ref slice))
        {
            return false;
        }

        _marks.Opened(processor, Index);
        return true;
    }

    private bool IsReadable(ReadOnlySpan<char> text)
    {
        text = text.TrimStart(" \t\r\n");
        var end = TargetEnd(text);
        if (end < 0)
        {
            return false;
        }

        var rest = text[end..];
        var title = rest.TrimStart(" \t\r\n");
        return title.Length == rest.Length || title.IsEmpty || TitleEnds(title);
    }

    /// <summary>Where the target ends, or -1 where it is no target.</summary>
    private int TargetEnd(ReadOnlySpan<char> text)
    {
        var window = text[..Math.Min(text.Length, maximumUrlLength + 2)];
        var isPointed = window.StartsWith("<");
        var depth = 0;
        for (var i = 0; i < window.Length; i++)
        {
            var c = window[i];
            switch (c)
            {
                case '\\':
                    i++;
                    break;
                case '<' when isPointed && i > 0:
                    return -1;
                case '>' when isPointed:
                    return i + 1;
                case '\n' when isPointed:
                    return i;
                case ' ' or '\t' or '\r' or '\n' when !isPointed:
                    return i;
                case '(' when !isPointed && ++depth > MaximumParentheses:
                    return -1;
                case ')' when !isPointed && --depth < 0:
                    return i;
            }
        }

        return window.Length == text.Length ? text.Length : -1;
    }

    private static bool TitleEnds(ReadOnlySpan<char> text)
    {
        var close = text[0] switch { '"' => '"', '\'' => '\'', '(' => ')', _ => '\0' };
        if (close == '\0')
        {
            return true;
        }

        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == close)
            {
                return true;
            }
            else if (text[i] == '(' && close == ')')
            {
                return false;
            }
        }

        return false;
    }
}
