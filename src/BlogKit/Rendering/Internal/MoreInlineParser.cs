using Markdig.Helpers;
using Markdig.Parsers;

namespace BlogKit.Internal;

/// <summary>Reads the excerpt marker inside a paragraph, whether or not raw HTML is allowed.</summary>
internal sealed class MoreInlineParser : InlineParser
{
    public MoreInlineParser() => OpeningCharacters = ['<'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var length = MoreMarker.LengthAt(slice.AsSpan());
        if (length == 0)
        {
            return false;
        }

        processor.Inline = new MoreInline { IsClosed = true };
        slice.Start += length;
        return true;
    }
}
