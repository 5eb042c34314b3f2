namespace BlogKit.CommandLine.Tests;

public class BacktestTests
{
    [Fact]
    public async Task The_live_set_is_tried_on_what_the_blog_has()
    {
        using var blog = await CreateAsync();

        var json = (await blog.RunAsync("moderation", "backtest", "--json")).Done().Json;

        json.GetProperty("policySet").GetString().Should().StartWith("Standard@");
        (json.GetProperty("judged").GetInt64(), json.GetProperty("trusted").GetInt64(), json.GetProperty("withoutTruth").GetInt64())
            .Should().Be((4, 1, 1));
        var held = json.GetProperty("heldOrWorse");
        (
            held.GetProperty("truePositives").GetInt32(),
            held.GetProperty("falsePositives").GetInt32(),
            held.GetProperty("recall").GetDouble())
            .Should().Be((1, 2, 1));
        var change = json.GetProperty("changes")[0];
        (change.GetProperty("status").GetString(), change.GetProperty("outcome").GetString(), change.GetProperty("comments").GetInt64())
            .Should().Be(("approved", "hold", 2));
        change.GetProperty("examples")[0].GetProperty("explanation").GetString().Should().Contain("first comment");
        json.GetProperty("undecided")[0].GetProperty("comments").GetInt64().Should().Be(1);
        json.GetProperty("policies").EnumerateArray().Select(p => p.GetProperty("policy").GetString())
            .Should().Contain(["hold-first", "offensive", "off-topic", "learning"]);
        (await blog.RunAsync("counts", "--json")).Done().Json.GetProperty("approved").GetInt32().Should().Be(3, "nothing changes");
    }

