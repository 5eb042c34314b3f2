namespace BlogKit.CommandLine.Tests;

public class ListTests
{
    [Fact]
    public async Task Posts_are_listed_filtered_and_paged()
    {
        using var blog = await CommandLineBlog.CreateAsync();
        (await blog.RunAsync("write", blog.Write("a.md", "# One\n\nText."), "--tag", "Odd", "--publish")).Done();
        (await blog.RunAsync("write", blog.Write("b.md", "# Two\n\nText."), "--publish")).Done();
        (await blog.RunAsync("write", blog.Write("c.md", "# Three\n\nText."), "--tag", "Odd")).Done();

        var people = (await blog.RunAsync("list")).Done();
        people.Output.Should().Contain("one").And.Contain("two").And.Contain("three").And.Contain("Ada").And.Contain("draft");
        Slugs(await blog.RunAsync("list", "--status", "draft", "--json")).Should().Equal("three");
        Slugs(await blog.RunAsync("list", "--tag", "odd", "--json")).Should().Equal("one");

        var first = await blog.RunAsync("list", "--limit", "2", "--json");
        var second = await blog.RunAsync("list", "--limit", "2", "--json", "--cursor", first.Done().Json.GetProperty("next").GetString()!);
        Slugs(first).Concat(Slugs(second)).Should().Equal("three", "two", "one");
        second.Json.GetProperty("next").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task Bad_cursors_and_sizes_are_refused_by_name()
    {
        using var blog = await CommandLineBlog.CreateAsync();

        var cursor = await blog.RunAsync("list", "--cursor", "nonsense", "--json");
        cursor.ExitCode.Should().Be(2);
        cursor.ErrorJson.GetProperty("errors")[0].GetProperty("code").GetString().Should().Be("invalid-cursor");
        (await blog.RunAsync("list", "--limit", "0")).Error.Should().Contain("Size: out-of-range");
    }

    [Fact]
    public async Task The_reader_of_a_pipe_may_leave_early()
    {
        using var blog = await CommandLineBlog.CreateWithPostAsync();

        var run = (await blog.ShellAsync("$blogkit list | head -n 1")).Done();

        run.Error.Should().BeEmpty();
        run.Output.Should().StartWith("Slug");
    }

    private static IEnumerable<string?> Slugs(Run run) =>
        run.Done().Json.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("slug").GetString());
}
