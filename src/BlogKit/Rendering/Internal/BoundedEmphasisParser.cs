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
    private readonly int _maximum;

    public BoundedEmphasisParser(EmphasisInlineParser original, int maximum)
    {
        _maximum = maximum;
        CjkFriendlyEmphasis = original.CjkFriendlyEmphasis;
        EmphasisDescriptors.Clear();
        EmphasisDescriptors.AddRange(original.EmphasisDescriptors);
        TryCreateEmphasisInlineList.AddRange(original.TryCreateEmphasisInlineList);
    }

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var marks = processor.GetParserState(this, static () => new OpenMarks());
        if (marks.IsFull(processor.Block, _maximum) || !base.Match(processor, ref slice))
        {
            return false;
        }

        marks.Opened();
        return true;
    }
}
