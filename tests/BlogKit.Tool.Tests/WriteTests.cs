using System.Text;

namespace BlogKit.CommandLine.Tests;

public class WriteTests
{
    [Fact]
    public async Task The_title_comes_from_the_heading_which_leaves_the_text()
    {
        using var blog = await CommandLineBlog.CreateAsync();
        var file = blog.Write("post.md", "---\ndraft: true\n---\n\n# Why *bees* dance\n\nTo tell the way.\n");

        var answer = (await blog.RunAsync("write", file, "--tag", "Bees", "--tag", "Dance", "--json")).Done().Json;

        answer.GetProperty("slug").GetString().Should().Be("why-bees-dance");
        answer.GetProperty("status").GetString().Should().Be("draft");
        answer.GetProperty("created").GetBoolean().Should().BeTrue();
        var shown = (await blog.RunAsync("show", "why-bees-dance", "--json")).Done().Json;
        shown.GetProperty("post").GetProperty("title").GetString().Should().Be("Why bees dance");
        shown.GetProperty("post").GetProperty("tags").EnumerateArray().Select(t => t.GetString()).Should().Equal("Bees", "Dance");
        shown.GetProperty("html").GetString().Should().Contain("To tell the way.").And.NotContain("Why").And.NotContain("draft: true");
    }

    [Fact]
    public async Task A_title_that_is_given_leaves_the_text_whole()
    {
        using var blog = await CommandLineBlog.CreateAsync();
        var file = blog.Write("post.md", "# First part\n\nText.");

        (await blog.RunAsync("write", file, "--title", "Both parts", "--slug", "parts")).Done();

        var shown = (await blog.RunAsync("show", "parts", "--json")).Done().Json;
        shown.GetProperty("markdown").GetString().Should().StartWith("# First part");
    }

    [Fact]
    public async Task A_dash_reads_standard_input()
    {
        using var blog = await CommandLineBlog.CreateAsync();

        (await blog.RunAsync(["write", "-", "--publish"], "# Über Bienen 🐝\n\nSie tanzen.")).Done();

        var run = (await blog.RunAsync("show", "uber-bienen")).Done();
        run.Output.Should().Contain("Über Bienen 🐝").And.Contain("Sie tanzen.").And.Contain("published");
    }

    [Fact]
    public async Task A_blog_without_an_author_says_how_one_is_made()
    {
        using var blog = new CommandLineBlog();
        await using (var host = (await BlogHost.PrepareAsync(blog.Database, settings: null, CancellationToken.None)).Value)
        {
            (await host.Blogs.CreateAsync(new NewBlog("default", "Blog"), Actor.System)).EnsureSucceeded();
        }

        var run = await blog.RunAsync("write", blog.Write("post.md", "# Bees\n\nThey dance."));

        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain("no author yet").And.Contain("blogkit init --author");
    }

    [Fact]
    public async Task A_text_without_a_title_is_refused()
    {
        using var blog = await CommandLineBlog.CreateAsync();

        var run = await blog.RunAsync("write", blog.Write("post.md", "Only text."));

        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain("--title");
    }

    [Fact]
    public async Task A_slug_that_is_taken_is_changed_only_when_asked_for()
    {
        using var blog = await CommandLineBlog.CreateWithPostAsync();
        var file = blog.Write("new.md", "# Bees\n\nThey sleep in winter. Or do they?");

        var refused = await blog.RunAsync("write", file);
        refused.ExitCode.Should().Be(4);
        refused.Error.Should().Contain("--update").And.Contain("taken");

        var changed = (await blog.RunAsync("write", file, "--update", "--json")).Done().Json;
        changed.GetProperty("created").GetBoolean().Should().BeFalse();
        changed.GetProperty("status").GetString().Should().Be("published");
        (await blog.RunAsync("show", "bees")).Done().Output.Should().Contain("They sleep in winter.");
    }

