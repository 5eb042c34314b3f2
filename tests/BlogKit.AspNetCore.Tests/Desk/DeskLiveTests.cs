using System.Net;
using Microsoft.Extensions.Hosting;

namespace BlogKit.AspNetCore.Tests;

public sealed class DeskLiveTests
{
    [Fact]
    public async Task Open_pages_are_told_the_counts_when_they_change()
    {
        await using var desk = await DeskSite.StartAsync();
        await desk.HeldAsync("Max", "One");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var answer = await desk.Browser.Client.GetAsync("/blog/desk/live", HttpCompletionOption.ResponseHeadersRead, patience.Token);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(patience.Token));

        answer.Content.Headers.ContentType!.MediaType.Should().Be("text/event-stream");
        (await NextAsync(reader, patience.Token)).Should().Contain("\"waiting\":1");

        await desk.HeldAsync("Eva", "Two");
        desk.Site.Get<BlogChanges>().Announce(new BlogChange(desk.Site.Blog.Id, BlogChangeKind.Queue));

        (await NextAsync(reader, patience.Token)).Should().Contain("\"waiting\":2");
    }

    [Fact]
    public async Task Connections_are_bounded()
    {
        await using var desk = await DeskSite.StartAsync(web: static o => o.Desk.LiveConnections = 1);
        using var first = await desk.Browser.Client.GetAsync("/blog/desk/live", HttpCompletionOption.ResponseHeadersRead);

        var second = await desk.Browser.GetAsync("/blog/desk/live");

        first.StatusCode.Should().Be(HttpStatusCode.OK);
        second.Status.Should().Be(HttpStatusCode.ServiceUnavailable);
        second.Response.Headers.RetryAfter!.Delta.Should().NotBeNull();
    }

    [Fact]
    public async Task Connections_end_when_the_host_stops()
    {
        await using var desk = await DeskSite.StartAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var answer = await desk.Browser.Client.GetAsync("/blog/desk/live", HttpCompletionOption.ResponseHeadersRead, patience.Token);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(patience.Token));
        await NextAsync(reader, patience.Token);

        desk.Site.Get<IHostApplicationLifetime>().StopApplication();

        (await reader.ReadToEndAsync(patience.Token)).Should().NotContain("data:");
    }

    private static async Task<string> NextAsync(StreamReader reader, CancellationToken cancellationToken)
    {
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                return line;
            }
        }

        return "";
    }
}
