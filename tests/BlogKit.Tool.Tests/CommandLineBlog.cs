using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace BlogKit.CommandLine.Tests;

/// <summary>A temporary folder with a blog in it, and the built command line to work on it: every run is a process of its own.</summary>
internal sealed class CommandLineBlog : IDisposable
{
    private static readonly string Assembly = Path.Combine(AppContext.BaseDirectory, "BlogKit.Tool.dll");

    public CommandLineBlog() => Folder = Directory.CreateTempSubdirectory("blogkit-cli-").FullName;

    public string Folder { get; }

    public string Database => Path.Combine(Folder, "blog.db");

    /// <summary>The options comments are judged by, through the library; a process is given them with <c>--settings</c>.</summary>
    public SettingsFile? Settings { get; set; }

    /// <summary>
    /// A blog as <c>init</c> makes it, with the author <c>ada</c>, its administrator. What a test starts from is made without processes:
    /// they are slow.
    /// </summary>
    public static async Task<CommandLineBlog> CreateAsync()
    {
        var blog = new CommandLineBlog();
        await using var host = (await BlogHost.PrepareAsync(blog.Database, settings: null, CancellationToken.None)).Value;
        var owner = (await host.Blogs.CreateAsync(new NewBlog("default", "Blog"), Actor.System)).Value;
        var ada = new NewAuthor(owner.Id, "Ada") { Email = "ada@example.org", Roles = BlogRoles.Author | BlogRoles.Administrator };
        _ = (await host.Authors.CreateAsync(ada, Actor.System)).Value;
        return blog;
    }

    /// <summary>One with a published post <c>bees</c>.</summary>
    public static async Task<CommandLineBlog> CreateWithPostAsync()
    {
        var blog = await CreateAsync();
        await blog.PublishAsync("bees", "# Bees\n\nThey dance for directions.");
        return blog;
    }

    public Task<Run> RunAsync(params string[] arguments) => RunAsync(arguments, null);

    public async Task<Run> RunAsync(string[] arguments, string? input, params (string Name, string? Value)[] environment)
    {
        using var process = Start(arguments, environment);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (input is not null)
        {
            await process.StandardInput.WriteAsync(input);
        }

        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return new Run(process.ExitCode, await output, await error);
    }

    public Process Start(string[] arguments, params (string Name, string? Value)[] environment) =>
        Process.Start(Command("dotnet", [Assembly, .. arguments], environment))!;

    /// <summary>Runs a shell command in which <c>$blogkit</c> is the command line.</summary>
    public async Task<Run> ShellAsync(string command)
    {
        using var process = Process.Start(Command("sh", ["-c", command], [("blogkit", $"dotnet {Assembly}")]))!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new Run(process.ExitCode, await output, await error);
    }

    public string Write(string name, string text)
    {
        var file = Path.Combine(Folder, name);
        File.WriteAllText(file, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return file;
    }

    public Task PublishAsync(string slug, string markdown) => WithHostAsync(async (host, owner) =>
    {
        var ada = (await host.Authors.GetBySlugAsync(owner.Id, Slug.From("ada"))).Value;
        var title = host.Posts.Preview(markdown).Headings[0].Text;
        var draft = (await host.Posts.CreateAsync(
            new NewPost(owner.Id, title, MarkdownTitle.WithoutHeading(markdown)) { Slug = Slug.From(slug) }, Actor.Author(ada))).Value;
        return (await host.Posts.PublishAsync(draft.BlogId, draft.Id, Actor.System, draft.Version)).Value;
    });

    /// <summary>A guest's comment on <c>bees</c>; returns its id.</summary>
    public Task<string> CommentAsync(
        string body, string name = "Gus", string? replyTo = null, bool approve = true) => WithHostAsync(async (host, owner) =>
    {
        var post = (await host.Posts.GetBySlugAsync(owner.Id, Slug.From("bees"), Actor.System)).Value.Post;
        var input = new NewComment(post.BlogId, post.Id, body)
        {
            Name = name,
            Email = $"{Slug.From(name)}@example.org",
            ParentId = replyTo is null ? null : CommentId.Parse(replyTo, CultureInfo.InvariantCulture),
        };
        var id = (await host.Comments.SubmitAsync(input, Actor.Anonymous)).Value.Comment.Id;
        if (approve)
        {
            _ = (await host.Moderation.ApproveAsync(owner.Id, id, Actor.System)).Value;
        }

        return id.ToString();
    });

    /// <summary>The same database through the library, for what the command line does not offer.</summary>
    public async Task<T> WithHostAsync<T>(Func<BlogHost, Blog, Task<T>> use)
    {
        await using var host = (await BlogHost.OpenAsync(Database, Settings, CancellationToken.None)).Value;
        return await use(host, (await host.Blogs.GetByKeyAsync("default")).Value);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private ProcessStartInfo Command(string file, IEnumerable<string> arguments, (string Name, string? Value)[] environment)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };

        // What makes programs write colours to a pipe must not make this one do it.
        (string, string?)[] defaults =
        [
            ("TERM", "xterm-256color"),
            ("GITHUB_ACTIONS", "true"),
            ("BLOGKIT_DATABASE", null),
            ("BLOGKIT_SETTINGS", null),
        ];
        foreach (var (name, value) in defaults.Concat(environment))
        {
            start.Environment[name] = value;
        }

        return start;
    }
}
