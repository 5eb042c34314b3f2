using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;

namespace BlogKit.Internal;

/// <summary>
/// Keeps links linear: brackets beyond a limit are text, and so is a link whose target is too long or has too many open parentheses,
/// which Markdig would read to the end of the text again for every bracket.
/// </summary>
internal sealed class BoundedLinkParser(LinkInlineParser original, int maximumBrackets, int maximumUrlLength) : LinkInlineParser(original.Options)
{
    private const int MaximumParentheses = 32; // as in the reference implementation of CommonMark

    private readonly OpenMarks _marks = OpenMarks.UpTo(maximumBrackets);

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.CurrentChar == ']')
        {
            if (slice.PeekChar() == '(' && !HasReadableTarget(slice.AsSpan()[2..]))
            {
                return false;
            }

            _marks.Closed(processor, Index);
            return base.Match(processor, ref slice);
        }

        if (_marks.IsFull(processor, Index) || !base.Match(processor, ref slice))
        {
            return false;
        }

        _marks.Opened(processor, Index);
        return true;
    }

    private bool HasReadableTarget(ReadOnlySpan<char> text)
    {
        text = text.TrimStart(" \t\r\n");
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
                case '>' or '\n' when isPointed:
                    return true;
                case ' ' or '\t' or '\r' or '\n' when !isPointed:
                    return true;
                case '(' when !isPointed && ++depth > MaximumParentheses:
                    return false;
                case ')' when !isPointed && --depth < 0:
                    return true;
            }
        }

        return window.Length == text.Length;
    }
}