    [Fact]
    public async Task An_update_without_a_heading_keeps_the_title_and_the_tags()
    {
        using var blog = await CommandLineBlog.CreateAsync();
        (await blog.RunAsync("write", blog.Write("a.md", "# Bees\n\nOld."), "--tag", "Insects")).Done();

        (await blog.RunAsync("write", blog.Write("b.md", "New."), "--slug", "bees", "--update")).Done();

        var post = (await blog.RunAsync("show", "bees", "--json")).Done().Json;
        post.GetProperty("markdown").GetString().Should().Be("New.");
        post.GetProperty("post").GetProperty("title").GetString().Should().Be("Bees");
        post.GetProperty("post").GetProperty("tags")[0].GetString().Should().Be("Insects");
    }

    [Fact]
    public async Task Updating_what_is_not_there_is_not_found()
    {
        using var blog = await CommandLineBlog.CreateAsync();

        (await blog.RunAsync("write", blog.Write("a.md", "# Wasps"), "--update")).ExitCode.Should().Be(3);
    }

    [Fact]
    public async Task A_post_is_scheduled_published_and_made_a_draft_again()
    {
        using var blog = await CommandLineBlog.CreateAsync();
        var file = blog.Write("a.md", "# Bees\n\nText.");

        var scheduled = (await blog.RunAsync("write", file, "--schedule", "2999-05-20T08:00+02:00", "--json")).Done().Json;
        scheduled.GetProperty("status").GetString().Should().Be("scheduled");
        scheduled.GetProperty("publishedAt").GetDateTimeOffset().Should().Be(new DateTimeOffset(2999, 5, 20, 6, 0, 0, TimeSpan.Zero));

        (await blog.RunAsync("write", file, "--update", "--publish", "--json")).Done().Json.GetProperty("status").GetString()
            .Should().Be("published");
        (await blog.RunAsync("write", file, "--update", "--publish")).Done();
        (await blog.RunAsync("write", file, "--update", "--draft", "--json")).Done().Json.GetProperty("status").GetString()
            .Should().Be("draft");
    }

    [Fact]
    public async Task A_time_in_the_past_is_refused_and_nothing_is_written()
    {
        using var blog = await CommandLineBlog.CreateAsync();

        (await blog.RunAsync("write", blog.Write("a.md", "# Bees"), "--schedule", "2001-01-01")).ExitCode.Should().Be(2);

        (await blog.RunAsync("list", "--json")).Done().Json.GetProperty("items").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task Files_that_cannot_be_read_are_bad_input()
    {
        using var blog = await CommandLineBlog.CreateAsync();
        File.WriteAllBytes(Path.Combine(blog.Folder, "latin1.md"), Encoding.Latin1.GetBytes("# Für Bienen"));

        (await blog.RunAsync("write", "missing.md")).ExitCode.Should().Be(2);
        (await blog.RunAsync("write", "latin1.md")).Error.Should().Contain("UTF-8");
    }

    [Fact]
    public async Task Who_may_not_publish_is_told_before_anything_is_written()
    {
        using var blog = await CommandLineBlog.CreateAsync();
        await blog.WithHostAsync(async (host, owner) => (await host.Authors.CreateAsync(
            new NewAuthor(owner.Id, "Con Tributor") { Roles = BlogRoles.Contributor }, Actor.System)).Value);
        var file = blog.Write("a.md", "# Bees\n\nText.");

        (await blog.RunAsync("write", file, "--as", "con-tributor", "--publish")).ExitCode.Should().Be(5);
        (await blog.RunAsync("list", "--json")).Done().Json.GetProperty("items").GetArrayLength().Should().Be(0);
        (await blog.RunAsync("write", file, "--as", "con-tributor")).Done();
    }

    [Fact]
    public async Task With_several_authors_the_writer_must_be_named()
    {
        using var blog = await CommandLineBlog.CreateAsync();
        await blog.WithHostAsync(
            async (host, owner) => (await host.Authors.CreateAsync(new NewAuthor(owner.Id, "Bob"), Actor.System)).Value);
        var file = blog.Write("a.md", "# Bees\n\nText.");

        (await blog.RunAsync("write", file)).Error.Should().Contain("--author");
        (await blog.RunAsync("write", file, "--author", "bob", "--author", "ada")).Done();

        var post = (await blog.RunAsync("show", "bees", "--json")).Done().Json.GetProperty("post");
        post.GetProperty("authors").EnumerateArray().Select(a => a.GetProperty("name").GetString()).Should().Equal("Bob", "Ada");
    }
}
