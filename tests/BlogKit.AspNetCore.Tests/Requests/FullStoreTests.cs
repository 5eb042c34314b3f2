using System.Net;
using System.Reflection;
using System.Text.Json;
using BlogKit.Storage;
using Microsoft.Extensions.Logging;

namespace BlogKit.AspNetCore.Tests;

/// <summary>
/// There is no room for anything more, or the store is not there: every door says so in its own way, nothing is kept, and what was typed
/// comes back.
/// </summary>
public sealed class FullStoreTests
{
    private const string Secret = "/canary/blog.db";
    private static readonly string[] Reading = ["Find", "List", "Read", "Count", "Locate", "Search"];

    private readonly Dictionary<bool, StoreUnavailableException> _faults = new()
    {
        [true] = new StoreUnavailableException($"The disk of '{Secret}' is full.") { IsFull = true },
        [false] = new StoreUnavailableException($"'{Secret}' was moved."),
    };

    [Fact]
    public async Task Every_door_says_that_there_is_no_room_and_keeps_nothing()
    {
        await using var scene = await SenderScene.StartAsync();
        var faults = new List<string>();
        var doors = new HashSet<string>();
        foreach (var sending in scene.Sendings.Where(static s => s is { IsRead: false, KeepsNothing: false } && !IsPicture(s)))
        {
            scene.Restore();
            var known = scene.Log.At(LogLevel.Error).Count;
            scene.Leaving.Gate.Before = (method, _) => Writes(method) ? Task.FromException(_faults[true]) : Task.CompletedTask;
            using var request = sending.Make();
            using var answer = await sending.By.Client.SendAsync(request);
            var text = await answer.Content.ReadAsStringAsync();
            scene.Leaving.Gate.Before = static (_, _) => Task.CompletedTask;

            var type = answer.Content.Headers.ContentType?.MediaType;
            var (door, isTold) = sending.Route switch
            {
                _ when sending.Route.Contains(" /api/", StringComparison.Ordinal) =>
                    ("api", type == "application/problem+json" && text.Contains("\"code\":\"store-full\"", StringComparison.Ordinal)),
                _ when sending.Route.Contains("/micropub", StringComparison.Ordinal) =>
                    ("micropub", type == "application/json" && text.Contains("\"error\":\"store_full\"", StringComparison.Ordinal)),
                _ when sending.Route.EndsWith("/xmlrpc", StringComparison.Ordinal) =>
                    ("xmlrpc", type == "text/xml" && text.Contains("<fault>", StringComparison.Ordinal)),
                _ => (sending.Route.Contains("/desk", StringComparison.Ordinal) ? "desk"
                    : sending.Route.Contains("/embed", StringComparison.Ordinal) ? "frame"
                    : "page",
                    type == "text/html" && text.Contains("The disk of this blog is full", StringComparison.Ordinal)),
            };
            doors.Add(door);
            if (answer.StatusCode != HttpStatusCode.InsufficientStorage
                || !isTold
                || answer.Headers.RetryAfter is null
                || text.Contains(Secret, StringComparison.Ordinal))
            {
                faults.Add(
                    $"{sending}: {(int)answer.StatusCode} {type} {text[Math.Max(0, text.IndexOf("<main", StringComparison.Ordinal))..]}");
            }

            if (scene.Changes() is { Length: > 0 } kept)
            {
                faults.Add($"{sending} kept {kept}");
            }

            if (scene.Log.At(LogLevel.Error).Skip(known).Count(static e => e.Contains(Secret, StringComparison.Ordinal)) != 1)
            {
                faults.Add($"{sending} is not told to the owner once");
            }
        }

        faults.Should().BeEmpty();
        doors.Should().BeEquivalentTo(["api", "micropub", "xmlrpc", "desk", "frame", "page"]);
    }

    [Fact]
    public async Task A_full_disk_gives_a_comment_back_to_whoever_typed_it_with_a_script_and_without()
    {
        var gate = new StoreGate { Before = static (_, _) => Task.CompletedTask };
        await using var site = await Site.StartAsync(gate: gate);
        using var reader = site.Browse();
        gate.Before = (method, _) => Writes(method) ? Task.FromException(_faults[true]) : Task.CompletedTask;

        var page = await reader.CommentAsync(
            "/blog/open-for-talk-and-more", ("name", "Max"), ("email", "max@example.org"), ("body", "My *long* text."));
        var again = new FormUrlEncodedContent([new("name", "Max"), new("email", "max@example.org"), new("body", "Again.")]);
        var script = await reader.PostAsync("/blog/open-for-talk-and-more/comments", again, asScript: true);

        page.Status.Should().Be(HttpStatusCode.InsufficientStorage);
        page.First("h1").Should().Be("No room");
        page.Text.Should().Contain("My *long* text.");
        page.Html.Title.Should().StartWith("Error:");
        script.Status.Should().Be(HttpStatusCode.InsufficientStorage);
        script.First("p.bk-error").Should().StartWith("The disk of this blog is full");
        (await reader.GetAsync("/blog/open-for-talk-and-more")).Status.Should().Be(HttpStatusCode.OK, "reading needs no room");
    }

    [Fact]
    public async Task A_store_that_is_not_there_is_told_by_pages_and_programs_alike()
    {
        var gate = new StoreGate { Before = static (_, _) => Task.CompletedTask };
        await using var site = await Site.StartAsync(gate: gate);
        using var reader = site.Browse();
        gate.Before = (_, _) => Task.FromException(_faults[false]);

        var page = await reader.GetAsync("/blog/open-for-talk-and-more?fresh=1");
        using var api = await reader.Client.GetAsync("/api/blog/posts");

        page.Status.Should().Be(HttpStatusCode.ServiceUnavailable);
        page.First("h1").Should().Be("Not available");
        page.Text.Should().NotContain(Secret);
        api.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        api.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        using var problem = JsonDocument.Parse(await api.Content.ReadAsStringAsync());
        problem.RootElement.GetProperty("code").GetString().Should().Be("store-unavailable");
        api.Headers.RetryAfter!.Delta.Should().BePositive();
    }

    private static bool Writes(MethodInfo method) => !Array.Exists(Reading, verb => method.Name.StartsWith(verb, StringComparison.Ordinal));

    // Pictures are kept in a folder, not in the store.
    private static bool IsPicture(Sending sending) =>
        sending.Route.EndsWith("/media", StringComparison.Ordinal) || sending.Name is "metaWeblog.newMediaObject";
}
