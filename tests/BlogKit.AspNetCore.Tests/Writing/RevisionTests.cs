using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace BlogKit.AspNetCore.Tests;

public sealed class RevisionTests : IAsyncLifetime
{
    private Site _site = null!;
    private Browser _browser = null!;

    private string Editor => $"/blog/desk/posts/{_site.Post.Id}";

    public async Task InitializeAsync()
    {
        _site = await WriterSite.StartAsync();
        _browser = _site.Browse(WriterSite.Administrator);
        await _browser.EditAsync(await _browser.GetAsync(Editor), ("body", "Second *text* of <b>the</b> post."));
        await _browser.EditAsync(await _browser.GetAsync(Editor), ("body", "Third.\n\nSomething else."), ("title", "Renamed"));
    }

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task The_two_newest_are_compared_first()
    {
        var page = await _browser.GetAsync(Editor + "/revisions");

        page.Status.Should().Be(HttpStatusCode.OK);
        page.All(".bk-revision-list tbody tr").Should().HaveCount(3);
        page.All(".bk-revision-by").Should().OnlyContain(n => n == "Ada Keeper");
        page.First(".bk-diff-removed").Should().NotBeNull();
        page.Text.Should().Contain("&lt;b&gt;").And.NotContain("<b>");
        page.All(".bk-revision-diff h3").Should().Equal("Title", "Text");
    }

    [Fact]
    public async Task Any_two_are_compared_the_earlier_first()
    {
        var ids = (await _browser.GetAsync(Editor + "/revisions")).Html
            .QuerySelectorAll("input[name=from]")
            .Select(e => e.GetAttribute("value")!)
            .ToArray();

        var forwards = await _browser.GetAsync($"{Editor}/revisions?from={ids[2]}&to={ids[1]}");
        var backwards = await _browser.GetAsync($"{Editor}/revisions?from={ids[1]}&to={ids[2]}");

        forwards.First(".bk-diff-removed").Should().Contain("The *text* of").And.NotContain("Second");
        forwards.First(".bk-diff-added mark").Should().Contain("Second");
        backwards.First(".bk-diff").Should().Be(forwards.First(".bk-diff"));
        (await _browser.GetAsync($"{Editor}/revisions?from=nonsense&to={Guid.Empty:N}")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_earlier_one_is_restored_as_a_new_revision()
    {
        var page = await _browser.GetAsync(Editor + "/revisions");

        var answer = await _browser.SendAsync(page.Html.QuerySelector<IHtmlFormElement>("form.bk-inline-form")!);

        answer.Status.Should().Be(HttpStatusCode.SeeOther);
        (await _site.FindAsync(_site.Post.Id)).Markdown.Should().Be("Second *text* of <b>the</b> post.");
        (await _browser.FollowAsync(answer)).All(".bk-revision-list tbody tr").Should().HaveCount(4);
    }

    [Theory]
    [InlineData("revision", "nonsense", HttpStatusCode.BadRequest)]
    [InlineData("revision", "0190a0b0c0d070008000000000000000", HttpStatusCode.NotFound)]
    [InlineData("version", "1", HttpStatusCode.Conflict)]
    [InlineData("version", "x", HttpStatusCode.BadRequest)]
    [InlineData("__RequestVerificationToken", "forged", HttpStatusCode.BadRequest)]
    public async Task What_is_wrong_restores_nothing(string field, string value, HttpStatusCode status)
    {
        var page = await _browser.GetAsync(Editor + "/revisions");

        var answer = await _browser.SendAsync(page.Html.QuerySelector<IHtmlFormElement>("form.bk-inline-form")!, (field, value));

        answer.Status.Should().Be(status);
        (await _site.FindAsync(_site.Post.Id)).Title.Should().Be("Renamed");
    }
}
