using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using BlogKit.Moderation;

namespace BlogKit.AspNetCore.Tests;

/// <summary>Whoever does something with a comment is told on the page they are led to that it was done.</summary>
public sealed class OwnDeedTests : IAsyncLifetime
{
    private const string Path = "/blog/open-for-talk-and-more";
    private Site _site = null!;
    private Browser _reader = null!;

    public async Task InitializeAsync()
    {
        _site = await Site.StartAsync(options: static o => o.Threads.RepliesPerRoot = 1);
        _reader = _site.Browse();
    }

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task Withdrawing_a_comment_is_said_above_the_discussion_to_its_writer_alone()
    {
        var edit = await EditPageAsync(await SendAsync("First."));

        var answer = await _reader.SendAsync(FormTo(edit, "/withdraw"));
        var page = await _reader.FollowAsync(answer);

        answer.Location.Should().Be(Path + "?done=withdrawn#comments");
        page.First(".bk-comments > [role=status]").Should().Be("Your comment was withdrawn. Nobody is shown it any more.");
        page.Text.Should().NotContain("First.");
        using var stranger = _site.Browse();
        (await stranger.GetAsync(answer.Location!)).Html.QuerySelector("[role=status]").Should().BeNull();
        (await _reader.GetAsync(Path + "?done=published")).Html.QuerySelector("[role=status]").Should().BeNull();
        (await _reader.GetAsync(Path)).Html.QuerySelector("[role=status]").Should().BeNull();
    }

    [Fact]
    public async Task Changing_a_comment_is_said_at_the_comment_wherever_it_stands()
    {
        var id = await SendAsync("First.");
        var root = await _site.CommentAsync("Una", "Root.");
        await _site.CommentAsync("Una", "Reply.", root.Id);
        var deep = await SendAsync("Far behind.", ("parentId", root.Id.ToString()));

        var near = await FollowToEndAsync(await _reader.SendAsync(FormTo(await EditPageAsync(id), "/edit"), ("body", "Mended.")));
        var far = await FollowToEndAsync(await _reader.SendAsync(FormTo(await EditPageAsync(deep), "/edit"), ("body", "Mended there.")));

        near.First($"#comment-{id} .bk-notice").Should().Be("Your change was saved.");
        near.Text.Should().Contain("Mended.");
        far.First($"#comment-{deep} .bk-notice").Should().Be("Your change was saved.");
        far.Html.QuerySelectorAll(".bk-notice").Should().ContainSingle();
    }

    [Fact]
    public async Task Changing_a_comment_that_waits_is_said_too()
    {
        await using var site = await Site.StartAsync(HoldMode.All);
        using var reader = site.Browse();
        var sent = await reader.CommentAsync(Path, ("name", "Max"), ("email", "max@example.org"), ("body", "Waiting."));
        var id = sent.Location!.Split("#comment-")[1];

        var page = await FollowToEndAsync(
            await reader.SendAsync(FormTo(await reader.GetAsync($"/blog/comments/{id}/edit"), "/edit"), ("body", "Mended.")), reader);

        page.First($"#comment-{id} .bk-notice").Should().Be("Your change was saved.");
    }

    [Theory]
    [InlineData("up", "Your vote was counted.", "clear", "Your vote was taken back.")]
    [InlineData("react", "Your reaction was counted.", "unreact", "Your reaction was taken back.")]
    public async Task A_vote_or_a_reaction_without_a_script_is_said_at_the_comment(string give, string given, string take, string taken)
    {
        var comment = await _site.CommentAsync("Una", "A plain word.");
        var reaction = give == "react" ? _site.Blog.Reactions[0].Key + ":" : "";
        Task<WebPage> PressAsync(string name, string value) =>
            _reader.PostAsync("/blog/comments/feedback", new FormUrlEncodedContent([new(name, value)]));

        var first = await FollowToEndAsync(await PressAsync(give, reaction + comment.Id));
        var second = await FollowToEndAsync(await PressAsync(take, comment.Id.ToString()));

        first.First($"#comment-{comment.Id} .bk-notice").Should().Be(given);
        second.First($"#comment-{comment.Id} .bk-notice").Should().Be(taken);
    }

    [Fact]
    public async Task An_appeal_and_a_report_are_said_on_the_page_that_follows()
    {
        var id = await SendAsync("Hidden by a moderator.");
        (await _site.Moderation.MarkSpamAsync(
            _site.Blog.Id, CommentId.Parse(id, CultureInfo.InvariantCulture), Actor.System)).EnsureSucceeded();
        var other = await _site.CommentAsync("Una", "A plain word.");

        var appealed = await FollowToEndAsync(await _reader.SendAsync(FormTo(await EditPageAsync(id), "/appeal"), ("text", "It is none.")));
        var reported = await _reader.PostAsync($"/blog/comments/{other.Id}/flag", new FormUrlEncodedContent([new("kind", "spam")]));

        appealed.First("[role=status]").Should().Be("Your words were sent to the moderators.");
        reported.Status.Should().Be(HttpStatusCode.OK);
        reported.First("main h1").Should().NotBeEmpty();
    }

    [Fact]
    public async Task A_preview_that_cannot_be_made_is_not_called_unsaved()
    {
        var page = await _reader.GetAsync(Path);

        var preview = await _reader.PostAsync(
            Path + "/preview", Browser.Content(page.Html.QuerySelector<IHtmlFormElement>("#respond form")!, ("body", "")));
        var sent = await _reader.CommentAsync(page, ("body", ""));

        preview.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        preview.First("#bk-errors p").Should().Be("There is no preview yet:");
        preview.Text.Should().NotContain("not saved");
        sent.First("#bk-errors p").Should().Be("Your comment was not saved:");
    }

    private async Task<string> SendAsync(string body, params (string Name, string? Value)[] more)
    {
        var sent = await _reader.CommentAsync(Path, [("name", "Max"), ("email", "max@example.org"), ("body", body), .. more]);
        return sent.Location!.Split('/')[^1];
    }

    private Task<WebPage> EditPageAsync(string id) => _reader.GetAsync($"/blog/comments/{id}/edit");

    private static IHtmlFormElement FormTo(WebPage page, string end) =>
        page.Html.QuerySelector<IHtmlFormElement>($"form[action$='{end}']")!;

    private async Task<WebPage> FollowToEndAsync(WebPage answer, Browser? reader = null)
    {
        while (answer.Location is not null)
        {
            answer = await (reader ?? _reader).FollowAsync(answer);
        }

        answer.Status.Should().Be(HttpStatusCode.OK);
        return answer;
    }
}
