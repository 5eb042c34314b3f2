namespace BlogKit.CommandLine.Tests;

public class StaticExportTests
{
    private const string Address = "https://bees.example/notes/";

    [Fact]
    public async Task The_blog_is_written_with_its_comments_as_files_for_a_static_host()
    {
        using var blog = await CommandLineBlog.CreateWithPostAsync();
        var comment = await blog.CommentAsync("How far do they fly?");
        var folder = Path.Combine(blog.Folder, "site");

        var answer = (await blog.RunAsync("static-export", folder, "--base-url", Address, "--json")).Done().Json;

        answer.GetProperty("pages").GetInt32().Should().BeGreaterThan(1);
        answer.GetProperty("missing").GetArrayLength().Should().Be(0);
        var post = await File.ReadAllTextAsync(Path.Combine(folder, "bees", "index.html"));
        post.Should().Contain("They dance for directions.").And.Contain("How far do they fly?").And.Contain(Address + "bees");
        post.Should().NotContain("<form").And.NotContain("<script").And.NotContain("gus@example.org");
        (await File.ReadAllTextAsync(Path.Combine(folder, "index.html"))).Should().Contain("Bees");
        (await File.ReadAllTextAsync(Path.Combine(folder, "feed.xml"))).Should().Contain(Address + "bees");
        File.Exists(Path.Combine(folder, "comments", comment, "index.html")).Should().BeTrue();
    }

    [Fact]
    public async Task The_command_is_found_by_its_name_of_before_too()
    {
        using var blog = await CommandLineBlog.CreateWithPostAsync();

        (await blog.RunAsync("publish", "site", "--base-url", Address)).Done();

        File.Exists(Path.Combine(blog.Folder, "site", "bees", "index.html")).Should().BeTrue();
    }

    [Fact]
    public async Task Exported_again_it_changes_nothing_and_says_so()
    {
        using var blog = await CommandLineBlog.CreateWithPostAsync();
        (await blog.RunAsync("static-export", "site", "--base-url", Address)).Done();

        var run = (await blog.RunAsync("static-export", "site", "--base-url", Address)).Done();

        run.Output.Should().Contain("0 changed, 0 removed");
    }

    [Theory]
    [InlineData("site")]
    [InlineData("site", "--base-url", "ftp://bees.example/")]
    [InlineData("site", "--base-url", "nonsense")]
    [InlineData]
    public async Task Without_a_folder_or_a_web_address_nothing_is_written(params string[] arguments)
    {
        using var blog = await CommandLineBlog.CreateWithPostAsync();

        var run = await blog.RunAsync(["static-export", .. arguments]);

        run.ExitCode.Should().Be(2);
        run.Output.Should().BeEmpty();
        run.Error.Should().Contain(arguments.Length == 0 ? "DIR" : "--base-url");
        Directory.Exists(Path.Combine(blog.Folder, "site")).Should().BeFalse();
    }

    [Fact]
    public async Task A_file_of_somebody_elses_is_not_written_over()
    {
        using var blog = await CommandLineBlog.CreateWithPostAsync();
        Directory.CreateDirectory(Path.Combine(blog.Folder, "site"));
        var own = blog.Write(Path.Combine("site", "index.html"), "mine");

        var run = await blog.RunAsync("static-export", "site", "--base-url", Address);

        run.ExitCode.Should().NotBe(0);
        (await File.ReadAllTextAsync(own)).Should().Be("mine");
    }

    [Fact]
    public async Task Uploads_beside_the_database_and_links_into_the_blog_are_carried_along()
    {
        using var blog = await CommandLineBlog.CreateWithPostAsync();
        var name = new string('b', 64) + ".png";
        await blog.PublishAsync("pictures", $"# Pictures\n\n![A hive](/blog/media/{name}) and [bees](/blog/bees)");
        var first = await blog.RunAsync("static-export", "site", "--base-url", Address);
        var folder = Directory.CreateDirectory(Path.Combine(blog.Folder, "media", await IdOfAsync(blog)));
        byte[] picture =
        [
            0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0, 1,
            2, 3, 4,
        ];
        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, name), picture);

        (await blog.RunAsync("static-export", "site", "--base-url", Address)).Done();

        first.ExitCode.Should().Be(3, "a picture is missing");
        first.Error.Should().Contain("/media/" + name);
        (await File.ReadAllBytesAsync(Path.Combine(blog.Folder, "site", "media", name))).Should().Equal(picture);
        (await File.ReadAllTextAsync(Path.Combine(blog.Folder, "site", "pictures", "index.html")))
            .Should().Contain($"../media/{name}").And.Contain("\"../bees/\"");
    }

    private static async Task<string> IdOfAsync(CommandLineBlog blog)
    {
        await using var host = (await BlogHost.OpenAsync(blog.Database, settings: null, CancellationToken.None)).Value;
        return (await host.Blogs.GetByKeyAsync("default")).Value.Id.ToString();
    }
}
