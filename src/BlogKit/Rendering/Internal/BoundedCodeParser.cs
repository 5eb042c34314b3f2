using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;

namespace BlogKit.Internal;

/// <summary>
/// Leaves backticks as text that no equal run follows; Markdig looks for it to the end of the text, which takes more than linear time where
/// every run has another length. The runs of a paragraph are looked at once.
/// </summary>
internal sealed class BoundedCodeParser : CodeInlineParser
{
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (processor.ParserStates[Index] is not LastRuns runs || !ReferenceEquals(runs.Text, slice.Text))
        {
            processor.ParserStates[Index] = runs = new LastRuns(slice.Text, slice.End);
        }

        var length = 0;
        while (slice.PeekCharExtra(length) == '`')
        {
            length++;
        }

        if (runs.HasAfter(length, slice.Start + length))
        {
            return base.Match(processor, ref slice);
        }

        // The whole run is text: part of it is no run of its own.
        processor.Inline = new Markdig.Syntax.Inlines.LiteralInline(new StringSlice(
            slice.Text, slice.Start, slice.Start + length - 1))
        { IsClosed = true };
        slice.Start += length;
        return true;
    }

    private sealed class LastRuns
    {
        private readonly Dictionary<int, int> _last = [];

        public LastRuns(string text, int end)
        {
            Text = text;
            for (var i = 0; i <= end; i++)
            {
                var start = i;
                while (i <= end && text[i] == '`')
                {
                    i++;
                }

                if (i > start)
                {
                    _last[i - start] = start;
                }
            }
        }

        public string Text { get; }

        public bool HasAfter(int length, int position) => _last.TryGetValue(length, out var last) && last >= position;
    }
}
