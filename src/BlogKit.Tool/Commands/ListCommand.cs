using System.CommandLine;
using Spectre.Console;

namespace BlogKit.CommandLine;

/// <summary>Lists posts.</summary>
internal sealed class ListCommand : BlogCommand<ListAnswer>
{
    private readonly Option<PostStatus?> _status = new("--status") { Description = "Only posts in this stage." };

    private readonly Option<Slug?> _tag = new("--tag")
    {
        HelpName = "TAG-SLUG",
        Description = "Only published posts with this tag, newest first, as readers find them.",
        CustomParser = Parsers.OptionalSlug,
    };

    private readonly Option<int> _limit =
        new("--limit") { HelpName = "N", Description = "At most this many.", DefaultValueFactory = static _ => 20 };

    private readonly Option<string?> _cursor =
        new("--cursor") { HelpName = "CURSOR", Description = "Goes on where the page before ended." };

    public ListCommand(CommonOptions common)
        : base("list", "Lists posts of every stage, latest changed first.", common, AnswersJson.Default.ListAnswer)
    {
        Add(_status);
        Add(_tag);
        Add(_limit);
        Add(_cursor);
        Validators.Add(command =>
        {
            if (command.GetResult(_tag) is not null && command.GetResult(_status) is not null)
            {
                command.AddError("--tag lists published posts only: leave --status out.");
            }
        });
    }

    protected override async Task<Result<ListAnswer>> RunAsync(BlogSession session, ParseResult input, CancellationToken cancellationToken)
    {
        var (limit, cursor) = (input.GetValue(_limit), input.GetValue(_cursor));
        var posts = session.Host.Posts;
        var found = input.GetValue(_tag) is { } tag
            ? await posts.ListAsync(new PostListQuery(session.Blog.Id) { Tag = tag, Size = limit, Cursor = cursor }, cancellationToken)
            : await posts.ListForDeskAsync(
                new DeskPostsQuery(session.Blog.Id) { Status = input.GetValue(_status), Kind = null, Size = limit, Cursor = cursor },
                session.Actor,
                cancellationToken);
        if (!found.Succeeded)
        {
            return found.Errors;
        }

        var authors = await session.Host.Authors.FindManyAsync(
            session.Blog.Id, [.. found.Value.Items.SelectMany(static p => p.AuthorIds).Distinct()], cancellationToken);
        var now = session.Host.Clock.GetUtcNow();
        return new ListAnswer([.. found.Value.Items.Select(post => PostMapping.Item(post, authors, now))], found.Value.Next);
    }

    protected override void Show(ListAnswer answer, IAnsiConsole console)
    {
        var table = new Table { Border = TableBorder.None };
        table.AddColumns("Slug", "Status", "Published", "Comments", "Authors", "Title");
        foreach (var post in answer.Items)
        {
            table.AddRow(
                SafeText.Markup(post.Slug.Value),
                Words.Status(post.Status),
                Words.Time(post.PublishedAt),
                Words.Number(post.Comments),
                SafeText.Markup(string.Join(", ", post.Authors.Select(static a => a.Name))),
                $"[bold]{SafeText.Markup(post.Title)}[/]");
        }

        console.Write(table);
        if (answer.Next is { } next)
        {
            console.MarkupLine($"[dim]more: --cursor {SafeText.Markup(next)}[/]");
        }
    }
}
