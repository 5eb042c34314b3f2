using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using BlogKit.Moderation;
using BlogKit.Testing;

namespace BlogKit.Samples.Web.Tests;

/// <summary>
/// The host is killed (kill -9) under a stream of comments, again and again, on one database: <c>BLOGKIT_KILLS</c> times, 8 unless told.
/// </summary>
[Trait("Category", "Kill")]
public sealed class KillTests : IDisposable
{
    private const int Clients = 4;
    private const string Slug = "tell-me-about-your-first-sting";

    private readonly int _rounds = TestSetting.Number("BLOGKIT_KILLS", 8);
    private readonly TemporaryFolder _folder = new();
    private readonly ConcurrentDictionary<string, string> _acknowledged = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<Submission> _unanswered = new();
    private int _retried;

    [Fact]
    public async Task Every_acknowledged_comment_is_there_exactly_once_after_many_kills()
    {
        var database = _folder.Database();
        var sentBefore = 0;
        for (var round = 0; round < _rounds; round++)
        {
            await using var host = await WebHost.StartAsync(database);
            await RetryAsync(host);
            await ShouldHoldAsync(database);

            // Kills come early and late in a stream, but never before it flows.
            var enough = 10 + (round * 7 % 60);
            await StreamUntilKilledAsync(host, round, enough);
            _acknowledged.Count.Should().BeGreaterThan(sentBefore);
            sentBefore = _acknowledged.Count;
        }

        await using var last = await WebHost.StartAsync(database);
        await RetryAsync(last);
        await ShouldHoldAsync(database);
        _retried.Should().BeGreaterThanOrEqualTo(_rounds, "every kill cuts somebody off");
    }

    public void Dispose() => _folder.Dispose();

    private async Task StreamUntilKilledAsync(WebHost host, int round, int enough)
    {
        using var client = host.CreateClient();
        var left = enough;
        var clients = Enumerable.Range(0, Clients).Select(async number =>
        {
            for (var i = 0; ; i++)
            {
                // Half of them are known commenters, whose comments are shown; the others' are held.
                var name = number % 2 == 0 ? "hen" : $"stranger-{number}";
                var submission = new Submission($"{round}-{number}-{i}", name);
                try
                {
                    await SendAsync(client, submission);
                }
                catch (Exception exception) when (exception is HttpRequestException or IOException)
                {
                    _unanswered.Enqueue(submission);
                    return;
                }

                if (Interlocked.Decrement(ref left) == 0)
                {
                    host.Kill();
                }
            }
        });
        await Task.WhenAll(clients);
        await host.KillAsync();
    }

    private async Task RetryAsync(WebHost host)
    {
        using var client = host.CreateClient();
        while (_unanswered.TryDequeue(out var submission))
        {
            await SendAsync(client, submission);
            await SendAsync(client, submission);
            _retried++;
        }
    }

    private async Task SendAsync(HttpClient client, Submission submission)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/blog/posts/{Slug}/comments")
        {
            Content = JsonContent.Create(new
            {
                name = submission.Writer,
                email = $"{submission.Writer}@readers.example.org",
                body = $"Comment {submission.Key}",
            }),
            Headers = { { "Idempotency-Key", submission.Key } },
        };
        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        response.StatusCode.Should().BeOneOf([HttpStatusCode.Created, HttpStatusCode.Accepted, HttpStatusCode.OK], text);
        using var answer = JsonDocument.Parse(text);
        var id = answer.RootElement.GetProperty("id").GetString()!;
        _acknowledged.GetOrAdd($"Comment {submission.Key}", id).Should().Be(id, "the same key is the same comment");
    }

    private async Task ShouldHoldAsync(string database)
    {
        await using var store = await SampleStore.OpenAsync(database);
        (await store.CheckIntegrityAsync()).Should().Be("ok");

        var post = await store.FindPostAsync(Slug);
        var comments = await store.ListCommentsAsync();
        var streamed = comments.Where(comment => comment.Markdown.StartsWith("Comment ", StringComparison.Ordinal)).ToArray();
        streamed.Select(comment => comment.Markdown).Should().OnlyHaveUniqueItems();
        streamed.Select(comment => $"{comment.Id} {comment.Markdown}").ToHashSet(StringComparer.Ordinal)
            .SetEquals(_acknowledged.Select(pair => $"{pair.Value} {pair.Key}"))
            .Should().BeTrue("what was acknowledged is stored, and nothing else is");

        var counts = (await store.Get<ModerationService>().CountAsync(store.Blog.Id, Actor.System)).Value;
        int Recount(CommentStatus status) => comments.Count(comment => comment.Status == status);
        counts.Should().Be(new ThreadCounts
        {
            Approved = Recount(CommentStatus.Approved),
            Pending = Recount(CommentStatus.Pending),
            Spam = Recount(CommentStatus.Spam),
            Trashed = Recount(CommentStatus.Trashed),
            Deleted = Recount(CommentStatus.Deleted),
        });
        var thread = (await store.Get<ThreadService>().ReadAsync(new ThreadQuery(post.BlogId, post.Id))).Value;
        thread.ShownComments.Should().Be(comments.Count(comment => comment.PostId == post.Id && comment.Status == CommentStatus.Approved));
    }

    private sealed record Submission(string Key, string Writer);
}
