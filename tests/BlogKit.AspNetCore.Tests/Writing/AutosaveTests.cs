using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace BlogKit.AspNetCore.Tests;

public sealed class AutosaveTests : IAsyncLifetime
{
    private const string New = "/blog/desk/posts/new";
    private const string Autosave = "/blog/desk/posts/autosave";
    private Site _site = null!;
    private Browser _browser = null!;

    private string Editor => $"/blog/desk/posts/{_site.Post.Id}";

    public async Task InitializeAsync()
    {
        _site = await WriterSite.StartAsync();
        _browser = _site.Browse(WriterSite.Administrator);
    }

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task What_is_typed_is_offered_again_with_what_differs()
    {
        var page = await _browser.GetAsync(Editor);

        var kept = await KeepAsync(page, ("body", "The *text* of the post, and more."), ("tags", "bees"));

        kept.Status.Should().Be(HttpStatusCode.OK);
        DateTimeOffset.Parse(kept.Text, System.Globalization.CultureInfo.InvariantCulture).Should().BeAfter(DateTimeOffset.UnixEpoch);
        (await _site.FindAsync(_site.Post.Id)).Markdown.Should().Be("The *text* of the post.", "it is not saved");
        var again = await _browser.GetAsync(Editor);
        again.First("#bk-body").Should().Be("The *text* of the post.");
        again.First("#bk-kept-title").Should().StartWith("You have unsaved changes from");
        again.First(".bk-notice .bk-diff-added").Should().Contain("and more");
        var restored = await _browser.GetAsync(again.Attribute(".bk-notice a.bk-button", "href")!);
        restored.First("#bk-body").Should().Be("The *text* of the post, and more.");
        restored.Attribute("#bk-tags", "value").Should().Be("bees");
        restored.Html.QuerySelector("#bk-kept-title").Should().BeNull();
    }

    [Fact]
    public async Task Saving_the_post_forgets_it()
    {
        var page = await _browser.GetAsync(Editor);
        await KeepAsync(page, ("body", "Typed"));

        await _browser.EditAsync(page, ("body", "Saved"));

        (await _browser.GetAsync(Editor)).Html.QuerySelector("#bk-kept-title").Should().BeNull();
    }

    [Fact]
    public async Task Discarding_it_forgets_it()
    {
        await KeepAsync(await _browser.GetAsync(New), ("title", "Half"), ("body", "Typed"));
        var page = await _browser.GetAsync(New);

        var answer = await _browser.SendAsync(page.Html.QuerySelector<IHtmlFormElement>(".bk-notice form")!);

        answer.Status.Should().Be(HttpStatusCode.SeeOther);
        (await _browser.FollowAsync(answer)).Html.QuerySelector("#bk-kept-title").Should().BeNull();
    }

    [Fact]
    public async Task A_new_post_s_typing_is_offered_and_gone_when_it_is_created()
    {
        await KeepAsync(await _browser.GetAsync(New), ("title", "Half"), ("body", "Typed"), ("password", "never kept"));
        var restored = await _browser.GetAsync(New + "?restore=1");
        restored.Attribute("#bk-title", "value").Should().Be("Half");

        (await _browser.EditAsync(restored)).Status.Should().Be(HttpStatusCode.SeeOther);

        (await _browser.GetAsync(New)).Html.QuerySelector("#bk-kept-title").Should().BeNull();
    }

    [Fact]
    public async Task It_is_seen_by_who_typed_it_alone_and_holds_no_password()
    {
        await KeepAsync(await _browser.GetAsync(Editor), ("body", "Typed"), ("password", "never kept"));
        await WriterSite.AddAsync(_site, "Edith Editor", "editor", BlogRoles.Editor);
        using var editor = _site.Browse("editor|Edith Editor");

        (await editor.GetAsync(Editor)).Html.QuerySelector("#bk-kept-title").Should().BeNull();
        var kept = await _site.Get<AutosaveService>().FindAsync(_site.Blog.Id, _site.Post.Id, Actor.Author(_site.Author));
        kept!.Fields.Should().NotContain("never kept");
    }

    [Fact]
    public async Task What_was_typed_on_an_older_version_is_restored_and_cannot_overwrite_unseen()
    {
        await KeepAsync(await _browser.GetAsync(Editor), ("body", "Typed"));
        await WriterSite.AddAsync(_site, "Edith Editor", "editor", BlogRoles.Editor);
        using var editor = _site.Browse("editor|Edith Editor");
        await editor.EditAsync(await editor.GetAsync(Editor), ("body", "Theirs"));

        var answer = await _browser.EditAsync(await _browser.GetAsync(Editor + "?restore=1"));

        answer.Status.Should().Be(HttpStatusCode.Conflict);
        answer.First("#bk-theirs").Should().Contain("Theirs");
    }

    [Fact]
    public async Task What_is_wrong_is_refused_and_keeps_nothing()
    {
        var page = await _browser.GetAsync(Editor);
        using var writer = _site.Browse(WriterSite.Writer);
        var others = await writer.GetAsync(New);

        (await KeepAsync(page, ("post", "nonsense"))).Status.Should().Be(HttpStatusCode.BadRequest);
        (await KeepAsync(page, ("post", "0190a0b0c0d070008000000000000000"))).Status.Should().Be(HttpStatusCode.NotFound);
        (await KeepAsync(page, ("body", new string('x', 1_000_001)))).Status.Should().Be(HttpStatusCode.BadRequest);
        (await KeepAsync(page, ("excerpt", new string('x', 200_000)))).Status.Should().Be(HttpStatusCode.BadRequest);
        (await KeepAsync(page, ("__RequestVerificationToken", null))).Status.Should().Be(HttpStatusCode.BadRequest);
        (await writer.PostAsync(Autosave, new FormUrlEncodedContent(WriterSite.Fields(others, ("post", _site.Post.Id.ToString()))))).Status
            .Should().Be(HttpStatusCode.Forbidden);
        (await _browser.PostAsync(Autosave, new StringContent("x"))).Status.Should().Be(HttpStatusCode.UnsupportedMediaType);

        (await _site.Get<AutosaveService>().FindAsync(_site.Blog.Id, _site.Post.Id, Actor.Author(_site.Author))).Should().BeNull();
    }

    private Task<WebPage> KeepAsync(WebPage page, params (string, string?)[] changes) =>
        _browser.PostAsync(Autosave, new FormUrlEncodedContent(WriterSite.Fields(page, changes)));
}
