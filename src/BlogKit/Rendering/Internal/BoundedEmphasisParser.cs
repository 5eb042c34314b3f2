using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;

namespace BlogKit.Internal;

/// <summary>
/// Markdig nests every emphasis mark in the one before it until the paragraph ends, which takes time quadratic in their number;
/// marks beyond a limit are left as text.
/// </summary>
internal sealed class BoundedEmphasisParser : EmphasisInlineParser
{
    private readonly OpenMarks _marks;

    public BoundedEmphasisParser(EmphasisInlineParser original, int maximum)
    {
        _marks = OpenMarks.UpTo(maximum);
        CjkFriendlyEmphasis = original.CjkFriendlyEmphasis;
        EmphasisDescriptors.Clear();
        EmphasisDescriptors.AddRange(original.EmphasisDescriptors);
        TryCreateEmphasisInlineList.AddRange(original.TryCreateEmphasisInlineList);
    }

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        RenderingWatch.Check(processor);
        if (_marks.IsFull(processor, Index) || !base.Match(processor, ref slice))
        {
            return false;
        }

        _marks.Opened(processor, Index);
        return true;
    }
}
