using System.Text.Json;

namespace BlogKit.CommandLine.Tests;

public class ModerationTests
{
    [Fact]
    public async Task The_queue_is_worked_through_a_pipe()
    {
        using var blog = await CommandLineBlog.CreateWithPostAsync();
        var id = await blog.CommentAsync("Hello?", approve: false);

        (await blog.RunAsync("queue")).Done().Output
            .Should().Contain(id).And.Contain("Gus <gus@example.org>").And.Contain("Hello?").And.Contain("first comment");
        (await blog.ShellAsync("$blogkit queue | grep -o '^[0-9a-f]\\{32\\}' | xargs $blogkit approve")).Done();

        (await blog.RunAsync("queue", "--json")).Done().Json.GetProperty("items").GetArrayLength().Should().Be(0);
        (await blog.RunAsync("counts", "--json")).Done().Json.GetProperty("approved").GetInt32().Should().Be(1);
    }

    [Fact]
    public async Task Every_decision_is_taken_and_kept_with_its_reason()
    {
        using var blog = await CommandLineBlog.CreateWithPostAsync();
        var id = await blog.CommentAsync("Hello?", approve: false);

        foreach (var (command, status) in new[]
        {
            ("approve", "approved"),
            ("hold", "pending"),
            ("spam", "spam"),
            ("restore", "pending"),
            ("trash", "trashed"),
            ("restore", "pending"),
        })
        {
            var item = (await blog.RunAsync(
                command, id, "--as", "ada", "--reason", $"Because of {command}.", "--json")).Done().Json.GetProperty("items")[0];
            item.GetProperty("status").GetString().Should().Be(status);
        }

        var log = (await blog.RunAsync("log", id, "--json")).Done().Json.GetProperty("items").EnumerateArray().ToList();
        log.Select(i => i.GetProperty("action").GetString())
            .Should().Equal("submitted", "approved", "held", "markedSpam", "restored", "trashed", "restored");
        log[1].GetProperty("actorName").GetString().Should().Be("Ada");
        log[1].GetProperty("reason").GetString().Should().Be("Because of approve.");
        log[0].GetProperty("findings")[0].GetProperty("policy").GetString().Should().Be("hold-first");
        (await blog.RunAsync("log", id)).Done().Output
            .Should().Contain("marked as spam by Ada").And.Contain("Because of spam.").And.Contain("hold-first");
    }

    [Fact]
    public async Task What_is_purged_is_gone_but_not_its_log()
    {
        using var blog = await CommandLineBlog.CreateWithPostAsync();
        var id = await blog.CommentAsync("Hello?");
        (await blog.RunAsync("comment", "bees", "--as", "ada", "--body", "Hello.", "--reply-to", id)).Done();

        (await blog.RunAsync("purge", id, "--reason", "Asked for by its writer.")).Done().Output.Should().Contain("erased");

        (await blog.RunAsync("approve", id)).ExitCode.Should().Be(4);
        (await blog.RunAsync("log", id)).Done().Output.Should().Contain("Asked for by its writer.");
        (await blog.RunAsync("show", "bees")).Done().Output.Should().NotContain("Hello?");
    }

    [Fact]
    public async Task A_name_that_offends_is_forgotten_with_its_reason()
    {
        using var blog = await CommandLineBlog.CreateWithPostAsync();
        var id = await blog.WithHostAsync(async (host, owner) =>
        {
            var post = (await host.Posts.GetBySlugAsync(owner.Id, Slug.From("bees"), Actor.System)).Value.Post;
            var nameless = Actor.User("42", "zoe@mail.example");
            return (await host.Comments.SubmitAsync(
                new NewComment(post.BlogId, post.Id, "Hello?") { DisplayName = "Rude Word" }, nameless)).Value.Comment.Id.ToString();
        });
        var guest = await blog.CommentAsync("Hi");

        (await blog.RunAsync("forget-name", id, "--as", "ada", "--reason", "It offends.")).Done().Output
            .Should().Contain($"The name that the writer of comment {id} had chosen is forgotten.");

        (await blog.RunAsync("log", id)).Done().Output.Should().Contain("name forgotten by Ada").And.Contain("It offends.");
        (await blog.RunAsync(
            "log",
            id,
            "--json")).Done().Json.GetProperty("items").EnumerateArray().Last().GetProperty("action").GetString()
            .Should().Be("nameForgotten");
        var again = await blog.RunAsync("forget-name", id, guest);
        again.ExitCode.Should().Be(3);
        again.Error.Should().Contain("has chosen no name");
    }

    [Fact]
    public async Task One_that_fails_does_not_stop_the_others()
    {
        using var blog = await CommandLineBlog.CreateWithPostAsync();
        var id = await blog.CommentAsync("Hello?", approve: false);
        var unknown = new string('0', 31) + "1";

        var run = await blog.RunAsync("approve", unknown, id, "--json");

        run.ExitCode.Should().Be(3);
        run.Json.GetProperty("items")[0].GetProperty("id").GetString().Should().Be(id);
        run.Json.GetProperty("failed")[0].GetProperty("id").GetString().Should().Be(unknown);
        run.ErrorJson.GetProperty("exitCode").GetInt32().Should().Be(3);
    }

    [Fact]
    public async Task Who_does_not_moderate_may_not()
    {
        using var blog = await CommandLineBlog.CreateWithPostAsync();
        await blog.WithHostAsync(
            async (host, owner) => (await host.Authors.CreateAsync(new NewAuthor(owner.Id, "Bob"), Actor.System)).Value);
        var id = await blog.CommentAsync("Hello?");

        (await blog.RunAsync("trash", id, "--as", "bob")).ExitCode.Should().Be(5);
        (await blog.RunAsync("queue", "--as", "bob")).ExitCode.Should().Be(5);
        (await blog.RunAsync("counts", "--as", "bob")).ExitCode.Should().Be(5);
    }

    [Fact]
    public async Task Another_blogs_comments_are_not_there()
    {
        using var blog = await CommandLineBlog.CreateWithPostAsync();
        var id = await blog.CommentAsync("Hello?");
        (await blog.RunAsync("init", "--blog", "second")).Done();

        (await blog.RunAsync("trash", id, "--blog", "second")).ExitCode.Should().Be(3);
        (await blog.RunAsync("log", id, "--blog", "second")).ExitCode.Should().Be(3);
    }

    [Fact]
    public async Task The_queue_is_filtered_and_paged()
    {
        using var blog = await CommandLineBlog.CreateWithPostAsync();
        await blog.PublishAsync("wasps", "# Wasps\n\nText.");
        await blog.CommentAsync("One.", "Una", approve: false);
        await blog.CommentAsync("Two.", "Due", approve: false);

        var first = (await blog.RunAsync("queue", "--limit", "1", "--json")).Done().Json;
        var second = (await blog.RunAsync(
            "queue", "--limit", "1", "--cursor", first.GetProperty("next").GetString()!, "--json")).Done().Json;
        new[] { first, second }.Select(page => page.GetProperty("items")[0].GetProperty("name").GetString()).Should().Equal("Due", "Una");
        second.GetProperty("next").ValueKind.Should().Be(JsonValueKind.Null);
        (await blog.RunAsync("queue", "--post", "wasps")).Done().Output.Should().Contain("Nothing is here.");
        (await blog.RunAsync("queue", "--status", "trashed", "--json")).Done().Json.GetProperty("items").GetArrayLength().Should().Be(0);
    }
}
