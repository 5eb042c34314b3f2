using BlogKit.Internal;

namespace BlogKit.Tests.Search;

public sealed class SearchServiceTests
{
    [Fact]
    public async Task Posts_and_comments_are_found()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync("On bees", "Of nectar and pollen.");
        var comment = await blog.CommentAsync(post, "More nectar, please.");

        var all = (await blog.Search.SearchAsync(new SearchRequest(blog.Blog.Id, "nectar"))).Value;
        var posts = (await blog.Search.SearchAsync(new SearchRequest(blog.Blog.Id, "nectar") { Scope = SearchScope.Posts })).Value;
        var comments = (await blog.Search.SearchAsync(new SearchRequest(blog.Blog.Id, "nectar") { Scope = SearchScope.Comments })).Value;

        all.Items.Should().HaveCount(2);
        posts.Items.Single().CommentId.Should().BeNull();
        comments.Items.Single().CommentId.Should().Be(comment.Id);
    }

    [Fact]
    public async Task What_is_not_shown_is_not_found()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync();
        var comment = await blog.CommentAsync(post, "Nectar.");
        await blog.Moderation.TrashAsync(comment.BlogId, comment.Id, blog.EditorActor);
        await blog.DraftAsync("Draft", "Nectar.");

        (await blog.Search.SearchAsync(new SearchRequest(blog.Blog.Id, "nectar"))).Value.Items.Should().BeEmpty();
    }

    [Fact]
    public async Task Hits_are_paged()
    {
        await using var blog = await TestBlog.StartAsync();
        for (var i = 0; i < 5; i++)
        {
            await blog.PublishAsync($"Post {i}", "Nectar.");
        }

        var first = (await blog.Search.SearchAsync(new SearchRequest(blog.Blog.Id, "nectar") { Size = 2 })).Value;
        var second = (await blog.Search.SearchAsync(new SearchRequest(blog.Blog.Id, "nectar") { Size = 2, Cursor = first.Next })).Value;
        var third = (await blog.Search.SearchAsync(new SearchRequest(blog.Blog.Id, "nectar") { Size = 2, Cursor = second.Next })).Value;

        first.Items.Concat(second.Items).Concat(third.Items).Select(h => h.Post.Id).Should().OnlyHaveUniqueItems().And.HaveCount(5);
        (first.Previous, third.Next).Should().Be((null, null));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ?!  ")]
    [InlineData("\"\"")]
    public async Task A_text_without_words_finds_nothing(string text)
    {
        await using var blog = await TestBlog.StartAsync();
        await blog.PublishAsync();

        (await blog.Search.SearchAsync(new SearchRequest(blog.Blog.Id, text))).Value.Items.Should().BeEmpty();
    }

    [Fact]
    public async Task Limits_are_options()
    {
        await using var blog = await TestBlog.StartAsync(o => (o.Search.MaximumQueryLength, o.Search.MaximumTerms) = (10, 2));

        (await blog.Search.SearchAsync(new SearchRequest(blog.Blog.Id, "12345678901"))).ShouldFail(ErrorCodes.TooLong, "Text");
        (await blog.Search.SearchAsync(new SearchRequest(blog.Blog.Id, "a b c"))).ShouldFail(ErrorCodes.TooMany, "Text");
        (await blog.Search.SearchAsync(new SearchRequest(blog.Blog.Id, "a\0"))).ShouldFail(ErrorCodes.InvalidText, "Text");
        (await blog.Search.SearchAsync(new SearchRequest(blog.Blog.Id, "a") { Size = 101 })).ShouldFail(ErrorCodes.OutOfRange, "Size");
        (await blog.Search.SearchAsync(
            new SearchRequest(blog.Blog.Id, "a") { Cursor = "s.-1" })).ShouldFail(ErrorCodes.InvalidCursor, "Cursor");
    }

    [Theory]
    [InlineData("honey bees", "honey|bees*")]
    [InlineData("honey bees ", "honey|bees")]
    [InlineData("hon* bees ", "hon*|bees")]
    [InlineData("\"honey bees\" wax", "honey bees|wax*")]
    [InlineData("\"honey bees", "honey|bees*")]
    [InlineData("пчёлы 蜂", "пчёлы|蜂*")]
    [InlineData("NEAR(a b) OR -c", "NEAR|a|b|OR|c*")]
    [InlineData("wax wax wax ", "wax")]
    public void Words_and_phrases_are_taken_out_of_what_was_typed(string text, string terms) =>
        string.Join('|', SearchTerms.Read(text).Select(t => t.Text + (t.IsPrefix ? "*" : ""))).Should().Be(terms);
}
