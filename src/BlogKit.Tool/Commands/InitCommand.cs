using System.CommandLine;
using Spectre.Console;

namespace BlogKit.CommandLine;

/// <summary>Creates the database, the blog and its first author; what is there already stays as it is.</summary>
internal sealed class InitCommand : HostCommand<InitAnswer>
{
    private readonly Option<string> _name =
        new("--name") { HelpName = "NAME", Description = "What a new blog is called.", DefaultValueFactory = static _ => "Blog" };

    private readonly Option<string?> _zone = new("--time-zone")
    {
        HelpName = "ZONE",
        Description = "The zone in which a new blog has its days, such as Europe/Berlin; else UTC.",
    };

    private readonly Option<string> _author =
        new("--author") { HelpName = "NAME", Description = "The first author's name.", DefaultValueFactory = static _ => "Author" };

    private readonly Option<string?> _email =
        new("--email") { HelpName = "ADDRESS", Description = "The first author's e-mail address; never shown." };

    public InitCommand(CommonOptions common)
        : base(
            "init",
            "Creates the database, the blog and its first author, or brings an older database forward.",
            common,
            AnswersJson.Default.InitAnswer)
    {
        Add(_name);
        Add(_zone);
        Add(_author);
        Add(_email);
    }

    protected override bool OnlyConfirms => true;

    protected override Task<Result<BlogHost>> OpenAsync(
        string database, SettingsFile? settings, ParseResult input, CancellationToken cancellationToken) =>
        BlogHost.PrepareAsync(database, settings, cancellationToken);

    protected override async Task<Result<InitAnswer>> RunAsync(
        BlogHost host, Terminal terminal, ParseResult input, CancellationToken cancellationToken)
    {
        var key = input.GetValue(Common.Blog)!;
        var found = await host.Blogs.GetByKeyAsync(key, cancellationToken);
        var blog = found.Succeeded
            ? found
            : await host.Blogs.CreateAsync(new NewBlog(key, input.GetValue(_name)!), Actor.System, cancellationToken);
        if (!found.Succeeded && blog.Succeeded && input.GetValue(_zone) is { } zone)
        {
            blog = await host.Blogs.UpdateAsync(blog.Value with { TimeZone = zone }, Actor.System, cancellationToken);
        }

        if (!blog.Succeeded)
        {
            return blog.Errors;
        }

        if (await host.Authors.ListAllAsync(blog.Value.Id, cancellationToken) is [var first, ..])
        {
            return new InitAnswer(host.Database, key, !found.Succeeded, first.Slug, AuthorCreated: false);
        }

        var author = await host.Authors.CreateAsync(
            new NewAuthor(blog.Value.Id, input.GetValue(_author)!)
            {
                Email = input.GetValue(_email),
                Roles = BlogRoles.Author | BlogRoles.Administrator,
            },
            Actor.System,
            cancellationToken);
        return author.Succeeded
            ? new InitAnswer(host.Database, key, !found.Succeeded, author.Value.Slug, AuthorCreated: true)
            : author.Errors;
    }

    protected override void Show(InitAnswer answer, IAnsiConsole console)
    {
        console.MarkupLine(
            $"The blog [bold]{SafeText.Markup(answer.Blog)}[/] {(answer.BlogCreated ? "was created" : "is there already")} in "
            + $"{SafeText.Markup(answer.Database)}.");
        console.MarkupLine(
            $"The author [bold]{SafeText.Markup(answer.Author?.Value)}[/] {(answer.AuthorCreated ? "was created" : "is there already")}.");
    }
}
