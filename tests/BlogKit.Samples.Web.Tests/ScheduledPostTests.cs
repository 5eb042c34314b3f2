using System.Net;

namespace BlogKit.Samples.Web.Tests;

public sealed class ScheduledPostTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_scheduled_post_publishes_itself_on_time_also_after_a_restart()
    {
        var database = _folder.Database();
        DateTimeOffset time;
        await using (var first = await WebHost.StartAsync(database))
        {
            await using var store = await SampleStore.OpenAsync(database);
            var posts = store.Get<PostService>();
            var author = (await store.Get<AuthorService>().ListAllAsync(store.Blog.Id))[0].Id;
            var draft = (await posts.CreateAsync(
                new NewPost(store.Blog.Id, "In a Moment", "Here I am.") { AuthorIds = [author] }, Actor.System)).Value;
            time = DateTimeOffset.UtcNow.AddSeconds(4);
            (await posts.ScheduleAsync(draft.BlogId, draft.Id, time, Actor.System, draft.Version)).EnsureSucceeded();

            using var client = first.CreateClient();
            (await StatusAsync(client)).Should().Be(HttpStatusCode.NotFound);
            (await client.GetStringAsync("/blog/feed.xml")).Should().NotContain("In a Moment");
        }

        await using var second = await WebHost.StartAsync(database);
        using var reader = second.CreateClient();
        HttpStatusCode status;
        DateTimeOffset asked;
        do
        {
            await Task.Delay(50);
            asked = DateTimeOffset.UtcNow;
            status = await StatusAsync(reader);
            (status is HttpStatusCode.OK && DateTimeOffset.UtcNow < time).Should().BeFalse("it is not its time");
        }
        while (asked < time);

        status.Should().Be(HttpStatusCode.OK);
        (await reader.GetStringAsync("/blog")).Should().Contain("In a Moment");
        (await reader.GetStringAsync("/blog/feed.xml")).Should().Contain("In a Moment");
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client)
    {
        using var response = await client.GetAsync("/blog/in-a-moment");
        return response.StatusCode;
    }
}
