using System.Diagnostics;
using System.Net;

namespace BlogKit.Samples.Embed.Tests;

/// <summary>The application that <c>dotnet new webapp</c> makes has a blog by few lines, each marked.</summary>
public sealed class EmbedSampleTests
{
    private const string Mark = "the blog";
    private const int MostLines = 10;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private static string Root { get; } = FindRoot();

    private static string Sample { get; } = Path.Combine(Root, "samples", "BlogKit.Samples.Embed");

    [Fact]
    public void A_blog_costs_at_most_ten_lines()
    {
        var marked = new[] { "Program.cs", "BlogKit.Samples.Embed.csproj" }
            .SelectMany(static file => File.ReadAllLines(Path.Combine(Sample, file)))
            .Where(static line => line.Contains(Mark, StringComparison.Ordinal)).ToArray();
        var unmarked = new[] { "Program.cs", "BlogKit.Samples.Embed.csproj" }
            .SelectMany(static file => File.ReadAllLines(Path.Combine(Sample, file)))
            .Where(static line => line.Contains("BlogKit", StringComparison.Ordinal) && !line.Contains(Mark, StringComparison.Ordinal));

        marked.Should().HaveCountLessThanOrEqualTo(MostLines).And.NotBeEmpty();
        unmarked.Should().BeEmpty("every line the blog needs is marked");
    }

    [Fact]
    public async Task It_starts_twice_and_shows_its_own_page_and_the_blog()
    {
        var folder = Directory.CreateTempSubdirectory("blogkit-embed-");
        try
        {
            for (var start = 0; start < 2; start++)
            {
                using var process = Start(Path.Combine(folder.FullName, "blog.db"));
                try
                {
                    using var client = new HttpClient { BaseAddress = await ListenAsync(process).WaitAsync(Patience), Timeout = Patience };
                    var (home, blog) = (await client.GetAsync("/"), await client.GetAsync("/blog"));

                    home.StatusCode.Should().Be(HttpStatusCode.OK);
                    (await home.Content.ReadAsStringAsync()).Should().Contain("Welcome").And.Contain("href=\"/blog\"");
                    blog.StatusCode.Should().Be(HttpStatusCode.OK);
                    var page = await blog.Content.ReadAsStringAsync();
                    page.Should().Contain("<title>Our blog - BlogKit.Samples.Embed</title>").And.Contain(
                        "navbar-brand", because: "the application's layout is around the blog");
                    page.IndexOf("rel=\"stylesheet\" href=\"/blog/assets/", StringComparison.Ordinal)
                        .Should().BeInRange(0, page.IndexOf("</head>", StringComparison.Ordinal));
                }
                finally
                {
                    process.Kill();
                    await process.WaitForExitAsync();
                }
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Process Start(string database)
    {
        var bin = Path.GetRelativePath(Path.Combine(Root, "tests", "BlogKit.Samples.Embed.Tests"), AppContext.BaseDirectory);
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetDirectoryName(database)!,
            ArgumentList =
            {
                Path.Combine(Sample, bin, "BlogKit.Samples.Embed.dll"),
                "--urls",
                "http://127.0.0.1:0",
                "--ConnectionStrings:Blog",
                $"Data Source={database}",
            },
        };
        start.Environment.Remove("ASPNETCORE_URLS");
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        return Process.Start(start)!;
    }

    private static async Task<Uri> ListenAsync(Process process)
    {
        const string Said = "Now listening on: ";
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.IndexOf(Said, StringComparison.Ordinal) is >= 0 and var at)
            {
                // What it says later is read too, or it would stop when nobody listens.
                _ = process.StandardOutput.ReadToEndAsync();
                return new Uri(line[(at + Said.Length)..].Trim());
            }
        }

        throw new InvalidOperationException("The sample ended before it listened.");
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "BlogKit.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("These tests run inside the repository only.");
    }
}
