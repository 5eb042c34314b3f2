using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using BlogKit.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.AspNetCore.Tests;

/// <summary>Every endpoint has a rule, the documents tell it, and requests are held to it.</summary>
public sealed partial class EndpointRuleTests
{
    private const string Accept = "BLOGKIT_ACCEPT_ENDPOINTS";

    private static string Document => Path.Combine(Root(), "docs", "web", "endpoints.md");

    [Fact]
    public async Task The_documents_list_every_endpoint_and_no_other()
    {
        await using var site = await EndpointTable.StartAsync();
        string[] rows = [.. EndpointTable.Of(site).Select(e => EndpointTable.RowOf(e, site.Services))];
        if (Environment.GetEnvironmentVariable(Accept) is { Length: > 0 })
        {
            var text = (await File.ReadAllLinesAsync(Document)).ToList();
            var at = text.FindIndex(static line => Row().IsMatch(line));
            at = at < 0 ? text.FindLastIndex(static line => line.StartsWith("| ---", StringComparison.Ordinal)) + 1 : at;
            text.RemoveAll(static line => Row().IsMatch(line));
            text.InsertRange(at, rows);
            await File.WriteAllTextAsync(Document, string.Join('\n', text) + "\n");
        }

        var told = (await File.ReadAllLinesAsync(Document)).Where(static line => Row().IsMatch(line));

        told.Should().Equal(rows, because: $"docs/web/endpoints.md is written by this test when {Accept} is set");
    }

    [Fact]
    public async Task Whatever_strangers_may_send_or_search_has_a_limit()
    {
        await using var site = await EndpointTable.StartAsync();
        var endpoints = EndpointTable.Of(site);

        endpoints.Should().OnlyContain(static e => EndpointTable.RuleOf(e) != null);
        endpoints.Where(static e => EndpointTable.IsForEverybody(e) && EndpointTable.Changes(e))
            .Should().HaveCountGreaterThan(15).And.OnlyContain(static e => Limits(e));
        endpoints.Where(static e => !EndpointTable.IsForEverybody(e) && EndpointTable.Changes(e))
            .Should().HaveCountGreaterThan(40).And.OnlyContain(static e => Limits(e), "a signed-in user may have a script that ran away");
        endpoints.Where(
            static e => e.RoutePattern.RawText!.EndsWith("/search", StringComparison.Ordinal) && EndpointTable.MethodsOf(e) != "any other")
            .Should().HaveCount(2).And.OnlyContain(static e => EndpointTable.RuleOf(e)!.Limit == BlogKitRateLimits.Search);
        endpoints.Where(static e => EndpointTable.MethodsOf(e) == "any other")
            .Should().OnlyContain(static e => EndpointTable.RuleOf(e)!.Body == null);
    }

    [Fact]
    public async Task Whatever_is_refused_counts_and_one_too_many_is_told_so_whatever_it_was_for()
    {
        var clock = new JumpingClock(TimeProvider.System.GetUtcNow());
        await using var site = await EndpointTable.StartAsync(builder: kit =>
        {
            kit.AddRateLimits(static o =>
                (o.Enabled, o.Read, o.Comment, o.Feedback, o.Preview, o.Write, o.Desk, o.Search, o.Mention, o.Live, o.Password) = (
                    true, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1));
            kit.Services.AddSingleton<TimeProvider>(clock);
        });
        var (there, nothing) = (await RouteValues.MakeAsync(site), RouteValues.OfNothing());
        using var owner = site.Browse(ApiSite.Owner);
        using var stranger = site.Browse();
        var (free, refused) = (new List<string>(), 0);
        foreach (var endpoint in EndpointTable.Of(site).Where(EndpointTable.Changes))
        {
            var person = EndpointTable.IsForEverybody(endpoint) ? stranger : owner;
            (string Path, string Type, string Site)[] shapes =
            [
                (nothing.PathOf(endpoint), RouteValues.TypeOf(endpoint), "same-origin"),
                (there.PathOf(endpoint), RouteValues.TypeOf(endpoint), "same-origin"),
                (there.PathOf(endpoint), "application/octet-stream", "same-origin"),
                (there.PathOf(endpoint), RouteValues.TypeOf(endpoint), "cross-site"),
            ];
            foreach (var shape in shapes)
            {
                clock.Advance(TimeSpan.FromHours(1));
                using var first = await AskAsync(person, endpoint, shape);
                using var second = await AskAsync(person, endpoint, shape);
                if ((int)first.StatusCode is >= 400 and not 429)
                {
                    refused++;
                    if (second.StatusCode != HttpStatusCode.TooManyRequests || second.Headers.RetryAfter is null)
                    {
                        free.Add($"{(int)first.StatusCode}, {(int)second.StatusCode} {EndpointTable.MethodsOf(endpoint)} {shape}");
                    }
                }
            }
        }

        free.Should().BeEmpty();
        refused.Should().BeGreaterThan(150);

        static Task<HttpResponseMessage> AskAsync(Browser person, RouteEndpoint endpoint, (string Path, string Type, string Site) shape)
        {
            var request = new HttpRequestMessage(new HttpMethod(
                EndpointTable.MethodsOf(endpoint)), shape.Path)
            { Content = new ByteArrayContent("{}"u8.ToArray()) };
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(shape.Type);
            request.Headers.TryAddWithoutValidation("If-Match", "*");
            request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", shape.Site);
            return person.Client.SendAsync(request);
        }
    }

