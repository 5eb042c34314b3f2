using System.Net;
using BlogKit.Storage;

namespace BlogKit.AspNetCore.Tests;

/// <summary>What strangers can do to a comment with as many secrets as they like, all from one address.</summary>
public sealed class OneVoicePerNetworkTests : IAsyncLifetime
{
    private DeskSite _desk = null!;

    public async Task InitializeAsync() => _desk = await DeskSite.StartAsync();

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task Reports_without_a_cookie_hide_nothing_and_the_first_is_in_the_queue()
    {
        var comment = await _desk.Site.CommentAsync("Una", "A plain word.");

        for (var i = 0; i < 8; i++)
        {
            using var stranger = _desk.Site.Browse();
            (await stranger.PostAsync($"/blog/comments/{comment.Id}/flag", new FormUrlEncodedContent([new("kind", "spam")]))).Status
                .Should().Be(HttpStatusCode.OK);
            using var byApi = new HttpRequestMessage(HttpMethod.Put, new Uri(_desk.Site.Address, $"/api/blog/comments/{comment.Id}/flag"));
            byApi.Headers.Add("BlogKit-Guest", $"a secret of some forty characters, number {i:00}");
            byApi.Content = new StringContent("""{"kind":"spam"}""", null, "application/json");
            using var answer = await stranger.Client.SendAsync(byApi);
            answer.StatusCode.Should().Be(HttpStatusCode.OK);
        }

        (await _desk.StatusOfAsync(comment.Id)).Should().Be(CommentStatus.Approved);
        (await _desk.Site.Get<IFlagStore>().ListAllFlagsAsync(comment.BlogId, comment.Id, CancellationToken.None)).Should().ContainSingle();
        var queue = await _desk.Browser.GetAsync(DeskSite.Queue + "?status=flagged");
        queue.Html.QuerySelector($"#c-{comment.Id}").Should().NotBeNull();
        queue.First("[data-live-count=flagged]").Should().Be("1");
        (await _desk.Browser.GetAsync(DeskSite.Queue)).Html.QuerySelector($"#c-{comment.Id}")
            .Should().BeNull("it does not wait: it is shown");
    }

    [Fact]
    public async Task Votes_without_a_cookie_are_one_vote()
    {
        var comment = await _desk.Site.CommentAsync("Una", "A plain word.");

        for (var i = 0; i < 5; i++)
        {
            using var stranger = _desk.Site.Browse();
            (await stranger.PostAsync("/blog/comments/feedback", new FormUrlEncodedContent([new("up", comment.Id.ToString())]))).Status
                .Should().Be(HttpStatusCode.SeeOther);
        }

        (await _desk.FindAsync(comment.Id)).UpVotes.Should().Be(1);
    }

    [Fact]
    public async Task Two_first_time_senders_of_one_address_are_two_guests()
    {
        var owners = new List<string?>();
        foreach (var name in new[] { "Una", "Otto" })
        {
            using var stranger = _desk.Site.Browse();
            var fields = new Dictionary<string, string>
            {
                ["name"] = name,
                ["email"] = $"{name}@example.org",
                ["body"] = $"A word of {name}.",
                ["key"] = "the same key",
            };
            (await stranger.PostAsync($"/blog/{_desk.Site.Post.Slug}/comments", new FormUrlEncodedContent(fields))).Status
                .Should().Be(HttpStatusCode.SeeOther);
            owners.Add(stranger.Cookies.GetAllCookies()["bk.guest"]?.Value);
        }

        owners.Should().OnlyHaveUniqueItems().And.NotContainNulls();
    }

    [Fact]
    public async Task A_character_set_that_nobody_reads_is_refused()
    {
        using var stranger = _desk.Site.Browse();
        using var content = new ByteArrayContent("body=x"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", "application/x-www-form-urlencoded; charset=utf-7");

        var answer = await stranger.PostAsync($"/blog/{_desk.Site.Post.Slug}/comments", content);

        ((int)answer.Status).Should().BeInRange(400, 499);
    }
}
