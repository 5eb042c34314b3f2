using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace BlogKit.AspNetCore.Tests;

public sealed class CommentPreviewTests : IAsyncLifetime
{
    private const string Path = "/blog/open-for-talk-and-more";
    private static readonly (string, string?)[] Typed =
        [("name", "Max"), ("email", "not yet"), ("url", ""), ("body", "Hello *there*, <b>you</b>.")];
    private Site _site = null!;
    private Browser _browser = null!;

    public async Task InitializeAsync()
    {
        _site = await Site.StartAsync();
        _browser = _site.Browse();
    }

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task A_preview_is_the_servers_own_rendering_above_the_form_with_everything_typed_in_it()
    {
        var root = await _site.CommentAsync("Eva", "Root");
        var form = await _browser.GetAsync($"{Path}?replyTo={root.Id}");
        form.Attribute("button[formaction]", "formaction")
            .Should().Be(Path + "/preview#respond", because: "without the script, the preview is below a whole article");

        var page = await PreviewAsync(form, asScript: false, Typed);

        page.Status.Should().Be(HttpStatusCode.OK);
        page.Html.QuerySelector("#respond .bk-preview .bk-text")!.InnerHtml.Trim()
            .Should().Be("<p>Hello <em>there</em>, &lt;b&gt;you&lt;/b&gt;.</p>");
        var fields = Browser.Fields(page.Html.QuerySelector<IHtmlFormElement>("#respond form")!);
        fields["body"].Should().Be("Hello *there*, <b>you</b>.");
        fields["email"].Should().Be("not yet");
        fields["parentId"].Should().Be(root.Id.ToString());
        page.Attribute("meta[name=robots]", "content").Should().Be("noindex");
        (await _site.Get<ThreadService>().CountAsync(_site.Blog.Id, _site.Post.Id)).Approved.Should().Be(1);
        (await _browser.CommentAsync(page, ("email", "max@example.org"))).Status.Should().Be(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task A_script_gets_the_preview_alone()
    {
        var page = await PreviewAsync(await _browser.GetAsync(Path), asScript: true, Typed);

        page.Text.Should().StartWith("<section class=\"bk-preview\"").And.NotContain("<html");
        page.First(".bk-text em").Should().Be("there");
    }

    [Fact]
    public async Task What_cannot_be_shown_is_told()
    {
        var form = await _browser.GetAsync(Path);

        var page = await PreviewAsync(form, asScript: false, [.. Typed[..3], ("body", " ")]);
        var script = await PreviewAsync(form, asScript: true, [.. Typed[..3], ("body", new string('x', 10_001))]);
        var foreign = await PreviewAsync(form, asScript: true, Typed, Browser.ForeignOrigin);

        page.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        page.First("#bk-body-error").Should().Be("Comment is required.");
        script.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        script.First(".bk-error").Should().Be("Comment has 10,001 characters; at most 10,000 are allowed.");
        foreign.Status.Should().Be(HttpStatusCode.BadRequest);
        using var json = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        (await _browser.PostAsync(Path + "/preview", json)).Status.Should().Be(HttpStatusCode.UnsupportedMediaType);
        using var elsewhere = new FormUrlEncodedContent([new("body", "x")]);
        (await _browser.PostAsync("/blog/nowhere/preview", elsewhere)).Status.Should().Be(HttpStatusCode.NotFound);
    }

    private async Task<WebPage> PreviewAsync(
        WebPage page, bool asScript, (string Name, string? Value)[] changes, string origin = Browser.OwnOrigin)
    {
        using var content = Browser.Content(page.Html.QuerySelector<IHtmlFormElement>("#respond form")!, changes);
        return await _browser.PostAsync(Path + "/preview", content, origin, asScript);
    }
}
