using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;

namespace BlogKit.Internal;

/// <summary>
/// Leaves the beginnings of comments, instructions and declarations as text that nothing ends; Markdig reads each to the end of the text.
/// </summary>
internal sealed class BoundedAutolinkParser : AutolinkInlineParser
{
    public BoundedAutolinkParser(AutolinkInlineParser original)
        : base(original.Options)
    {
    }

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekChar() is '!' or '?')
        {
            if (processor.ParserStates[Index] is not LastEnds ends || !ReferenceEquals(ends.Text, slice.Text))
            {
                processor.ParserStates[Index] = ends = new LastEnds(slice.Text);
            }

            if (!ends.CanEnd(slice.AsSpan(), slice.Start))
            {
                return false;
            }
        }

        return base.Match(processor, ref slice);
    }

    private sealed class LastEnds(string text)
    {
        private readonly int _comment = text.LastIndexOf("-->", StringComparison.Ordinal);
        private readonly int _instruction = text.LastIndexOf("?>", StringComparison.Ordinal);
        private readonly int _data = text.LastIndexOf("]]>", StringComparison.Ordinal);
        private readonly int _declaration = text.LastIndexOf('>');

        public string Text { get; } = text;

        public bool CanEnd(ReadOnlySpan<char> tag, int position) => position < tag switch
        {
            _ when tag.StartsWith("<!--", StringComparison.Ordinal) => _comment,
            _ when tag.StartsWith("<![", StringComparison.Ordinal) => _data,
            _ when tag.StartsWith("<?", StringComparison.Ordinal) => _instruction,
            _ => _declaration,
        };
    }
}
