using Spectre.Console;
using Spectre.Console.Rendering;

namespace BlogKit.CommandLine;

/// <summary>Draws a thread as a tree.</summary>
internal static class ThreadTree
{
    public static IRenderable Draw(string title, ImmutableArray<ThreadItem> items)
    {
        var tree = new Tree(new Markup($"[bold]{SafeText.Markup(title)}[/]"));
        Add(tree, items);
        return tree;
    }

    private static void Add(IHasTreeNodes above, ImmutableArray<ThreadItem> items)
    {
        foreach (var item in items)
        {
            var node = above.AddNode(new Rows(Content(item)));
            Add(node, item.Replies);
            if (item.MoreReplies is { } more)
            {
                var count = more.Count is { } known ? Words.Count(known, "more reply", "more replies") : "more replies";
                node.AddNode(new Markup($"[dim]{count}: --under {item.Id} --cursor {SafeText.Markup(more.Cursor)}[/]"));
            }
        }
    }

    private static IEnumerable<IRenderable> Content(ThreadItem item)
    {
        yield return new Markup(Head(item));
        if (item.Text is { } text)
        {
            yield return new Text(SafeText.Block(text));
        }
    }

    private static string Head(ThreadItem item)
    {
        var number = item.Number is { } n ? $"[bold]{n}.[/] " : "";
        if (item.Tombstone)
        {
            return $"{number}[dim italic]This comment is not shown.[/] [dim]{item.Id}[/]";
        }

        var author = item.PostAuthor ? " [yellow](author)[/]" : "";
        var answer = item.InReplyTo is { } to ? $", in reply to {SafeText.Markup(to.Name ?? "a comment that is not shown")}" : "";
        var marks = (item.Pinned ? ", pinned" : "") + (item.Held ? ", held" : "") + (item.EditedAt is null ? "" : ", edited");
        return $"{number}[green]{SafeText.Markup(item.Name)}[/]{author}, {Words.Time(item.CreatedAt)}{answer}{marks} [dim]{item.Id}[/]";
    }
}
