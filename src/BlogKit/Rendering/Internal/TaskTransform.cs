using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace BlogKit.Internal;

/// <summary>Makes what follows a task list's box its label: a box without one says nothing to those who hear the page.</summary>
internal static class TaskTransform
{
    public static void Apply(MarkdownDocument document)
    {
        foreach (var paragraph in document.Descendants<ParagraphBlock>())
        {
            if (paragraph.Inline?.FirstChild is TaskList box)
            {
                var label = new TaskLabel { Span = box.Span, Line = box.Line };
                box.InsertBefore(label);
                for (Inline? next = box; next is not null;)
                {
                    var following = next.NextSibling;
                    next.Remove();
                    label.AppendChild(next);
                    next = following;
                }
            }
        }
    }
}
