using System.Diagnostics;
using System.Text;
using BlogKit.Testing;
using Microsoft.AspNetCore.Routing;
using Xunit.Abstractions;

namespace BlogKit.AspNetCore.Tests;

/// <summary>
/// Random requests to every route of a blog with everything switched on. <c>BLOGKIT_FUZZ</c> says how many a route (24 unless told),
/// <c>BLOGKIT_FUZZ_SEED</c> where to begin: the same seed makes the same requests.
/// </summary>
public sealed class RouteFuzzTests(ITestOutputHelper output)
{
    private const int BetweenRefreshes = 500;

    [Fact]
    public async Task No_request_is_answered_with_a_fault_of_the_server_or_logged_as_an_error()
    {
        var perRoute = TestSetting.Number("BLOGKIT_FUZZ", 24);
        var seed = TestSetting.Number("BLOGKIT_FUZZ_SEED", 20_261_128);
        await using var site = await FuzzSite.StartAsync();
        var requests = new FuzzRequests(site);
        var faults = new List<string>();
        var statuses = new SortedDictionary<int, int>();
        var sent = 0;
        var clock = Stopwatch.StartNew();
        for (var round = 0; round < perRoute * 12; round++)
        {
            foreach (var route in site.Routes.Where(r => round < perRoute || site.Reached.GetValueOrDefault(FuzzSite.NameOf(r)) < perRoute))
            {
                var (status, what) = await SendAsync(requests, route, unchecked((seed * 1_000_003) + sent));
                statuses[status] = statuses.GetValueOrDefault(status) + 1;
                var errors = site.TakeErrors();
                if (status >= 500 || errors.Count > 0)
                {
                    faults.Add(
                        $"{status} {what}\n    {string.Join("\n    ", errors.Select(static e => e.Length > 1_500 ? e[..1_500] : e))}");
                }

                if (++sent % BetweenRefreshes == 0)
                {
                    await site.RefreshAsync();
                }
            }
        }

        var least = site.Routes.Min(r => site.Reached.GetValueOrDefault(FuzzSite.NameOf(r)));
        var report = $"seed {seed}: {sent} requests to {site.Routes.Count} routes in {clock.Elapsed.TotalSeconds:0} s, "
            + $"each reached at least {least} times; answers "
            + string.Join(", ", statuses.Select(static s => $"{s.Key}: {s.Value}"));
        output.WriteLine(report);
        Console.WriteLine(report);
        var places = faults.GroupBy(static f => Place(f), StringComparer.Ordinal).Select(static g => $"{g.Count()} × {g.First()}").Take(12);
        faults.Count.Should().Be(0, because: $"{report}\n{string.Join('\n', places)}");
        least.Should().BeGreaterThanOrEqualTo(perRoute, because: string.Join(
            '\n', site.Routes.Where(r => site.Reached.GetValueOrDefault(FuzzSite.NameOf(r)) < perRoute).Select(FuzzSite.NameOf)));
    }

    // Faults with the same beginning of the stack are one.
    private static string Place(string fault) =>
        string.Join('\n', fault.Split('\n').Where(static l => l.Contains("   at BlogKit", StringComparison.Ordinal)).Take(2));

    private static async Task<(int Status, string What)> SendAsync(FuzzRequests requests, RouteEndpoint route, int seed)
    {
        var (person, request) = requests.Make(route, new Random(seed));
        using var message = request;
        var body = request.Content is null ? "" : Encoding.UTF8.GetString(await request.Content.ReadAsByteArrayAsync());
        var what = $"[{seed}] {FuzzSite.NameOf(route)}: {request.Method} {request.RequestUri} "
            + $"{string.Join(" ", request.Headers.Select(static h => $"{h.Key}: {string.Join(",", h.Value)};"))} "
            + $"{request.Content?.Headers.ContentType} {(body.Length > 600 ? body[..600] : body)}";
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        try
        {
            // A stream of news has no end: its head is enough.
            using var response = await person.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            if (response.Content.Headers.ContentType?.MediaType != "text/event-stream")
            {
                await response.Content.CopyToAsync(Stream.Null, patience.Token);
            }

            return ((int)response.StatusCode, what);
        }
        catch (HttpRequestException exception) when (exception.InnerException is not OperationCanceledException)
        {
            // The server may close what it will not read.
            return (exception.HttpRequestError is HttpRequestError.ResponseEnded or HttpRequestError.Unknown
                ? 0
                : 599, what + exception.Message);
        }
    }
}
