using System.Globalization;
using System.Text;

namespace BlogKit.CommandLine.Tests;

public class EvaluateTests
{
    [Fact]
    public async Task The_learning_filter_is_measured_without_a_database()
    {
        using var blog = new CommandLineBlog();
        var file = blog.Write("data.csv", Csv(60));

        var run = (await blog.RunAsync(
            "moderation", "evaluate", "--data", file, "--text", "CONTENT", "--label", "CLASS", "--positive", "1", "--json")).Done();

        run.Json.GetProperty("policies")[0].GetString().Should().Be("learning");
        run.Json.GetProperty("cases").GetInt32().Should().Be(120);
        run.Json.GetProperty("positives").GetInt32().Should().Be(60);
        run.Json.GetProperty("parts").GetArrayLength().Should().Be(10);
        run.Json.GetProperty("overall").GetProperty("f1").GetDouble().Should().BeGreaterThan(0.9);
        run.Json.GetProperty("overall").GetProperty("cases").GetInt32().Should().Be(120);
        File.Exists(Path.Combine(Environment.CurrentDirectory, "blog.db")).Should().BeFalse();
        blog.Folder.Should().NotBeEmpty();
    }

    [Fact]
    public async Task Training_on_the_first_judges_the_rest()
    {
        using var blog = new CommandLineBlog();
        var file = blog.Write("data.csv", Csv(60));

        var run = (await blog.RunAsync(
            "moderation", "evaluate", "--data", file, "--text", "CONTENT", "--label", "CLASS", "--train-first", "0.7", "--json")).Done();

        run.Json.GetProperty("trainingCases").GetInt32().Should().Be(84);
        run.Json.GetProperty("overall").GetProperty("cases").GetInt32().Should().Be(36);
        run.Json.GetProperty("overall").GetProperty("mcc").GetDouble().Should().BeGreaterThan(0.8);
    }

    [Fact]
    public async Task People_get_a_table_and_what_was_misjudged()
    {
        using var blog = new CommandLineBlog();
        var wrong = "CONTENT,CLASS\n" + Csv(40)[14..] + "Thank you for the nice picture number 3,1\n";

        var run = (await blog.RunAsync(
            "moderation", "evaluate", "--data", blog.Write("data.csv", wrong), "--text", "CONTENT", "--label", "CLASS")).Done();

        run.Output.Should().Contain("precision").And.Contain("F1").And.Contain(
            "µs a decision").And.Contain("Wrongly passed").And.Contain("row 81");
    }

    [Fact]
    public async Task Quotes_line_ends_and_a_byte_order_mark_are_part_of_csv()
    {
        using var blog = new CommandLineBlog();
        var text = new StringBuilder("\uFEFFCONTENT,CLASS\r\n");
        for (var i = 0; i < 30; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"\"Subscribe, \"\"now\"\",\r\nto my channel {i}\",1\r\n\"Lovely {i}\",0\r\n");
        }

        text.Append("\"He said \"no\" twice\",0\r\n");

        var run = (await blog.RunAsync("moderation", "evaluate", "--data", blog.Write(
            "data.csv", text.ToString()), "--text", "CONTENT", "--label", "CLASS", "--json")).Done();

