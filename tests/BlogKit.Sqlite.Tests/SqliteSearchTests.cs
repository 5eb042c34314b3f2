using BlogKit.Specification;
using BlogKit.Storage;

namespace BlogKit.Sqlite.Tests;

public sealed class SqliteSearchTests : OnePost
{
    [Theory]
    [InlineData("\"")]
    [InlineData("*")]
    [InlineData("NEAR(bees, 2")]
    [InlineData("bees NOT dance")]
    [InlineData("body:bees")]
    [InlineData("^bees")]
    [InlineData("bees\" OR \"wasps")]
    [InlineData("-- ; DROP TABLE search")]
    [InlineData("{title body} : x")]
    [InlineData("")]
    public async Task Nothing_in_a_term_is_syntax(string text)
    {
        await Fill.CommentAsync(Harness.Store, Sample, Post, "bees dance");
        var search = () => SearchAsync(new SearchTerm(text, true), new SearchTerm(text, false));

        await search.Should().NotThrowAsync();
    }

    [Fact]
    public async Task Highlights_name_what_matched_whatever_characters_stand_around()
    {
        await Fill.CommentAsync(Harness.Store, Sample, Post, "\uE000\uE001[<b>] the 🐝 queen\u0301 lays \u0001eggs\u0002");

        var snippet = (await SearchAsync(new SearchTerm("queen", false), new SearchTerm("eggs", false))).Items.Single().Snippet;

        snippet.Highlights.Select(r => snippet.Text.Substring(r.Start, r.Length)).Should().Equal("queen\u0301", "eggs");
    }

    [Fact]
    public async Task A_snippet_is_cut_around_the_match()
    {
        var text = string.Join(' ', Enumerable.Range(0, 200).Select(static i => i == 150 ? "needle" : $"hay{i}"));
        await Fill.CommentAsync(Harness.Store, Sample, Post, text);

        var snippet = (await SearchAsync(new SearchTerm("needle", false))).Items.Single().Snippet;

        snippet.Text.Should().StartWith("…").And.EndWith("…").And.Contain("needle");
        snippet.Text.Split(' ').Should().HaveCount(24);
    }

    [Fact]
    public async Task A_comment_is_found_at_once_and_not_after_it_was_taken_down()
    {
        var comment = await Fill.CommentAsync(Harness.Store, Sample, Post, "swarm");
        (await SearchAsync(new SearchTerm("swarm", false))).Items.Should().ContainSingle();

        await Harness.Store.UpdateAsync(new CommentChange(comment with { Status = CommentStatus.Trashed }, null), default);

        (await SearchAsync(new SearchTerm("swarm", false))).Items.Should().BeEmpty();
    }

    [Fact]
    public async Task What_waits_for_the_index_is_found_after_a_restart()
    {
        for (var i = 0; i < 70; i++)
        {
            await Fill.CommentAsync(Harness.Store, Sample, Post, $"wax{i}");
        }

        await Harness.RestartAsync();

        (await SearchAsync(new SearchTerm("wax", true))).Items.Should().HaveCount(70);
    }

    private Task<Slice<SearchHit>> SearchAsync(params SearchTerm[] terms) => Harness.Store.SearchAsync(
        new SearchQuery { BlogId = Post.BlogId, Terms = [.. terms], Now = SampleData.Now, Size = 100, Scope = SearchScope.Comments },
        default);
}
