namespace BlogKit.CommandLine.Tests;

public class ShowTests
{
    [Fact]
    public async Task A_thread_is_a_tree_with_numbers_marks_and_tombstones()
    {
        using var blog = await CommandLineBlog.CreateWithPostAsync();
        var first = await blog.CommentAsync("First.\n\n> quoted\n\n1. one\n2. two");
        var below = await blog.CommentAsync("Below the first.", "Bob", replyTo: first);
        (await blog.RunAsync("comment", "bees", "--as", "ada", "--body", "From the author.", "--reply-to", below)).Done();
        await blog.CommentAsync("Second.", "Cleo");
        (await blog.RunAsync("trash", below, "--reason", "Off topic.")).Done();

        var run = (await blog.RunAsync("show", "bees")).Done();

        run.Output.Should().MatchRegex(
            """
            (?s)Bees.*They dance.*3 comments.*
            .── 1\. Gus.*
            .*> quoted.*1\. one.*2\. two.*
            .*── This comment is not shown\..*
            .*── Ada \(author\).*From the author\..*
            .── 2\. Cleo.*Second\.
            """.ReplaceLineEndings(""));
        run.Output.Should().NotContain("Below the first.").And.NotContain("Bob");
        var thread = (await blog.RunAsync("show", "bees", "--json")).Done().Json.GetProperty("thread");
        thread.GetProperty("roots").GetInt32().Should().Be(2);
        thread.GetProperty("items")[0].GetProperty("replies")[0].GetProperty("tombstone").GetBoolean().Should().BeTrue();
    }

    [Fact]
    public async Task Deep_replies_stand_flat_and_say_whom_they_answer()
    {
        using var blog = await CommandLineBlog.CreateWithPostAsync();
        string? above = null;
        for (var depth = 0; depth < 6; depth++)
        {
            string[] reply = above is null ? [] : ["--reply-to", above];
            var run = await blog.RunAsync(["comment", "bees", "--as", "ada", "--body", $"Level {depth}.", "--json", .. reply]);
            above = run.Done().Json.GetProperty("id").GetString();
        }

        (await blog.RunAsync("show", "bees")).Done().Output.Should().Contain("in reply to Ada");
    }

    [Fact]
    public async Task Threads_are_paged()
    {
        using var blog = await CommandLineBlog.CreateWithPostAsync();
        for (var i = 1; i <= 3; i++)
        {
            (await blog.RunAsync("comment", "bees", "--as", "ada", "--body", $"Comment {i}.")).Done();
        }

        var first = (await blog.RunAsync("show", "bees", "--limit", "2", "--json")).Done().Json.GetProperty("thread");
        var second = (await blog.RunAsync("show", "bees", "--limit", "2", "--cursor", first.GetProperty("next").GetString()!)).Done();

        second.Output.Should().Contain("3. Ada").And.NotContain("Comment 2.");
    }

    [Fact]
    public async Task Only_the_replies_of_one_comment_are_shown_when_asked_for()
    {
        using var blog = await CommandLineBlog.CreateWithPostAsync();
        var first = await blog.CommentAsync("First.");
        await blog.CommentAsync("Below the first.", "Bob", replyTo: first);

        var run = (await blog.RunAsync("show", "bees", "--under", first)).Done();

        run.Output.Should().Contain("Below the first.").And.NotContain("First.").And.NotContain("They dance");
    }

    [Fact]
    public async Task A_post_that_is_not_there_is_not_found()
    {
        using var blog = await CommandLineBlog.CreateAsync();

        var run = await blog.RunAsync("show", "wasps", "--json");

        run.ExitCode.Should().Be(3);
        run.Output.Should().BeEmpty();
        run.ErrorJson.GetProperty("errors")[0].GetProperty("code").GetString().Should().Be("post-not-found");
    }

    [Fact]
    public async Task A_protected_post_is_not_shown_to_an_author_who_may_not_edit_it()
    {
        using var blog = await CommandLineBlog.CreateWithPostAsync();
        await blog.WithHostAsync(async (host, owner) =>
        {
            var post = (await host.Posts.GetBySlugAsync(owner.Id, Slug.From("bees"), Actor.System)).Value.Post;
            await host.Posts.SetPasswordAsync(post.BlogId, post.Id, "honey", Actor.System, post.Version);
            return (await host.Authors.CreateAsync(new NewAuthor(owner.Id, "Bob"), Actor.System)).Value;
        });

        (await blog.RunAsync("show", "bees", "--as", "bob")).ExitCode.Should().Be(5);
        (await blog.RunAsync("show", "bees", "--as", "ada")).Done();
    }
}
