namespace BlogKit.CommandLine.Tests;

public class InitTests
{
    [Fact]
    public async Task Init_creates_the_database_the_blog_and_its_first_author_and_says_so()
    {
        using var blog = new CommandLineBlog();

        var run = (await blog.RunAsync("init", "--author", "Ada Lovelace")).Done();

        run.Output.Should().Contain("The blog default was created").And.Contain("The author ada-lovelace was created");
        File.Exists(blog.Database).Should().BeTrue();
    }

    [Fact]
    public async Task Init_leaves_what_is_there()
    {
        using var blog = await CommandLineBlog.CreateWithPostAsync();

        var answer = (await blog.RunAsync("init", "--author", "Somebody Else", "--json")).Done().Json;

        answer.GetProperty("blogCreated").GetBoolean().Should().BeFalse();
        answer.GetProperty("authorCreated").GetBoolean().Should().BeFalse();
        answer.GetProperty("author").GetString().Should().Be("ada");
    }

    [Fact]
    public async Task Init_with_another_key_adds_a_blog_of_its_own()
    {
        using var blog = await CommandLineBlog.CreateWithPostAsync();

        (await blog.RunAsync("init", "--blog", "second")).Done();

        (await blog.RunAsync("list", "--blog", "second", "--json")).Done().Json.GetProperty("items").GetArrayLength().Should().Be(0);
        (await blog.RunAsync("list", "--json")).Done().Json.GetProperty("items").GetArrayLength().Should().Be(1);
    }

    [Fact]
    public async Task Init_refuses_bad_input_by_field()
    {
        using var blog = new CommandLineBlog();

        var run = await blog.RunAsync("init", "--author", "Ada", "--email", "not-an-address");

        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain("Email: invalid-email");
    }

    [Fact]
    public async Task Quiet_writes_nothing_when_all_went_well()
    {
        using var blog = new CommandLineBlog();

        (await blog.RunAsync("init", "--quiet")).Done().Should().Be(new Run(0, "", ""));
    }
}
