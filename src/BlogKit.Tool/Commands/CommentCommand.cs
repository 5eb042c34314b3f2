using System.CommandLine;
using Spectre.Console;

namespace BlogKit.CommandLine;

/// <summary>Submits a comment: as an author with <c>--as</c>, else as a guest, who is moderated as on the web.</summary>
internal sealed class CommentCommand : BlogCommand<CommentAnswer>
{
    private readonly Argument<Slug> _slug = new("SLUG") { Description = "The post.", CustomParser = Parsers.Slug };

    private readonly Option<string> _body =
        new("--body") { HelpName = "TEXT", Description = "The comment, Markdown; - reads standard input.", Required = true };

    private readonly Option<CommentId?> _replyTo = new("--reply-to")
    {
        HelpName = "COMMENT-ID",
        Description = "The comment answered.",
        CustomParser = Parsers.OptionalCommentId,
    };

    private readonly Option<string?> _name = new("--name") { HelpName = "NAME", Description = "A guest's name." };

    private readonly Option<string?> _email =
        new("--email") { HelpName = "ADDRESS", Description = "A guest's e-mail address; never shown." };

    private readonly Option<string?> _url = new("--url") { HelpName = "URL", Description = "A guest's site." };

    private readonly Option<string?> _key = new("--idempotency-key")
    {
        HelpName = "KEY",
        Description = "Makes repeating the command harmless: the same key by the same writer is the same comment.",
    };

    public CommentCommand(CommonOptions common)
        : base(
            "comment",
            "Submits a comment: as an author with --as, else as a guest, who is moderated as on the web.",
            common,
            AnswersJson.Default.CommentAnswer)
    {
        Add(_slug);
        Add(_body);
        Add(_replyTo);
        Add(_name);
        Add(_email);
        Add(_url);
        Add(_key);
    }

    protected override bool OnlyConfirms => true;

    protected override async Task<Result<CommentAnswer>> RunAsync(
        BlogSession session, ParseResult input, CancellationToken cancellationToken)
    {
        var post = await session.FindPostAsync(input.GetValue(_slug), cancellationToken);
        if (!post.Succeeded)
        {
            return post.Errors;
        }

        var body = await TextInput.ReadOptionAsync("--body", input.GetValue(_body)!, cancellationToken);
        if (!body.Succeeded)
        {
            return body.Errors;
        }

        var comment = new NewComment(session.Blog.Id, post.Value.Id, body.Value)
        {
            ParentId = input.GetValue(_replyTo),
            Name = input.GetValue(_name),
            Email = input.GetValue(_email),
            Url = input.GetValue(_url),
            IdempotencyKey = input.GetValue(_key),
            UserAgent = "blogkit",
        };
        var actor = session.Actor.Kind is ActorKind.Author ? session.Actor : Actor.Anonymous;
        var submitted = await session.Host.Comments.SubmitAsync(comment, actor, cancellationToken);
        return submitted.Succeeded
            ? new CommentAnswer(
                submitted.Value.Comment.Id,
                post.Value.Slug,
                submitted.Value.Comment.Status,
                submitted.Value.Replayed,
                submitted.Value.Comment.Decision.Explanation)
            : submitted.Errors;
    }

    protected override void Show(CommentAnswer answer, IAnsiConsole console) =>
        console.MarkupLine($"Comment [bold]{answer.Id}[/] is {Words.Status(answer.Status)}. [dim]{SafeText.Markup(answer.Explanation)}[/]");
}
