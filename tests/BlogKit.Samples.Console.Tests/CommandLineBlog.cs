using System.Diagnostics;
using System.Text;

namespace BlogKit.CommandLine.Tests;

/// <summary>A temporary folder with a blog in it, and the built command line to work on it: every run is a process of its own.</summary>
internal sealed class CommandLineBlog : IDisposable
{
    private static readonly string Assembly = Path.Combine(AppContext.BaseDirectory, "BlogKit.Samples.Console.dll");

    public CommandLineBlog() => Folder = Directory.CreateTempSubdirectory("blogkit-cli-").FullName;

    public string Folder { get; }

    public string Database => Path.Combine(Folder, "blog.db");

    /// <summary>A blog that was made by <c>init</c>, with the author <c>ada</c>, its administrator.</summary>
    public static async Task<CommandLineBlog> CreateAsync()
    {
        var blog = new CommandLineBlog();
        (await blog.RunAsync("init", "--author", "Ada", "--email", "ada@example.org")).Done();
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

    public async Task PublishAsync(string slug, string markdown) =>
        (await RunAsync("write", Write($"{slug}.md", markdown), "--slug", slug, "--publish")).Done();

    /// <summary>Submits a guest's comment; returns its id.</summary>
    public async Task<string> CommentAsync(string body, string name = "Gus", string? replyTo = null, bool approve = true)
    {
        string[] reply = replyTo is null ? [] : ["--reply-to", replyTo];
        string[] arguments = ["comment", "bees", "--body", body, "--name", name, "--email", $"{Slug.From(name)}@example.org", "--json", .. reply];
        var id = (await RunAsync(arguments)).Done().Json.GetProperty("id").GetString()!;
        if (approve)
        {
            (await RunAsync("approve", id)).Done();
        }

        return id;
    }

    /// <summary>The same database through the library, for what the command line does not offer.</summary>
    public async Task<T> WithHostAsync<T>(Func<BlogHost, Blog, Task<T>> use)
    {
        await using var host = (await BlogHost.OpenAsync(Database, CancellationToken.None)).GetValue();
        return await use(host, (await host.Blogs.FindByKeyAsync("default")).GetValue());
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
        (string, string?)[] defaults = [("TERM", "xterm-256color"), ("GITHUB_ACTIONS", "true"), ("BLOGKIT_DATABASE", null)];
        foreach (var (name, value) in defaults.Concat(environment))
        {
            start.Environment[name] = value;
        }

        return start;
    }
}
