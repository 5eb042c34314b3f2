using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using BlogKit.Moderation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BlogKit.AspNetCore.Tests;

/// <summary>A comment that is one too many comes back by its form alone, whatever the thread costs.</summary>
public sealed class FloodedFormTests : IDisposable
{
    private const string Post = "/blog/open-for-talk-and-more";
    private readonly TemporaryDatabase _database = new();

    [Fact]
    public async Task It_comes_back_with_all_that_was_typed_and_no_thread()
    {
        await using var site = await StartAsync();
        var root = await site.CommentAsync("Ada", "A point");
        using var reader = site.Browse();
        await reader.CommentAsync(Post, ("name", "Max"), ("email", "max@example.org"), ("body", "The first."));

        var refused = await reader.CommentAsync(
            Post + "?replyTo=" + root.Id,
            ("name", "Max"),
            ("email", "max@example.org"),
            ("url", "https://max.example/"),
            ("body", "Second."));

        refused.Status.Should().Be(HttpStatusCode.TooManyRequests);
        RefusedFormTests.ShouldRefuse(refused);
        refused.First("#respond #bk-errors").Should().Contain("That was a lot in a short time.");
        refused.First("#respond textarea[name=body]").Should().Be("Second.");
        refused.Attribute("#respond input[name=name]", "value").Should().Be("Max");
        refused.Attribute("#respond input[name=email]", "value").Should().Be("max@example.org");
        refused.Attribute("#respond input[name=url]", "value").Should().Be("https://max.example/");
        refused.Attribute("#respond input[name=parentId]", "value").Should().Be(root.Id.ToString());
        refused.Attribute(".bk-list-head a", "href").Should().Be(Post);
        refused.Html.QuerySelector(".bk-comment").Should().BeNull();
        refused.Text.Should().NotContain("The first.");
    }

    [Fact]
    public async Task It_can_be_sent_again_from_there_when_the_time_has_come()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var site = await StartAsync(clock);
        using var reader = site.Browse();
        await reader.CommentAsync(Post, ("name", "Max"), ("email", "max@example.org"), ("body", "The first."));
        var refused = await reader.CommentAsync(Post, ("name", "Max"), ("email", "max@example.org"), ("body", "The second."));
        clock.Advance(TimeSpan.FromMinutes(2));

        var taken = await reader.SendAsync(refused.Html.QuerySelector<IHtmlFormElement>("#respond form")!);

        taken.Status.Should().Be(HttpStatusCode.SeeOther);
        (await site.Get<ThreadService>().CountAsync(site.Blog.Id, site.Post.Id)).Approved.Should().Be(2);
    }

    [Fact]
    public async Task A_frame_is_answered_alike()
    {
        await using var site = await StartAsync();
        using var reader = site.Browse();
        var frame = Post.Replace("/blog/", "/blog/embed/", StringComparison.Ordinal);
        await site.CommentAsync("Ada", "A point");
        await reader.CommentAsync(frame, ("name", "Max"), ("email", "max@example.org"), ("body", "The first."));

        var refused = await reader.CommentAsync(frame, ("name", "Max"), ("email", "max@example.org"), ("body", "The second."));

        refused.Status.Should().Be(HttpStatusCode.TooManyRequests);
        refused.First("#respond textarea[name=body]").Should().Be("The second.");
        refused.Html.QuerySelector(".bk-comment").Should().BeNull();
        refused.Attribute("#comments > p a", "href").Should().Be(frame);
    }

    [Fact]
    public async Task A_preview_that_is_one_too_many_is_answered_alike()
    {
        await using var site = await LimitedSite.StartAsync(static o => o.Preview = 1);
        var root = await site.CommentAsync("Ada", "A point");
        using var reader = site.From("192.0.2.7");
        FormUrlEncodedContent Text() => new([new("body", "As it *will* look."), new("parentId", root.Id.ToString())]);
        var shown = await reader.PostAsync(Post + "/preview", Text());

        var refused = await reader.PostAsync(Post + "/preview", Text());

        shown.Html.QuerySelector(".bk-comment").Should().NotBeNull();
        refused.Status.Should().Be(HttpStatusCode.TooManyRequests);
        RefusedFormTests.ShouldRefuse(refused);
        refused.First("#respond textarea[name=body]").Should().Be("As it *will* look.");
        refused.Attribute("#respond input[name=parentId]", "value").Should().Be(root.Id.ToString());
        refused.Html.QuerySelector(".bk-comment").Should().BeNull();
    }

    [Fact]
    public async Task It_costs_the_store_no_more_commands_than_taking_one()
    {
        await using var site = await StartAsync();
        using var reader = site.Browse();
        var first = await reader.GetAsync(Post);
        var form = first.Html.QuerySelector<IHtmlFormElement>("#respond form")!;
        (string, string?)[] Fields(string body) => [("name", "Max"), ("email", "max@example.org"), ("body", body)];

        var taken = await CommandCount.OfAsync(site, () => reader.SendAsync(form, Fields("The first.")));
        var refused = await CommandCount.OfAsync(
            site, () => reader.SendAsync(form, [.. Fields("The second."), ("key", "another-key-altogether")]));

        refused.Count.Should().BeLessThan(taken.Count, because: string.Join(", ", refused) + " against " + string.Join(", ", taken));
    }

    public void Dispose() => _database.Dispose();

    private Task<Site> StartAsync(TimeProvider? clock = null) => Site.StartAsync(
        database: _database.Path,
        builder: kit => kit.Services.AddSingleton(clock ?? TimeProvider.System),
        options: static o =>
        {
            var flood = o.Moderation.GetPolicy<FloodPolicyOptions>();
            flood.Enabled = true;
            flood.Windows.Add(new FloodWindowOptions
            {
                Scope = ActivityScope.Writer,
                Maximum = 1,
                Per = TimeSpan.FromMinutes(1),
                Outcome = ModerationOutcome.Reject,
            });
        });
}
