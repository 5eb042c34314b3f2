using System.Net;
using BlogKit.AspNetCore.Internal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace BlogKit.AspNetCore.Tests;

/// <summary>
/// Whoever asked goes away during the n-th call of the store, for every n: nothing half-made is sent, kept or stored, and nothing is logged
/// as an error.
/// </summary>
public sealed class LeavingReaderTests
{
    private const string Post = "/blog/open-for-talk-and-more";
    private const int MostCalls = 60;

    [Theory]
    [InlineData("/blog")]
    [InlineData(Post)]
    [InlineData("/blog/archive")]
    [InlineData("/blog/author/ada-keeper")]
    [InlineData("/blog/search?q=text")]
    [InlineData("/blog/nowhere")]
    [InlineData("/blog/feed.xml")]
    [InlineData("/blog/sitemap.xml")]
    [InlineData("/api/blog/posts")]
    [InlineData("/api/blog/posts/open-for-talk-and-more/comments")]
    [InlineData("/blog/embed/open-for-talk-and-more")]
    [InlineData("/blog/desk/comments")]
    [InlineData("/blog/desk/posts/new")]
    public async Task A_page(string path)
    {
        var user = path.Contains("/desk", StringComparison.Ordinal) ? WriterSite.Administrator : null;
        var whole = "";
        for (var n = 1; n <= MostCalls; n++)
        {
            using var log = new FakeLoggerProvider();
            var leaving = new LeavingVisitor(n);
            await using var site = await WriterSite.StartAsync(gate: leaving.Gate, log: log, map: leaving.Map);
            await site.CommentAsync("Max", "Words.");
            using var browser = site.Browse(user);

            leaving.Begin();
            var cut = await browser.GetAsync(path);
            var left = leaving.End();
            var kept = site.Get<PageCache>().Count;
            var after = await browser.GetAsync(path);

            log.At(LogLevel.Error).Should().BeEmpty(because: $"call {n}");
            after.Text.Should().Contain(
                path.StartsWith("/api", StringComparison.Ordinal) ? "{" : "<",
                because: "the next reader gets a whole answer").And.NotBeEmpty();
            if (cut.Text.Length > 0 && cut.Status == HttpStatusCode.OK)
            {
                cut.Text.Length.Should().BeGreaterThan(after.Text.Length / 2, because: "what is sent is whole");
            }

            if (!left)
            {
                whole = after.Text;
                break;
            }
        }

        whole.Should().NotBeEmpty(because: $"the page takes fewer than {MostCalls} calls");
    }

    [Fact]
    public async Task A_comment_form()
    {
        for (var n = 1; n <= MostCalls; n++)
        {
            using var log = new FakeLoggerProvider();
            var leaving = new LeavingVisitor(n);
            await using var site = await WriterSite.StartAsync(gate: leaving.Gate, log: log, map: leaving.Map);
            using var browser = site.Browse();
            var form = await browser.GetAsync(Post);
            (string, string?)[] typed = [("name", "Max"), ("email", "max@example.org"), ("body", "Only once.")];

            leaving.Begin();
            await browser.CommentAsync(form, typed);
            var left = leaving.End();
            var counts = await site.Get<ThreadService>().CountAsync(site.Blog.Id, site.Post.Id);

            log.At(LogLevel.Error).Should().BeEmpty(because: $"call {n}");
            counts.Approved.Should().Be(1, because: "what arrived is carried out");
            (await browser.GetAsync(Post)).Text.Should().Contain("Only once.");
            if (!left)
            {
                return;
            }
        }
    }

    [Fact]
    public async Task A_page_that_others_wait_for_is_made_though_its_first_reader_left()
    {
        var leaving = new LeavingVisitor(2);
        await using var site = await WriterSite.StartAsync(
            gate: leaving.Gate, map: leaving.Map, web: static o => o.Layout = typeof(AskingLayout));
        using var browser = site.Browse();

        leaving.Begin();
        await browser.GetAsync(Post);
        leaving.End();
        var after = await browser.GetAsync(Post);

        after.First("#newest").Should().Be("Open for Talk (and More)", because: "a hole of the one who left is not kept for everybody");
    }
}
