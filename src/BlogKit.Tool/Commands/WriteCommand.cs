using System.CommandLine;
using Spectre.Console;

namespace BlogKit.CommandLine;

/// <summary>Makes a post of a Markdown file, or brings one up to date.</summary>
internal sealed class WriteCommand : BlogCommand<WriteAnswer>
{
    private readonly Argument<string> _file = new("FILE") { Description = "The text, Markdown in UTF-8; - reads standard input." };

    private readonly Option<string?> _title = new("--title")
    {
        HelpName = "TITLE",
        Description = "The title; else the first heading, which is left out of the text when it stands at its top.",
    };

    private readonly Option<Slug?> _slug = new("--slug")
    {
        HelpName = "SLUG",
        Description = "The place in URLs; else made from the title.",
        CustomParser = Parsers.OptionalSlug,
    };

    private readonly Option<string[]> _tags = new("--tag") { HelpName = "NAME", Description = "A tag; may be given more than once." };

    private readonly Option<string?> _excerpt =
        new("--excerpt") { HelpName = "TEXT", Description = "An excerpt; else taken from the text." };

    private readonly Option<Slug[]> _authors = new("--author")
    {
        HelpName = "AUTHOR-SLUG",
        Description = "An author; may be given more than once. Else whoever acts, or the blog's only author.",
        CustomParser = Parsers.Slugs,
    };

    private readonly Option<bool> _publish = new("--publish") { Description = "Publishes the post." };

    private readonly Option<bool> _draft = new("--draft") { Description = "Makes the post a draft, as a new one is anyway." };

    private readonly Option<DateTimeOffset?> _schedule = new("--schedule")
    {
        HelpName = "TIME",
        Description = "Publishes the post at this time, such as 2031-05-20T08:00+02:00; without an offset it is taken as UTC.",
        CustomParser = Parsers.Time,
    };

    private readonly Option<bool> _update =
        new("--update") { Description = "Changes the post that has the slug; what is not given stays as it is." };

    public WriteCommand(CommonOptions common)
        : base("write", "Makes a post of a Markdown file, or brings one up to date.", common, AnswersJson.Default.WriteAnswer)
    {
        Add(_file);
        Add(_title);
        Add(_slug);
        Add(_tags);
        Add(_excerpt);
        Add(_authors);
        Add(_publish);
        Add(_draft);
        Add(_schedule);
        Add(_update);
        Validators.Add(command =>
        {
            if (new Option[] { _publish, _draft, _schedule }.Count(option => command.GetResult(option) is not null) > 1)
            {
                command.AddError("Only one of --publish, --draft and --schedule can be given.");
            }
        });
    }

    protected override bool OnlyConfirms => true;

    protected override async Task<Result<WriteAnswer>> RunAsync(BlogSession session, ParseResult input, CancellationToken cancellationToken)
    {
        // What can be refused is refused before anything is written.
        if (MayNot(session, input) is { } refusal)
        {
            return refusal;
        }

        var text = await TextInput.ReadAsync("FILE", input.GetValue(_file)!, cancellationToken);
        var authors = await FindAuthorsAsync(session, input, cancellationToken);
        if (!text.Succeeded || !authors.Succeeded)
        {
            return text.Succeeded ? authors.Errors : text.Errors;
        }

        var title = input.GetValue(_title);
        var markdown = title is null ? MarkdownTitle.WithoutHeading(text.Value) : text.Value;
        title ??= session.Host.Posts.Preview(text.Value, cancellationToken: cancellationToken).Headings is [var heading, ..]
            ? heading.Text
            : null;
        if ((input.GetValue(_slug) ?? (title is null ? null : Slug.From(title))) is not { } slug)
        {
            return CommandErrors.Usage("--title", "The text has no heading to take the title from: give --title.");
        }

        var existing = await session.Host.Posts.GetBySlugAsync(session.Blog.Id, slug, session.Actor, cancellationToken);
        var isUpdate = input.GetValue(_update);
        if (existing.Succeeded && !isUpdate && !await AgreesToUpdateAsync(session, existing.Value.Post, cancellationToken))
        {
            return BlogError.Of(
                ErrorKind.Conflict,
                ErrorCodes.Taken,
                "The slug '{value}' belongs to a post: change that with --update, or choose another with --slug.",
                "--slug",
                ("value", slug));
        }

        if (!existing.Succeeded && isUpdate)
        {
            return existing.Errors;
        }

        var saved = existing.Succeeded
            ? await session.Host.Posts.UpdateAsync(
                Changed(existing.Value.Post, title, markdown, authors.Value, input), session.Actor, null, cancellationToken)
            : await session.Host.Posts.CreateAsync(
                new NewPost(session.Blog.Id, title ?? "", markdown)
                {
                    Slug = slug,
                    Tags = [.. input.GetValue(_tags) ?? []],
                    Excerpt = input.GetValue(_excerpt),
                    AuthorIds = authors.Value,
                },
                session.Actor,
                cancellationToken);
        var placed = saved.Succeeded ? await PlaceAsync(session, saved.Value, input, cancellationToken) : saved;
        return placed.Succeeded
            ? new WriteAnswer(
                placed.Value.Id,
                placed.Value.Slug,
                placed.Value.Title,
                placed.Value.GetStatusAt(session.Host.Clock.GetUtcNow()),
                placed.Value.PublishedAt,
                placed.Value.Version,
                Created: !existing.Succeeded)
            : placed.Errors;
    }

