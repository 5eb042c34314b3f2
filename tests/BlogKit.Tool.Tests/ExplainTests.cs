using System.Text.Json;

namespace BlogKit.CommandLine.Tests;

public class ExplainTests
{
    private const string Essay =
        """
        # Why your sourdough (really) will not rise

        Every winter the same letter comes: my sourdough will not rise. Almost always the kitchen is cold and the starter is hungry.
        Feed the starter twice a day with equal weights of flour and water, keep it at twenty-four degrees, and wait until it doubles in four hours.
        Only then mix the dough. Fold it every half hour instead of kneading, let it rest over night in the refrigerator, and bake it in a hot
        cast-iron pot with the lid on, so that the steam of the loaf itself keeps the crust soft while it grows. Rye flour ferments faster than wheat.
        """;

    private const string Offence = "Y0u are a w0rthless p i e c e of sh!t and everybody here would be happier if you d1ed.";

    private const string Drift =
        "The central bank raised interest rates again, so mortgage lenders and bond traders expect the currency to climb against the "
        + "dollar until the next election in spring.";

    [Fact]
    public async Task An_offensive_comment_is_explained_with_its_characters_marked()
    {
        using var blog = await CreateAsync();
        var id = await blog.CommentAsync(Offence, approve: false);

        var run = (await blog.RunAsync("moderation", "explain", id)).Done();

        run.Output.Should().Contain($"{id} by Gus on bees: pending")
            .And.Contain("offensive (").And.Contain("asks to hold").And.Contain("Offensive language: abuse of a person")
            .And.Contain("told to the writer: ")
            .And.Contain("    [Y0u are a w0rthless] [p i e c e of sh!t] and everybody here")
            .And.Contain("text 20+17: ").And.Contain("(piece of shit)").And.Contain("(+0.65)")
            .And.Contain("submitted by anonymous, pending");
        run.Output.Should().NotContain("\u001b");
    }

    [Fact]
    public async Task An_off_topic_comment_is_explained_with_what_it_misses()
    {
        using var blog = await CreateAsync();
        var id = await blog.CommentAsync(Drift, approve: false);

        var run = (await blog.RunAsync("moderation", "explain", id)).Done();

        run.Output.Should().Contain(": pending").And.Contain("off-topic (").And.Contain("asks to hold, off-topic").And.Contain(
            "of what it says with the post")
            .And.Contain("distance: ").And.Contain("missing-term: sourdough (+");
    }

    [Fact]
    public async Task A_comment_is_judged_again_without_storing_anything()
    {
        using var blog = await CreateAsync();
        var id = await blog.CommentAsync(Offence, approve: false);
        var milder = blog.Write("milder.json", """{ "BlogKit": { "Moderation": { "Preset": "None", "Links": { "Enabled": true } } } }""");

        var run = (await blog.RunAsync("moderation", "explain", id, "--again", "--settings", milder)).Done();
        var json = (await blog.RunAsync("moderation", "explain", id, "--again", "--settings", milder, "--json")).Done().Json;

        run.Output.Should().Contain("Decided ").And.Contain(
            "Judged again, nothing stored").And.Contain("approve, 0 points by None@").And.Contain("No policy objected.");
        json.GetProperty("decision").GetProperty("outcome").GetString().Should().Be("hold");
        json.GetProperty("again").GetProperty("outcome").GetString().Should().Be("approve");
        json.GetProperty("again").GetProperty("policySet").GetString().Should().StartWith("None@");
        var after = (await blog.RunAsync("moderation", "explain", id, "--json")).Done().Json;
        after.GetProperty("status").GetString().Should().Be("pending");
        after.GetProperty("again").ValueKind.Should().Be(JsonValueKind.Null);
        after.GetProperty("log").GetArrayLength().Should().Be(1);
    }

    [Fact]
    public async Task Json_has_places_details_and_the_log()
    {
        using var blog = await CreateAsync();
        var id = await blog.CommentAsync(Offence, approve: false);
        (await blog.RunAsync("spam", id, "--as", "ada", "--reason", "Read it.")).Done();

        var json = (await blog.RunAsync("moderation", "explain", id, "--json")).Done().Json;

        (json.GetProperty("id").GetString(), json.GetProperty("post").GetString(), json.GetProperty("status").GetString())
            .Should().Be((id, "bees", "spam"));
        var finding = json.GetProperty("decision")
            .GetProperty("findings")
            .EnumerateArray()
            .Single(f => f.GetProperty("policy").GetString() == "offensive");
        var place = finding.GetProperty("evidence")[1];
        (place.GetProperty("field").GetString(), place.GetProperty("start").GetInt32(), place.GetProperty("text").GetString())
            .Should().Be(("text", 20, "p i e c e of sh!t"));
        finding.GetProperty("details")[0].GetProperty("weight").GetDouble().Should().BePositive();
        finding.GetProperty("score").GetDouble().Should().BePositive();
        json.GetProperty("log").EnumerateArray().Select(l => l.GetProperty("action").GetString()).Should().Equal("submitted", "markedSpam");
        json.GetProperty("log")[1].GetProperty("reason").GetString().Should().Be("Read it.");
    }

    [Fact]
    public async Task What_a_comment_holds_cannot_control_the_terminal()
    {
        using var blog = await CreateAsync();
        var id = await blog.CommentAsync("[red]You are a \u001b[31mworthless piece of shit[/]", approve: false);

        var run = (await blog.RunAsync("moderation", "explain", id)).Done();

        run.Output.Should().Contain("[red]").And.Contain("[/]").And.Contain("piece of shit]").And.NotContain("\u001b");
    }

    [Fact]
    public async Task Comments_that_are_not_there_or_erased_and_strangers_are_refused()
    {
        using var blog = await CreateAsync();
        await blog.WithHostAsync(
            async (host, owner) => (await host.Authors.CreateAsync(new NewAuthor(owner.Id, "Bob"), Actor.System)).Value);
        var id = await blog.CommentAsync("Hello there, bakers.");
        var unknown = new string('0', 31) + "1";

        var missing = await blog.RunAsync("moderation", "explain", unknown, "--json");
        missing.ExitCode.Should().Be(3);
        missing.ErrorJson.GetProperty("errors")[0].GetProperty("code").GetString().Should().Be("comment-not-found");
        (await blog.RunAsync("moderation", "explain", id, "--as", "bob")).ExitCode.Should().Be(5);
        (await blog.RunAsync("comment", "bees", "--as", "ada", "--body", "Hello.", "--reply-to", id)).Done();
        (await blog.RunAsync("purge", id)).Done();
        (await blog.RunAsync("moderation", "explain", id)).Done().Output.Should().Contain("deleted").And.NotContain("bakers");
        (await blog.RunAsync("moderation", "explain", id, "--again")).ExitCode.Should().Be(4);
    }

    private static async Task<CommandLineBlog> CreateAsync()
    {
        var blog = await CommandLineBlog.CreateAsync();
        await blog.PublishAsync("bees", Essay);
        blog.Settings = new SettingsFile("--settings", blog.Write(
            "settings.json",
            """{ "BlogKit": { "Moderation": { "Preset": "Standard", "Hold": "None", "OffTopic": { "OffTopicAt": 0.7, "ScoreFrom": 0.5 } } } }"""));
        return blog;
    }
}
