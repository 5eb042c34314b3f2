using System.CommandLine;
using Spectre.Console;

namespace BlogKit.CommandLine;

/// <summary>Shows a post and its thread.</summary>
internal sealed class ShowCommand : BlogCommand<ShowAnswer>
{
    private readonly Argument<Slug> _slug =
        new("SLUG") { Description = "The post, by its present or a former slug.", CustomParser = Parsers.Slug };

    private readonly Option<ThreadSort?> _sort = new("--sort") { Description = "The order of the thread." };

    private readonly Option<CommentId?> _under = new("--under")
    {
        HelpName = "COMMENT-ID",
        Description = "Only what is below this comment.",
        CustomParser = Parsers.OptionalCommentId,
    };

    private readonly Option<int?> _limit =
        new("--limit") { HelpName = "N", Description = "At most this many top-level comments, or replies with --under." };

    private readonly Option<string?> _cursor =
        new("--cursor") { HelpName = "CURSOR", Description = "Goes on in the thread where the page before ended." };

    public ShowCommand(CommonOptions common)
        : base("show", "Shows a post and its thread.", common, AnswersJson.Default.ShowAnswer)
    {
        Add(_slug);
        Add(_sort);
        Add(_under);
        Add(_limit);
        Add(_cursor);
    }

    protected override async Task<Result<ShowAnswer>> RunAsync(BlogSession session, ParseResult input, CancellationToken cancellationToken)
    {
        var found = await session.FindPostAsync(input.GetValue(_slug), cancellationToken);
        if (!found.Succeeded)
        {
            return found.Errors;
        }

        var post = found.Value;
        var thread = input.GetValue(_under) is { } under
            ? await ReadRepliesAsync(session, post, under, input, cancellationToken)
            : await ReadThreadAsync(session, post, input, cancellationToken);
        if (!thread.Succeeded)
        {
            return thread.Errors;
        }

        var authors = await session.Host.Authors.FindManyAsync(post.BlogId, post.AuthorIds, cancellationToken);
        var now = session.Host.Clock.GetUtcNow();
        return new ShowAnswer(
            PostMapping.Item(post, authors, thread.Value.Shown, now),
            post.Markdown,
            post.Rendered.Html,
            session.Blog.Comments.With(post.Comments).FindClosedReason(post.PublishedAt, thread.Value.Shown, now),
            thread.Value);
    }

    protected override void Show(ShowAnswer answer, IAnsiConsole console)
    {
        var post = answer.Post;
        if (answer.Thread.Under is null)
        {
            console.MarkupLine($"[bold underline]{SafeText.Markup(post.Title)}[/]");
            console.MarkupLine(SafeText.Markup(
                $"{string.Join(", ", post.Authors.Select(static a => a.Name))}, {Words.Status(post.Status)}, "
                + $"{Words.Time(post.PublishedAt)}, {Words.Count(post.Words, "word", "words")}"));
            if (!post.Tags.IsEmpty)
            {
                console.MarkupLine($"[dim]{SafeText.Markup(string.Join(", ", post.Tags))}[/]");
            }

            console.WriteLine();
            console.Write(MarkdownView.Draw(answer.Markdown));
            console.WriteLine();
        }

        var closed = answer.CommentsClosed is null ? "" : ", closed";
        console.Write(ThreadTree.Draw(Words.Count(post.Comments, "comment", "comments") + closed, answer.Thread.Items));
        if (answer.Thread.Next is { } next)
        {
            console.MarkupLine($"[dim]more: --cursor {SafeText.Markup(next)}[/]");
        }
    }

    private async Task<Result<ThreadItems>> ReadThreadAsync(
        BlogSession session, Post post, ParseResult input, CancellationToken cancellationToken)
    {
        var query = ThreadQuery.For(post) with
        {
            Sort = input.GetValue(_sort),
            Size = input.GetValue(_limit),
            Cursor = input.GetValue(_cursor),
            Viewer = session.Actor,
        };
        var read = await session.Host.Threads.ReadAsync(query, cancellationToken);
        return read.Succeeded
            ? new ThreadItems(
                null,
                read.Value.ShownComments,
                read.Value.RootCount,
                [.. read.Value.Roots.Concat(read.Value.Held).Select(ThreadMapping.Item)],
                read.Value.Previous,
                read.Value.Next)
            : read.Errors;
    }

    private async Task<Result<ThreadItems>> ReadRepliesAsync(
        BlogSession session, Post post, CommentId under, ParseResult input, CancellationToken cancellationToken)
    {
        var query = new RepliesPageQuery(session.Blog.Id, under)
        {
            PostAuthorIds = post.AuthorIds,
            Size = input.GetValue(_limit),
            Cursor = input.GetValue(_cursor),
            Viewer = session.Actor,
        };
        var read = await session.Host.Threads.ReadRepliesAsync(query, cancellationToken);
        if (!read.Succeeded)
        {
            return read.Errors;
        }

        var counts = await session.Host.Threads.CountAsync(session.Blog.Id, post.Id, cancellationToken);
        return read.Value.PostId == post.Id
            ? new ThreadItems(
                under, counts.Approved, null, [.. read.Value.Replies.Select(ThreadMapping.Item)], null, read.Value.More?.Cursor)
            : CommandErrors.CommentNotFound;
    }
}
