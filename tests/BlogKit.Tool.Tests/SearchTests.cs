namespace BlogKit.CommandLine.Tests;

public class SearchTests
{
    [Fact]
    public async Task Posts_and_comments_are_found()
    {
        using var blog = await CommandLineBlog.CreateWithPostAsync();
        var id = await blog.CommentAsync("They dance at night, too.");

        var run = (await blog.RunAsync("search", "dance")).Done();
        var items = (await blog.RunAsync("search", "dance", "--json")).Done().Json.GetProperty("items").EnumerateArray().ToList();

        run.Output.Should().Contain("They dance for directions").And.Contain($"comment {id} by Gus");
        items.Should().HaveCount(2);
        var hit = items[0];
        var mark = hit.GetProperty("highlights")[0];
        hit.GetProperty("snippet").GetString()!.Substring(mark.GetProperty("start").GetInt32(), mark.GetProperty("length").GetInt32())
            .Should().BeEquivalentTo("dance");
        (await blog.RunAsync("search", "dance", "--in", "comments", "--json")).Done().Json.GetProperty("items").GetArrayLength()
            .Should().Be(1);
        (await blog.RunAsync("search", "wasps")).Done().Output.Should().Contain("Nothing was found.");
    }

    [Fact]
    public async Task A_query_that_is_too_long_is_refused()
    {
        using var blog = await CommandLineBlog.CreateAsync();

        (await blog.RunAsync("search", new string('a', 1000))).ExitCode.Should().Be(2);
    }
}
