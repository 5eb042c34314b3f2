namespace BlogKit.CommandLine.Tests;

public class CopyTests
{
    [Theory]
    [InlineData("blog.jsonl")]
    [InlineData("blog.jsonl.gz")]
    public async Task A_blog_is_moved_into_a_database_that_is_not_there_yet(string name)
    {
        using var here = await CommandLineBlog.CreateWithPostAsync();
        using var there = new CommandLineBlog();
        var file = Path.Combine(here.Folder, name);

        (await here.RunAsync("export", "json", file)).Done();
        var moved = (await there.RunAsync("import", "json", file, "--json")).Done().Json;

        moved.GetProperty("isWhole").GetBoolean().Should().BeTrue();
        moved.GetProperty("byKind").GetProperty("post").GetProperty("stored").GetInt64().Should().Be(1);
        (await there.RunAsync("show", "bees")).Done().Output.Should().Contain("They dance for directions.");
        (await there.RunAsync("import", "json", file, "--json")).Done().Json.GetProperty("counts").GetProperty("stored").GetInt64()
            .Should().Be(0);
        File.Exists(file + ".part").Should().BeFalse();
    }

    [Fact]
    public async Task A_file_that_is_there_is_replaced_only_when_it_is_said()
    {
        using var blog = await CommandLineBlog.CreateWithPostAsync();
        var file = blog.Write("blog.jsonl", "mine");

        (await blog.RunAsync("export", "json", file)).ExitCode.Should().Be(ExitCodes.Conflict);
        (await File.ReadAllTextAsync(file)).Should().Be("mine");
        (await blog.RunAsync("export", "json", file, "--force")).Done();

        (await File.ReadAllTextAsync(file)).Should().StartWith("{\"format\":\"blogkit\"");
    }

    [Fact]
    public async Task A_copy_that_breaks_off_is_told_line_by_line_and_a_dry_run_changes_nothing()
    {
        using var blog = await CommandLineBlog.CreateWithPostAsync();
        var file = Path.Combine(blog.Folder, "blog.jsonl");
        (await blog.RunAsync("export", "json", file)).Done();
        var lines = await File.ReadAllLinesAsync(file);
        await File.WriteAllLinesAsync(file, [.. lines[..^2], "nonsense"]);
        var report = Path.Combine(blog.Folder, "report.txt");

        var run = await blog.RunAsync("import", "json", file, "--dry-run", "--report", report);

        run.ExitCode.Should().Be(ExitCodes.BadInput);
        run.Error.Should().Contain("not whole");
        (await File.ReadAllTextAsync(report)).Should().Contain($"(line {lines.Length - 1})").And.Contain("refused: end");
    }

    [Fact]
    public async Task What_is_no_copy_is_refused_with_a_sentence()
    {
        using var blog = await CommandLineBlog.CreateAsync();

        var run = await blog.RunAsync("import", "json", blog.Write("export.xml", "<rss/>"));

        run.ExitCode.Should().Be(ExitCodes.BadInput);
        run.Error.Should().Contain("no copy of a blog");
    }

    [Fact]
    public async Task Pictures_and_files_go_along()
    {
        using var here = await CommandLineBlog.CreateAsync();
        using var there = new CommandLineBlog();
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("bytes"u8));
        Directory.CreateDirectory(Path.Combine(here.Folder, "files"));
        here.Write(Path.Combine("files", hash + ".bin"), "bytes");
        var file = Path.Combine(here.Folder, "blog.jsonl");
        (await here.RunAsync("export", "json", file)).Done();

        var moved = (await there.RunAsync("import", "json", file, "--media", Path.Combine(here.Folder, "files"), "--json")).Done().Json;

        moved.GetProperty("byKind").GetProperty("media").GetProperty("stored").GetInt64().Should().Be(1);
        var again = Path.Combine(there.Folder, "again");
        (await there.RunAsync("export", "json", Path.Combine(there.Folder, "b.jsonl"), "--media", again)).Done();
        File.Exists(Path.Combine(again, hash + ".bin")).Should().BeTrue();
    }
}
