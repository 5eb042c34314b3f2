namespace BlogKit.CommandLine.Tests;

public class RedirectTests
{
    [Fact]
    public async Task A_redirect_is_added_listed_and_taken_back()
    {
        using var blog = await CommandLineBlog.CreateWithPostAsync();

        (await blog.RunAsync("redirects", "add", "https://old.example/?p=12", "post:bees")).Done();
        (await blog.RunAsync("redirects", "add", "/Old/", "gone")).Done();

        var list = (await blog.RunAsync("redirects", "list", "--json")).Done().Json.GetProperty("items");
        list.EnumerateArray().Select(static item => (item.GetProperty("from").GetString(), item.GetProperty("to").GetString()))
            .Should().Equal(("/?p=12", "post:bees"), ("/old", "gone"));
        (await blog.RunAsync("redirects", "remove", "/old", "/none", "--json")).Done().Json.GetProperty("removed").GetInt32().Should().Be(1);
    }

    [Fact]
    public async Task Redirects_are_read_from_a_file()
    {
        using var blog = await CommandLineBlog.CreateWithPostAsync();
        var file = blog.Write("old.csv", "from,to\n/a/,post:bees\n\"/b,c\",author:ada\n/d,/live?x=1\n");

        (await blog.RunAsync("redirects", "import", file, "--json")).Done().Json.GetProperty("saved").GetInt32().Should().Be(3);

        (await blog.RunAsync("redirects", "list")).Done().Output.Should().Contain("/b,c").And.Contain("author:ada").And.Contain("/live?x=1");
    }

    [Theory]
    [InlineData("from,to\n/a,home\n/b,post:none\n", "Row 2", "There is no post 'none'")]
    [InlineData("from,to\nabout,home\n", "Row 1", "no old address")]
    [InlineData("from,to\n/a,//evil.example\n", "Row 1", "is no target")]
    [InlineData("old,new\n/a,home\n", "no headings", "'from' and 'to'")]
    public async Task A_wrong_row_is_named_and_nothing_is_saved(string content, string where, string why)
    {
        using var blog = await CommandLineBlog.CreateWithPostAsync();

        var run = await blog.RunAsync("redirects", "import", blog.Write("old.csv", content));

        run.ExitCode.Should().NotBe(0);
        run.Error.Should().Contain(where).And.Contain(why);
        (await blog.RunAsync("redirects", "list", "--json")).Done().Json.GetProperty("items").GetArrayLength().Should().Be(0);
    }
}
