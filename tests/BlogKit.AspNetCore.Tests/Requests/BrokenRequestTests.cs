using BlogKit.Testing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace BlogKit.AspNetCore.Tests;

/// <summary>Whatever a request makes the framework throw while its body is read is an answer about the request.</summary>
public sealed class BrokenRequestTests
{
    [Fact]
    public async Task No_broken_body_is_a_fault_of_the_server_or_logged_as_one()
    {
        var log = new FakeLoggerProvider();
        var known = 0;
        await using var site = await EndpointTable.StartAsync(log: log);
        var values = await RouteValues.MakeAsync(site);
        var headers = $"X-User: {ApiSite.Owner}\r\nOrigin: {site.Address.GetLeftPart(UriPartial.Authority)}\r\nIf-Match: *\r\n";
        var faults = new List<string>();
        var statuses = new SortedDictionary<int, int>();
        foreach (var endpoint in EndpointTable.Of(site).Where(static e => EndpointTable.RuleOf(e)!.Body is not null))
        {
            var (method, path) = (EndpointTable.MethodsOf(endpoint), values.PathOf(endpoint));
            foreach (var broken in BrokenBodies.Of(EndpointTable.RuleOf(endpoint)!.Body!.Bytes(site.Services)))
            {
                var status = await BrokenBodies.SendAsync(site.Address, method, path, headers, broken);
                statuses[status] = statuses.GetValueOrDefault(status) + 1;
                var errors = Errors(log);
                if (status >= 500 || errors.Count > known)
                {
                    faults.Add($"{status} {method} {path}, {broken.Name}: {string.Join('\n', errors.Skip(known))}");
                    known = errors.Count;
                }
            }

            foreach (var type in (string[])[
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/json",
                "text/xml",
            ])
            {
                await BrokenBodies.SendAsync(site.Address, method, path, headers, ("leaves", type, "", "<a{"u8.ToArray()), leaves: true);
            }
        }

        faults.Should().BeEmpty();
        statuses.Keys.Should().Contain([400, 413, 415]);
        (statuses.GetValueOrDefault(400) + statuses.GetValueOrDefault(413) + statuses.GetValueOrDefault(415))
            .Should().BeGreaterThan(800, because: string.Join(", ", statuses));
        await site.DisposeAsync();
        Errors(log).Should().BeEmpty("whoever leaves is no fault");
    }

    /// <summary>
    /// <c>BLOGKIT_LEAVERS</c> says how many; a server that goes on to read where the reader had stopped showed itself once in some
    /// thousands.
    /// </summary>
    [Fact]
    public async Task Whoever_breaks_off_while_they_are_read_leaves_no_reader_in_the_middle()
    {
        var log = new FakeLoggerProvider();
        await using var site = await EndpointTable.StartAsync(log: log);
        var values = await RouteValues.MakeAsync(site);
        var endpoint = EndpointTable.Of(site).Single(
            static e => e.RoutePattern.RawText!.EndsWith("/desk/posts/preview", StringComparison.Ordinal));
        var headers = $"X-User: {ApiSite.Owner}\r\nOrigin: {site.Address.GetLeftPart(UriPartial.Authority)}\r\n";
        var (form, path) = ("application/x-www-form-urlencoded", values.PathOf(endpoint));

        await Parallel.ForEachAsync(
            Enumerable.Range(0, TestSetting.Number("BLOGKIT_LEAVERS", 200)),
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (_, _) => await BrokenBodies.SendAsync(
                site.Address, "POST", path, headers, ("leaves", form, "", "markdown=a"u8.ToArray()), leaves: true));

        await site.DisposeAsync();
        log.At(LogLevel.Error).Should().BeEmpty();
    }

    // Kestrel's event RequestBodyDrainBodyReaderInvalidState, an error: it throws away the rest of a body itself after the answer, and
    // finds its pipe completed when the transport learns at that very moment that the sender closed. About once in two thousand; no code of
    // ours is running then, which the stack shows. With a frame of ours in it, it is our fault and counts.
    private static IReadOnlyList<string> Errors(FakeLoggerProvider log) => [.. log.At(LogLevel.Error).Where(static line => !IsOfKestrelAlone(line))];

    private static bool IsOfKestrelAlone(string line) =>
        line.StartsWith("Microsoft.AspNetCore.Server.Kestrel: ", StringComparison.Ordinal)
        && line.Contains(
            ": automatic draining of the request body failed because the body reader is in an invalid state. "
                + "System.InvalidOperationException: ",
            StringComparison.Ordinal)
        && !line.Contains("Reading is already in progress", StringComparison.Ordinal)
        && !line.Contains("   at BlogKit", StringComparison.Ordinal);
}