    [Fact]
    public async Task A_body_one_byte_over_the_largest_is_refused_everywhere()
    {
        var folder = Directory.CreateTempSubdirectory("blogkit-bodies-");
        try
        {
            await using var site = await EndpointTable.StartAsync(folder.FullName);
            var values = await RouteValues.MakeAsync(site);
            using var owner = site.Browse(ApiSite.Owner);
            owner.Client.DefaultRequestHeaders.Add("Origin", site.Address.GetLeftPart(UriPartial.Authority));
            using var nameless = site.Browse("nameless|nameless@example.org");
            nameless.Client.DefaultRequestHeaders.Add("Origin", site.Address.GetLeftPart(UriPartial.Authority));
            var taken = new List<string>();
            foreach (var endpoint in EndpointTable.Of(site).Where(static e => EndpointTable.RuleOf(e)!.Body is not null))
            {
                var largest = EndpointTable.RuleOf(endpoint)!.Body!.Bytes(site.Services);
                using var request = new HttpRequestMessage(new HttpMethod(
                    EndpointTable.MethodsOf(endpoint)), values.PathOf(endpoint))
                { Content = new ByteArrayContent(new byte[largest + 1]) };
                request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(RouteValues.TypeOf(endpoint));
                request.Headers.TryAddWithoutValidation("If-Match", "*");
                using var answer = await (request.RequestUri!.OriginalString.EndsWith("/comments/name", StringComparison.Ordinal)
                    ? nameless
                    : owner).Client.SendAsync(request);
                if (answer.StatusCode != HttpStatusCode.RequestEntityTooLarge)
                {
                    taken.Add($"{(int)answer.StatusCode} {request.Method} {request.RequestUri}");
                }
            }

            taken.Should().BeEmpty();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Answers_say_of_being_kept_what_their_rule_says()
    {
        await using var site = await EndpointTable.StartAsync();
        var values = await RouteValues.MakeAsync(site);
        using var owner = site.Browse(ApiSite.Owner);
        using var reader = site.Browse();
        var others = new List<string>();
        var seen = 0;
        foreach (var endpoint in EndpointTable.Of(site).Where(static e => EndpointTable.MethodsOf(e) == "GET, HEAD"))
        {
            foreach (var person in (Browser[])[owner, reader])
            {
                using var answer = await person.Client.GetAsync(values.PathOf(endpoint), HttpCompletionOption.ResponseHeadersRead);
                var said = answer.Headers.TryGetValues("Cache-Control", out var header) ? string.Join(", ", header) : "";
                if (answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect)
                {
                    seen++;
                    if (!EndpointTable.RuleOf(endpoint)!.Cache.Values.Any(v => Same(v, said)))
                    {
                        others.Add($"{endpoint.RoutePattern.RawText}: {said}");
                    }
                }
            }
        }

        others.Should().BeEmpty();
        seen.Should().BeGreaterThan(100);
    }

    [GeneratedRegex("^\\| (?:[A-Z]+(?:, [A-Z]+)*|any other) \\| `/", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Row();

    // The client writes the parts in an order of its own.
    private static bool Same(string one, string other) =>
        one.Split(", ").Order(StringComparer.Ordinal).SequenceEqual(other.Split(", ").Order(StringComparer.Ordinal));

    private static bool Limits(RouteEndpoint endpoint) => EndpointTable.RuleOf(endpoint) is { Limit: not null } or { TakesPassword: true };

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "BlogKit.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