    protected override void Show(WriteAnswer answer, IAnsiConsole console)
    {
        var at = answer.Status is PostStatus.Scheduled ? $" for {Words.Time(answer.PublishedAt)}" : "";
        console.MarkupLine(
            $"[bold]{SafeText.Markup(answer.Slug.Value)}[/] was {(answer.Created ? "written" : "changed")} "
            + $"({Words.Status(answer.Status)}{at}): {SafeText.Markup(answer.Title)}");
    }

    private BlogError? MayNot(BlogSession session, ParseResult input) => input.GetValue(_schedule) switch
    {
        { } at when at <= session.Host.Clock.GetUtcNow() => BlogError.Of(
            ErrorKind.Invalid, ErrorCodes.OutOfRange, "The time must be in the future.", "--schedule"),
        var at when (at is not null || input.GetValue(_publish)) && !session.Actor.CanPublish =>
            BlogError.Of(ErrorKind.Forbidden, ErrorCodes.NotAllowed, "You may not publish without review.", "--as"),
        _ => null,
    };

    private async Task<Result<ImmutableArray<AuthorId>>> FindAuthorsAsync(
        BlogSession session, ParseResult input, CancellationToken cancellationToken)
    {
        var ids = ImmutableArray.CreateBuilder<AuthorId>();
        foreach (var slug in input.GetValue(_authors) ?? [])
        {
            var author = await session.Host.Authors.GetBySlugAsync(session.Blog.Id, slug, cancellationToken);
            if (!author.Succeeded)
            {
                return BlogError.Of(
                    ErrorKind.NotFound, ErrorCodes.AuthorNotFound, "There is no author '{slug}'.", "--author", ("slug", slug));
            }

            ids.Add(author.Value.Id);
        }

        if (ids.Count > 0 || session.Actor.AuthorId is not null || input.GetValue(_update))
        {
            return ids.ToImmutable();
        }

        return await session.Host.Authors.ListAllAsync(session.Blog.Id, cancellationToken) switch
        {
            [var only] => ImmutableArray.Create(only.Id),
            [] => CommandErrors.Usage("--author", "The blog has no author yet: make one with 'blogkit init --author NAME'."),
            _ => CommandErrors.Usage("--author", "The blog has several authors: say with --as or --author who wrote the post."),
        };
    }

    private static async Task<bool> AgreesToUpdateAsync(BlogSession session, Post post, CancellationToken cancellationToken) =>
        session.Terminal.CanAsk
        && await new ConfirmationPrompt($"The post '{SafeText.Markup(post.Title)}' has this slug. Change it?") { DefaultValue = false }
            .ShowAsync(session.Terminal.Error, cancellationToken);

    private Post Changed(Post post, string? title, string markdown, ImmutableArray<AuthorId> authors, ParseResult input) => post with
    {
        Title = title ?? post.Title,
        Markdown = markdown,
        Tags = input.GetValue(_tags) is { Length: > 0 } tags ? [.. tags.Select(Tag.From)] : post.Tags,
        Excerpt = input.GetValue(_excerpt) ?? post.Excerpt,
        AuthorIds = input.GetValue(_authors) is { Length: > 0 } ? authors : post.AuthorIds,
    };

    private async Task<Result<Post>> PlaceAsync(BlogSession session, Post post, ParseResult input, CancellationToken cancellationToken)
    {
        var posts = session.Host.Posts;
        var status = post.GetStatusAt(session.Host.Clock.GetUtcNow());
        if (input.GetValue(_schedule) is { } at)
        {
            return await posts.ScheduleAsync(post.BlogId, post.Id, at, session.Actor, post.Version, cancellationToken);
        }

        if (input.GetValue(_publish) && status is not PostStatus.Published)
        {
            return await posts.PublishAsync(post.BlogId, post.Id, session.Actor, post.Version, cancellationToken);
        }

        return input.GetValue(_draft) && status is not PostStatus.Draft
            ? await posts.ReturnToDraftAsync(post.BlogId, post.Id, session.Actor, post.Version, cancellationToken)
            : post;
    }
}
