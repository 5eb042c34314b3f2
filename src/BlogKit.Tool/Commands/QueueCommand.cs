using System.CommandLine;
using BlogKit.Moderation;
using Spectre.Console;

namespace BlogKit.CommandLine;

/// <summary>Lists the comments in one status.</summary>
internal sealed class QueueCommand : BlogCommand<QueueAnswer>
{
    private readonly Option<CommentStatus> _status = new("--status")
    {
        Description = "Which comments.",
        DefaultValueFactory = static _ => CommentStatus.Pending,
    };

    private readonly Option<Slug?> _post =
        new("--post") { HelpName = "SLUG", Description = "Only those of this post.", CustomParser = Parsers.OptionalSlug };

    private readonly Option<int> _limit =
        new("--limit") { HelpName = "N", Description = "At most this many.", DefaultValueFactory = static _ => 50 };

    private readonly Option<string?> _cursor =
        new("--cursor") { HelpName = "CURSOR", Description = "Goes on where the page before ended." };

    public QueueCommand(CommonOptions common)
        : base(
            "queue",
            "Lists the comments that wait for a moderator, or are in another status, newest first.",
            common,
            AnswersJson.Default.QueueAnswer)
    {
        Add(_status);
        Add(_post);
        Add(_limit);
        Add(_cursor);
    }

    protected override async Task<Result<QueueAnswer>> RunAsync(BlogSession session, ParseResult input, CancellationToken cancellationToken)
    {
        PostId? postId = null;
        if (input.GetValue(_post) is { } slug)
        {
            var post = await session.FindPostAsync(slug, cancellationToken);
            if (!post.Succeeded)
            {
                return post.Errors;
            }

            postId = post.Value.Id;
        }

        var filter = new QueueFilter(session.Blog.Id) { Statuses = [input.GetValue(_status)], PostId = postId };
        var listed = await session.Host.Queue.ListAsync(
            filter, session.Actor, input.GetValue(_limit), input.GetValue(_cursor), cancellationToken);
        return listed.Succeeded
            ? new QueueAnswer([.. listed.Value.Items.Select(Item)], listed.Value.Next)
            : listed.Errors;
    }

    protected override void Show(QueueAnswer answer, IAnsiConsole console)
    {
        foreach (var item in answer.Items)
        {
            var email = item.Email is { } address ? $" <{address}>" : "";
            console.MarkupLine(
                $"[bold]{item.Id}[/] {Words.Time(item.CreatedAt)} [green]{SafeText.Markup(item.Name + email)}[/] on "
                + $"[bold]{SafeText.Markup(item.Post.Value)}[/]");
            console.Write(new Padder(new Text(SafeText.Block(item.Text)), new Padding(2, 0, 0, 0)));
            console.MarkupLine($"  [dim]{SafeText.Markup(item.Explanation)}[/]");
        }

        if (answer.Items.IsEmpty)
        {
            console.MarkupLine("Nothing is here.");
        }

        if (answer.Next is { } next)
        {
            console.MarkupLine($"[dim]more: --cursor {SafeText.Markup(next)}[/]");
        }
    }

    private static QueueItem Item(QueuedComment listed) => new()
    {
        Id = listed.Comment.Id,
        Post = listed.Post.Slug,
        Title = listed.Post.Title,
        Name = listed.Comment.By.Name,
        Email = listed.Comment.By.Email,
        Status = listed.Comment.Status,
        Text = listed.Comment.PlainText,
        CreatedAt = listed.Comment.CreatedAt,
        Explanation = listed.Comment.Explanation,
        Version = listed.Comment.Version,
    };
}