        run.Json.GetProperty("cases").GetInt32().Should().Be(61);
        run.Json.GetProperty("positives").GetInt32().Should().Be(30);
    }

    [Theory]
    [InlineData("1", "0", "1")]
    [InlineData("true", "false", "true")]
    [InlineData("\"spam\"", "null", "spam")]
    public async Task Labels_of_json_lines_are_compared_as_they_are_written(string yes, string no, string positive)
    {
        using var blog = new CommandLineBlog();
        var lines = Enumerable.Range(0, 30).Select(
            i => $"{{\"text\":\"subscribe to my channel {i}\",\"label\":{yes}}}\n{{\"text\":\"lovely picture {i}\",\"label\":{no}}}\n");

        var run = (await blog.RunAsync(
            "moderation", "evaluate", "--data", blog.Write("data.jsonl", string.Concat(lines)), "--positive", positive, "--json")).Done();

        run.Json.GetProperty("positives").GetInt32().Should().Be(30);
    }

    [Fact]
    public async Task The_lexicon_is_measured_on_all_texts_at_once()
    {
        using var blog = new CommandLineBlog();
        var rows = string.Concat(Enumerable.Range(1, 20).Select(
            i => $"You are a worthless piece of shit number {i},yes\nThank you for picture number {i},no\n"));
        string[] evaluate =
        [
            "moderation",
            "evaluate",
            "--data",
            blog.Write("data.csv", "text,label\n" + rows),
            "--positive",
            "yes",
            "--policy",
            "offensive",
        ];

        var run = (await blog.RunAsync([.. evaluate, "--json"])).Done();

        run.Json.GetProperty("policies").EnumerateArray().Select(p => p.GetString()).Should().Equal("offensive");
        run.Json.GetProperty("parts").GetArrayLength().Should().Be(1);
        run.Json.GetProperty("overall").GetProperty("f1").GetDouble().Should().Be(1);
        (await blog.RunAsync([.. evaluate, "--folds", "4", "--json"])).Done().Json.GetProperty("parts").GetArrayLength().Should().Be(4);
    }

    [Theory]
    [InlineData("offtopic")]
    [InlineData("off-topic")]
    public async Task Drift_is_measured_beside_the_plain_cosine(string policy)
    {
        using var blog = new CommandLineBlog();
        var file = blog.Write("talk.csv", Talk());

        var run = (await blog.RunAsync(
            "moderation", "evaluate", "--data", file, "--positive", "off", "--context", "post", "--policy", policy, "--folds", "3",
            "--json")).Done();

        run.Json.GetProperty("policies").EnumerateArray().Select(p => p.GetString()).Should().Equal("off-topic");
        var baseline = run.Json.GetProperty("baselines")[0];
        (baseline.GetProperty("policy").GetString(), baseline.GetProperty("name").GetString())
            .Should().Be(("off-topic", "TF-IDF cosine to the context"));
        baseline.GetProperty("auc").GetDouble().Should().BeGreaterThan(0.5);
        run.Json.GetProperty("overall").GetProperty("auc").GetDouble().Should().BeGreaterThan(0.9);
        (await blog.RunAsync(
            "moderation", "evaluate", "--data", file, "--positive", "off", "--context", "post", "--policy", policy, "--train-first",
            "0.7")).Done()
            .Output.Should().Contain("AUC of TF-IDF cosine to the context");
    }

    [Fact]
    public async Task All_policies_are_measured_together()
    {
        using var blog = new CommandLineBlog();
        var file = blog.Write("talk.csv", Talk());
        string[] evaluate = ["moderation", "evaluate", "--data", file, "--positive", "off", "--policy", "all", "--folds", "3", "--json"];

        var together = (await blog.RunAsync([.. evaluate, "--context", "post"])).Done().Json;
        var without = (await blog.RunAsync(evaluate)).Done().Json;

        together.GetProperty("policies").EnumerateArray().Select(p => p.GetString()).Should().Equal("learning", "offensive", "off-topic");
        together.GetProperty("baselines").EnumerateArray().Select(b => b.GetProperty("policy").GetString()).Should().Contain("off-topic");
        without.GetProperty("policies").EnumerateArray().Select(p => p.GetString())
            .Should().Equal(["learning", "offensive"], "nothing is off-topic without a topic");
    }

    public static TheoryData<string, string, string[], int, string, string> Faults => new()
    {
        { "data.csv", "a,label\nx,1\ny,0\n", [], 2, "--text", "'a', 'label'" },
        { "data.csv", "text,a\nx,1\ny,0\n", [], 2, "--label", "'text', 'a'" },
        { "data.csv", "text,label\nx,1\ny,0\n", ["--context", "video"], 2, "--context", "'video'" },
        { "data.csv", "text,label\nx,spam\ny,ham\n", [], 2, "--positive", "'spam', 'ham'" },
        { "data.csv", "text,label\nx,1\ny,1\n", [], 2, "--positive", "2 are positive" },
        { "data.csv", "text,label\n", [], 2, "--data", "no rows" },
        { "data.jsonl", "{\"text\":\"x\",\"label\":1}\n{\"text\":\"x\"", [], 2, "--data", "Line 2" },
        { "data.jsonl", "[1]\n", [], 2, "--data", "Line 1" },
        { "data.jsonl", "{\"text\":\"x\"}\n", [], 2, "--label", "Line 1" },
        { "data.txt", "x", [], 2, "--data", ".jsonl" },
        { "data.csv", "text,label\nx,1\ny,0\n", ["--policy", "unheard"], 2, "--policy", "learning, offensive, offtopic, all" },
        { "data.csv", "text,label\nx,1\ny,0\n", ["--policy", "offtopic"], 2, "--context", "--policy offtopic needs --context" },
        { "data.csv", "text,label\nx,1\ny,0\n", ["--policy", "off-topic"], 2, "--context", "--policy offtopic needs --context" },
        { "data.csv", "text,label\nx,1\ny,0\n", ["--folds", "1"], 2, "--folds", "2 to 100" },
        { "data.csv", "text,label\nx,1\ny,0\n", ["--train-first", "1.5"], 2, "--train-first", "below 1" },
        { "data.csv", "text,label\nx,1\ny,0\n", ["--hold-at", "0.1"], 2, "--hold-at", "0.5 to 1" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task What_is_wrong_with_the_data_is_named(
        string name, string text, string[] more, int exitCode, string field, string message)
    {
        using var blog = new CommandLineBlog();

        var run = await blog.RunAsync(["moderation", "evaluate", "--data", blog.Write(name, text), "--json", .. more]);

        run.ExitCode.Should().Be(exitCode);
        run.Output.Should().BeEmpty();
        run.ErrorJson.GetProperty("errors")[0].GetProperty("field").GetString().Should().Be(field);
        run.ErrorJson.GetProperty("errors")[0].GetProperty("message").GetString().Should().Contain(message);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_not_found()
    {
        using var blog = new CommandLineBlog();

        var run = await blog.RunAsync("moderation", "evaluate", "--data", Path.Combine(blog.Folder, "none.csv"), "--json");

        run.ExitCode.Should().Be(3);
        run.ErrorJson.GetProperty("errors")[0].GetProperty("field").GetString().Should().Be("--data");
    }

    [Fact]
    public async Task The_filter_of_a_blog_is_trained_from_its_comments()
    {
        using var blog = await CommandLineBlog.CreateWithPostAsync();
        var welcome = await blog.CommentAsync("What a lovely report.");
        var unwanted = await blog.CommentAsync("Subscribe to my channel.");
        (await blog.RunAsync("spam", unwanted)).Done();

        var run = (await blog.RunAsync("moderation", "train", "--json")).Done();

        run.Json.GetProperty("spam").GetInt32().Should().Be(1);
        run.Json.GetProperty("ham").GetInt32().Should().Be(1);
        run.Json.GetProperty("taught").GetInt32().Should().Be(2);
        welcome.Should().NotBe(unwanted);
    }

    [Fact]
    public async Task The_filter_is_trained_from_a_file_by_moderators_only()
    {
        using var blog = await CommandLineBlog.CreateAsync();
        await blog.WithHostAsync(
            async (host, owner) => (await host.Authors.CreateAsync(new NewAuthor(owner.Id, "Bob"), Actor.System)).Value);
        var file = blog.Write("data.csv", Csv(20));
        string[] train = ["moderation", "train", "--data", file, "--text", "CONTENT", "--label", "CLASS"];

        (await blog.RunAsync([.. train, "--as", "bob"])).ExitCode.Should().Be(5);
        (await blog.RunAsync([.. train, "--as", "ada"])).Done().Output.Should().Contain("20 unwanted and 20 welcome");
        (await blog.RunAsync([.. train, "--shared", "--json"])).Done().Json.GetProperty("model").GetString().Should().Be("shared");
        (await blog.RunAsync("moderation", "train", "--shared")).ExitCode.Should().Be(2);
    }

    // What is said of bread under money, and of money under bread, is beside the topic.
    private static string Talk()
    {
        (string Title, string[] Words)[] posts =
        [
            ("Baking sourdough bread at home", ["sourdough", "starter", "flour", "dough", "loaf", "oven", "crust", "yeast", "rye", "bake"]),
            (
                "Why mortgage rates went up this spring",
                ["mortgage", "bank", "interest", "loan", "bond", "lender", "currency", "inflation", "credit", "rates"]),
        ];
        var rows = new StringBuilder("post,text,label\n");
        for (var i = 0; i < 40; i++)
        {
            var (under, about) = (posts[i % 2], posts[i / 2 % 2]);
            var words = Enumerable.Range(i, 6).Select(n => about.Words[n * 3 % 10]);
            rows.Append(
                CultureInfo.InvariantCulture,
                $"{under.Title},I read {string.Join(" and ", words)} described well elsewhere {i},{(under == about ? "on" : "off")}\n");
        }

        return rows.ToString();
    }

    private static string Csv(int pairs) => "CONTENT,CLASS\n" + string.Concat(Enumerable.Range(0, pairs).Select(i =>
        $"Subscribe to my channel for free coins {i},1\nThank you for the nice picture number {i},0\n"));
}