    [Theory]
    [InlineData("""{ "Preset": "None", "Offensive": { "Enabled": true } }""")]
    [InlineData("""{ "Logging": {}, "BlogKit": { "Moderation": { "Preset": "None", "Offensive": { "Enabled": true } } } }""")]
    public async Task A_set_in_a_file_is_tried(string set)
    {
        using var blog = await CreateAsync();

        var json = (await blog.RunAsync("moderation", "backtest", "--policies", blog.Write("tried.json", set), "--json")).Done().Json;

        json.GetProperty("policySet").GetString().Should().StartWith("tried@");
        var offensive = json.GetProperty("policies").EnumerateArray().Should().ContainSingle().Subject;
        (
            offensive.GetProperty("policy").GetString(),
            offensive.GetProperty("findings").GetInt64(),
            offensive.GetProperty("uniqueCatches").GetInt64())
            .Should().Be(("offensive", 1, 1));
        offensive.GetProperty("f1Gain").GetDouble().Should().Be(1);
        json.GetProperty("heldOrWorse").GetProperty("f1").GetDouble().Should().Be(1);
        json.GetProperty("changes").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task A_preset_is_tried_and_people_get_tables_and_reasons()
    {
        using var blog = await CreateAsync();

        var run = (await blog.RunAsync(
            "moderation", "backtest", "--policies", blog.Write("all.json", """{ "Preset": "HoldAll" }"""), "--examples", "1")).Done();

        run.Output.Should().Contain("all@").And.Contain("4 judged, 1 of authors passed, 1 without a decision")
            .And.Contain("Held or worse").And.Contain("Spam or worse").And.Contain("precision 0.333, recall 1.000, F1 0.500, AUC ")
            .And.Contain("only it caught").And.Contain("hold-all").And.Contain("µs a comment")
            .And.Contain("2 approved, would be held").And.Contain(" by Gus, ").And.Contain("1 undecided, would be held");
        run.Output.Split(" by ").Should().HaveCount(2, "one example was asked for");
        run.Error.Should().BeEmpty();
    }

    [Fact]
    public async Task Only_what_came_since_is_judged()
    {
        using var blog = await CreateAsync();

        (await blog.RunAsync("moderation", "backtest", "--since", "2999-01-01", "--json")).Done().Json.GetProperty("judged").GetInt64()
            .Should().Be(0);
        (await blog.RunAsync("moderation", "backtest", "--since", "2001-01-01", "--json")).Done().Json.GetProperty("judged").GetInt64()
            .Should().Be(4);
    }

    [Fact]
    public async Task Labelled_texts_are_judged_and_shown_with_their_rows()
    {
        using var blog = await CommandLineBlog.CreateAsync();
        var data = blog.Write(
            "data.csv",
            "body,verdict\nHow lovely,fine\nYou are a worthless piece of shit,fine\nYou worthless piece of shit,bad\nNot nice at "
                + "all,bad\n");
        var set = blog.Write("set.json", """{ "Preset": "None", "Offensive": { "Enabled": true } }""");
        string[] backtest =
        [
            "moderation", "backtest", "--policies", set, "--data", data, "--text", "body", "--label", "verdict", "--positive", "bad",
        ];

        var json = (await blog.RunAsync([.. backtest, "--json"])).Done().Json;

        var held = json.GetProperty("heldOrWorse");
        (
            held.GetProperty("truePositives").GetInt32(),
            held.GetProperty("falsePositives").GetInt32(),
            held.GetProperty("trueNegatives").GetInt32(),
            held.GetProperty("falseNegatives").GetInt32())
            .Should().Be((1, 1, 1, 1));
        var examples = json.GetProperty("changes").EnumerateArray().SelectMany(c => c.GetProperty("examples").EnumerateArray()).ToList();
        examples.Select(e => (e.GetProperty("row").GetInt32(), e.GetProperty("text").GetString()))
            .Should().BeEquivalentTo([(2, "You are a worthless piece of shit"), (4, "Not nice at all")]);
        (await blog.RunAsync(backtest)).Done().Output.Should().Contain("row 2, ").And.Contain("Not nice at all");
        (await blog.RunAsync([.. backtest, "--since", "2020-01-01"])).ExitCode.Should().Be(2);
        (await blog.RunAsync([.. backtest, "--positive", "worse"])).ExitCode.Should().Be(2);
    }

    [Theory]
    [InlineData("{", 2, "bad.json")]
    [InlineData("[]", 2, "bad.json")]
    [InlineData("""{ "Preset": "Relax" }""", 2, "Preset must be one of Standard, Relaxed")]
    [InlineData("""{ "BlogKit": { "Moderation": { "Preset": "7" } } }""", 2, "BlogKit:Moderation:Preset")]
    [InlineData("""{ "Links": { "HoldAbove": -5 } }""", 2, "Links:HoldAbove must be 0 to 1000")]
    [InlineData("""{ "Links": { "HoldAbove": "few" } }""", 2, "Links:HoldAbove")]
    [InlineData("""{ "Preset": "None" }""", 2, "at least one policy")]
    [InlineData(null, 3, "There is no file")]
    public async Task What_is_wrong_with_a_set_is_named(string? set, int exitCode, string message)
    {
        using var blog = await CommandLineBlog.CreateAsync();
        var file = set is null ? "none.json" : blog.Write("bad.json", set);

        var run = await blog.RunAsync("moderation", "backtest", "--policies", file, "--json");

        run.ExitCode.Should().Be(exitCode);
        run.Output.Should().BeEmpty();
        var error = run.ErrorJson.GetProperty("errors")[0];
        error.GetProperty("field").GetString().Should().Be("--policies");
        error.GetProperty("message").GetString().Should().Contain(message);
    }

    [Fact]
    public async Task A_whole_settings_file_is_as_good_as_a_set()
    {
        using var blog = await CommandLineBlog.CreateAsync();
        const string Settings = """
            {
              "Logging": { "LogLevel": { "Default": "Warning" } },
              "BlogKit": {
                "Moderation": {
                  "Preset": "HoldAll",
                  "FormTokens": { "Lifetime": "02:00:00" },
                  "Flags": { "Enabled": true },
                  "SlowDown": { "AtMost": 3 },
                  "Shadow": { "sterner": { "Preset": "Strict", "SlowDown": { "AtMost": 1 } } }
                }
              }
            }
            """;

        (await blog.RunAsync("moderation", "backtest", "--policies", blog.Write("all.json", Settings))).Done();
    }

    [Fact]
    public async Task Policies_that_are_the_applications_own_say_nothing_to_the_command()
    {
        using var blog = await CommandLineBlog.CreateAsync();
        var settings = blog.Write(
            "host.json",
            """{ "BlogKit": { "Moderation": { "SlowDown": { "AtMost": 3 }, "Links": { "HoldAbove": 4 }, "Shadow": { "sterner": { "Preset": "Strict", "SlowDown": { "AtMost": 1 } } } } } }""");

        (await blog.RunAsync("counts", "--settings", settings)).Done();
    }

    [Fact]
    public async Task The_number_of_examples_and_who_asks_are_checked()
    {
        using var blog = await CommandLineBlog.CreateAsync();
        await blog.WithHostAsync(
            async (host, owner) => (await host.Authors.CreateAsync(new NewAuthor(owner.Id, "Bob"), Actor.System)).Value);

        var many = await blog.RunAsync("moderation", "backtest", "--examples", "1001", "--json");
        many.ExitCode.Should().Be(2);
        many.ErrorJson.GetProperty("errors")[0].GetProperty("field").GetString().Should().Be("--examples");
        (await blog.RunAsync("moderation", "backtest", "--as", "bob")).ExitCode.Should().Be(5);
    }

    [Theory]
    [InlineData("""{ "BlogKit": { "Moderation": { "Preset": "Stern" } } }""", 2, "BlogKit:Moderation:Preset")]
    [InlineData("""{ "BlogKit": { "Moderation": { "Links": { "HoldAbove": -5 } } } }""", 2, "BlogKit:Moderation:Links:HoldAbove")]
    [InlineData("nonsense", 2, "bad.json")]
    [InlineData(null, 3, "There is no file")]
    public async Task What_is_wrong_with_the_settings_is_named(string? settings, int exitCode, string message)
    {
        using var blog = await CommandLineBlog.CreateAsync();
        var file = settings is null ? "none.json" : blog.Write("bad.json", settings);

        var run = await blog.RunAsync("counts", "--settings", file, "--json");

        run.ExitCode.Should().Be(exitCode);
        var error = run.ErrorJson.GetProperty("errors")[0];
        error.GetProperty("field").GetString().Should().Be("--settings");
        error.GetProperty("message").GetString().Should().Contain(message);
    }

    // Two that were approved, one that became spam, one that waits; and an author's own.
    private static async Task<CommandLineBlog> CreateAsync()
    {
        var blog = await CommandLineBlog.CreateWithPostAsync();
        await blog.CommentAsync("What a lovely report about the dance of the bees.");
        await blog.CommentAsync("Do they dance on rainy days, too?", "Una");
        var abuse = await blog.CommentAsync("You are a worthless piece of shit.", "Rex", approve: false);
        await blog.CommentAsync("The bees in my garden dance at noon.", "Due", approve: false);
        (await blog.RunAsync("spam", abuse)).Done();
        (await blog.RunAsync("comment", "bees", "--as", "ada", "--body", "They stay at home.")).Done();
        return blog;
    }
}
