namespace BlogKit.CommandLine.Tests;

public class CommentTests
{
    [Fact]
    public async Task A_guests_first_comment_waits_and_is_told_why()
    {
        using var blog = await CommandLineBlog.CreateWithPostAsync();

        var run = (await blog.RunAsync("comment", "bees", "--body", "Lovely.", "--name", "Gus", "--email", "gus@example.org")).Done();

        run.Output.Should().Contain("pending").And.Contain("first comment");
        (await blog.RunAsync("show", "bees", "--json")).Done().Json.GetProperty("thread").GetProperty("shown").GetInt32().Should().Be(0);
    }

    [Fact]
    public async Task An_authors_comment_is_shown_at_once_and_marked()
    {
        using var blog = await CommandLineBlog.CreateWithPostAsync();

        var answer = (await blog.RunAsync(["comment", "bees", "--as", "ada", "--body", "-", "--json"], "More **soon**.\n")).Done().Json;

        answer.GetProperty("status").GetString().Should().Be("approved");
        (await blog.RunAsync("show", "bees")).Done().Output.Should().Contain("1. Ada (author)").And.Contain("More soon.");
    }

    [Fact]
    public async Task Every_broken_rule_is_told_by_field()
    {
        using var blog = await CommandLineBlog.CreateWithPostAsync();

        var run = await blog.RunAsync("comment", "bees", "--body", " ", "--email", "nobody", "--json");

        run.ExitCode.Should().Be(2);
        run.Output.Should().BeEmpty();
        run.ErrorJson.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("field").GetString())
            .Should().BeEquivalentTo("Markdown", "Name", "Email");
    }

    [Fact]
    public async Task A_guest_cannot_take_an_authors_name()
    {
        using var blog = await CommandLineBlog.CreateWithPostAsync();

        var run = await blog.RunAsync("comment", "bees", "--body", "It is me.", "--name", "Ada", "--email", "eve@example.org");

        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain("name-is-authors");
    }

    [Fact]
    public async Task A_closed_thread_takes_nothing()
    {
        using var blog = await CommandLineBlog.CreateWithPostAsync();
        await blog.WithHostAsync(async (host, owner) => (await host.Blogs.UpdateAsync(
            owner with { Comments = new CommentSettings { Mode = CommentMode.Closed } }, Actor.System)).Value);

        (await blog.RunAsync("comment", "bees", "--as", "ada", "--body", "Last word.")).ExitCode.Should().Be(5);
        (await blog.RunAsync("show", "bees")).Done().Output.Should().Contain("0 comments, closed");
    }

    [Fact]
    public async Task The_same_key_twice_is_one_comment()
    {
        using var blog = await CommandLineBlog.CreateWithPostAsync();
        string[] arguments = ["comment", "bees", "--as", "ada", "--body", "Once.", "--idempotency-key", "k1", "--json"];

        var first = (await blog.RunAsync(arguments)).Done().Json;
        var second = (await blog.RunAsync(arguments)).Done().Json;

        second.GetProperty("id").GetString().Should().Be(first.GetProperty("id").GetString());
        second.GetProperty("replayed").GetBoolean().Should().BeTrue();
        (await blog.RunAsync("counts", "--json")).Done().Json.GetProperty("approved").GetInt32().Should().Be(1);
    }

    [Fact]
    public async Task Two_processes_write_to_one_file_and_nothing_acknowledged_is_lost()
    {
        using var blog = await CommandLineBlog.CreateWithPostAsync();

        var writers = await Task.WhenAll(Enumerable.Range(1, 2).Select(async writer =>
        {
            var ids = new List<string>();
            for (var i = 0; i < 8; i++)
            {
                var run = await blog.RunAsync("comment", "bees", "--as", "ada", "--body", $"Writer {writer}, comment {i}.", "--json");
                ids.Add(run.Done().Json.GetProperty("id").GetString()!);
            }

            return ids;
        }));

        var shown = (await blog.RunAsync("show", "bees", "--json")).Done().Json.GetProperty("thread");
        shown.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString())
            .Should().BeEquivalentTo(writers.SelectMany(w => w));
        (await blog.RunAsync("counts", "--json")).Done().Json.GetProperty("approved").GetInt32().Should().Be(16);
    }
}
