using System.CommandLine;
using Spectre.Console;

namespace BlogKit.CommandLine;

/// <summary>Searches what readers may see.</summary>
internal sealed class SearchCommand : BlogCommand<SearchAnswer>
{
    private readonly Argument<string> _text =
        new("TEXT") { Description = "Every word must occur; \"words in quotes\" together, the last word may be the beginning of one." };

    private readonly Option<SearchScope> _in =
        new("--in") { Description = "What is searched.", DefaultValueFactory = static _ => SearchScope.Everything };

    private readonly Option<int> _limit =
        new("--limit") { HelpName = "N", Description = "At most this many.", DefaultValueFactory = static _ => 20 };

    private readonly Option<string?> _cursor =
        new("--cursor") { HelpName = "CURSOR", Description = "Goes on where the page before ended." };

    public SearchCommand(CommonOptions common)
        : base("search", "Searches the posts and comments that readers may see, best first.", common, AnswersJson.Default.SearchAnswer)
    {
        Add(_text);
        Add(_in);
        Add(_limit);
        Add(_cursor);
    }

    protected override async Task<Result<SearchAnswer>> RunAsync(
        BlogSession session, ParseResult input, CancellationToken cancellationToken)
    {
        var found = await session.Host.Search.SearchAsync(new SearchRequest(session.Blog.Id, input.GetValue(_text)!)
        {
            Scope = input.GetValue(_in),
            Size = input.GetValue(_limit),
            Cursor = input.GetValue(_cursor),
        }, cancellationToken);
        return found.Succeeded
            ? new SearchAnswer([.. found.Value.Items.Select(Item)], found.Value.Previous, found.Value.Next)
            : found.Errors;
    }

    protected override void Show(SearchAnswer answer, IAnsiConsole console)
    {
        foreach (var item in answer.Items)
        {
            var comment = item.CommentId is { } id ? $", comment {id} by {item.Name}" : "";
            console.MarkupLine(
                $"[bold]{SafeText.Markup(item.Slug.Value)}[/] {SafeText.Markup(item.Title + comment)} [dim]{Words.Time(item.At)}[/]");
            console.MarkupLine($"  {Highlighted(item)}");
        }

        if (answer.Items.IsEmpty)
        {
            console.MarkupLine("Nothing was found.");
        }

        if (answer.Next is { } next)
        {
            console.MarkupLine($"[dim]more: --cursor {SafeText.Markup(next)}[/]");
        }
    }

    private static string Highlighted(SearchItem item)
    {
        var (markup, at) = ("", 0);
        foreach (var (start, length) in item.Highlights.Select(static h => (h.Start, h.Length)))
        {
            markup += $"{SafeText.Markup(item.Snippet[at..start])}[yellow]{SafeText.Markup(item.Snippet.Substring(start, length))}[/]";
            at = start + length;
        }

        return markup + SafeText.Markup(item.Snippet[at..]);
    }

    private static SearchItem Item(SearchHit hit) =>
        new(hit.Post.Slug, hit.Post.Title, hit.CommentId, hit.CommenterName, hit.At, hit.Snippet.Text, hit.Snippet.Highlights, hit.Score);
}
