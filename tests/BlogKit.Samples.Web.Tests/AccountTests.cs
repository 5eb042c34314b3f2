using System.Net;
using System.Text.RegularExpressions;
using BlogKit.AspNetCore.Tests;

namespace BlogKit.Samples.Web.Tests;

public sealed partial class AccountTests : IAsyncLifetime
{
    private const string Password = "a password of some length";
    private readonly TemporaryFolder _folder = new();
    private WebHost _host = null!;

    public async Task InitializeAsync() => _host = await WebHost.StartAsync(_folder.Database());

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_first_run_makes_an_owner_who_writes_signs_out_and_in_again()
    {
        using var client = _host.CreateClient(cookies: true);
        var address = await SetUpAddressAsync();

        using var made = await SendAsync(client, address, "/setup", ("name", "Olive Owner"), ("password", Password));

        made.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        made.Headers.Location!.ToString().Should().Be("/blog/desk/posts");
        made.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("account=", StringComparison.Ordinal))
            .Should().Contain("httponly").And.Contain("samesite=lax");
        (await Html.ReadAsync(client, "/blog/desk/posts")).QuerySelectorAll(".bk-post-row").Should().HaveCountGreaterThan(5);
        using var saved = await SendAsync(
            client, "/blog/desk/posts/new", "/blog/desk/posts/new", ("title", "By the owner"), ("body", "Hello."), ("do", "publish"));
        saved.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        (await Html.ReadAsync(client, "/blog/by-the-owner")).QuerySelector("a[rel=author]")!.Seen().Should().Be("Olive Owner");

        using var left = await SendAsync(client, "/account", "/account/logout");
        left.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        using var outside = await client.GetAsync("/blog/desk/posts");
        outside.StatusCode.Should().Be(HttpStatusCode.Redirect);
        outside.Headers.Location!.PathAndQuery.Should().Be("/account/login?returnUrl=%2Fblog%2Fdesk%2Fposts");

        using var wrong = await SendAsync(
            client, "/account/login", "/account/login", ("name", "Olive Owner"), ("password", "not the password"));
        wrong.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await wrong.Content.ReadAsStringAsync()).Should().Contain("do not belong together").And.NotContain("not the password");
        using var back = await SendAsync(
            client,
            "/account/login?returnUrl=%2Fblog%2Fdesk%2Fposts%2Fnew",
            "/account/login",
            ("name", "olive owner"),
            ("password", Password));
        back.Headers.Location!.ToString().Should().Be("/blog/desk/posts/new");

        using var again = await client.GetAsync(address);
        again.StatusCode.Should().Be(HttpStatusCode.NotFound, "the address counts once");
        var file = await File.ReadAllTextAsync(Directory.GetFiles(Path.GetDirectoryName(_folder.Database())!, "*.accounts.json").Single());
        file.Should().Contain("Olive Owner").And.NotContain(Password);
    }

    [Theory]
    [InlineData("/setup")]
    [InlineData("/setup?token=")]
    [InlineData("/setup?token=0123456789abcdef0123456789abcdef0123456789abcdef")]
    public async Task Without_the_token_of_the_log_there_is_nothing_to_set_up(string address)
    {
        using var client = _host.CreateClient(cookies: true);

        using var answer = await client.GetAsync(address);
        using var sent = await SendAsync(
            client, "/account/login", "/setup", ("token", "wrong"), ("name", "Mallory"), ("password", Password));

        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
        sent.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await SetUpAddressAsync()).Should().NotBeEmpty();
        Directory.GetFiles(Path.GetDirectoryName(_folder.Database())!, "*.accounts.json").Should().BeEmpty();
    }

    [Theory]
    [InlineData("Olive Owner", "short")]
    [InlineData("", Password)]
    [InlineData("Maren Oduya", Password)]
    [InlineData("olive@mail.example", Password)]
    public async Task An_owner_needs_a_name_of_their_own_and_a_long_password(string name, string password)
    {
        using var client = _host.CreateClient(cookies: true);
        var address = await SetUpAddressAsync();

        using var refused = await SendAsync(client, address, "/setup", ("name", name), ("password", password));

        refused.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await Html.ReadAsync(refused)).QuerySelector("[role=alert]").Should().NotBeNull();
    }

    [Fact]
    public async Task Forms_of_other_sites_are_refused()
    {
        using var client = _host.CreateClient();

        foreach (var path in new[] { "/setup", "/account/login", "/account/logout" })
        {
            using var form = await client.PostAsync(path, new FormUrlEncodedContent([new("name", "x"), new("password", Password)]));
            using var json = await client.PostAsync(path, new StringContent("{}", System.Text.Encoding.UTF8, "application/json"));
            form.StatusCode.Should().Be(HttpStatusCode.BadRequest, path);
            json.StatusCode.Should().Be(HttpStatusCode.BadRequest, path);
        }
    }

    [Fact]
    public async Task Guessing_passwords_is_slowed_down_and_stopped()
    {
        using var client = _host.CreateClient(cookies: true);
        var statuses = new List<HttpStatusCode>();
        TimeSpan? wait = null;
        for (var i = 0; i < 12; i++)
        {
            using var answer = await SendAsync(client, "/account/login", "/account/login", ("name", "nobody"), ("password", "x"));
            statuses.Add(answer.StatusCode);
            wait = answer.Headers.RetryAfter?.Delta;
        }

        statuses.Should().StartWith(HttpStatusCode.BadRequest).And.EndWith(HttpStatusCode.TooManyRequests);
        wait.Should().BePositive().And.BeLessThanOrEqualTo(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_copied_cookie_is_dead_after_its_owner_signed_out_also_after_a_restart()
    {
        using var owner = _host.CreateClient(cookies: true);
        using var made = await SendAsync(owner, await SetUpAddressAsync(), "/setup", ("name", "Olive Owner"), ("password", Password));
        var copied = CookieOf(made);
        using var elsewhere = _host.CreateClient(cookies: true);
        using var signedIn = await SendAsync(
            elsewhere, "/account/login", "/account/login", ("name", "Olive Owner"), ("password", Password));
        (await StatusWithAsync(copied)).Should().Be(HttpStatusCode.OK);

        using var left = await SendAsync(owner, "/account", "/account/logout");

        left.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        (await StatusWithAsync(copied)).Should().Be(HttpStatusCode.Redirect);
        (await StatusWithAsync(CookieOf(signedIn))).Should().Be(HttpStatusCode.OK, "the other browser did not sign out");
        await _host.DisposeAsync();
        _host = await WebHost.StartAsync(_folder.Database());
        (await StatusWithAsync(copied)).Should().Be(HttpStatusCode.Redirect);
        (await StatusWithAsync("account=CfDJ8nonsense")).Should().Be(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Over_https_the_cookie_is_this_hosts_alone()
    {
        await _host.DisposeAsync();
        _host = await WebHost.StartAsync(_folder.Database(), "--FORWARDEDHEADERS_ENABLED", "true");
        using var client = _host.CreateClient(cookies: true);
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        using var made = await SendAsync(client, await SetUpAddressAsync(), "/setup", ("name", "Olive Owner"), ("password", Password));

        var cookie = made.Headers.GetValues("Set-Cookie").Single(static c => c.Contains("account=", StringComparison.Ordinal));
        cookie.Should().StartWith("__Host-account=").And.Contain("; path=/;").And.Contain("; secure").And.NotContain("domain");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/blog/desk/posts");
        request.Headers.Add("Cookie", cookie.Split(';')[0]);
        using var answer = await client.SendAsync(request);
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        (await StatusWithAsync(cookie.Split(';')[0]["__Host-".Length..], "https")).Should().Be(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task No_broken_body_is_a_fault_of_the_host()
    {
        var statuses = new List<int>();
        foreach (var path in (string[])["/account/logout", "/setup", "/account/login"])
        {
            foreach (var broken in BrokenBodies.Of(32 * 1024))
            {
                var status = await BrokenBodies.SendAsync(_host.Address, "POST", path, "", broken);
                status.Should().BeLessThan(500, because: $"{path}, {broken.Name}");
                statuses.Add(status);
            }

            await BrokenBodies.SendAsync(
                _host.Address, "POST", path, "", ("leaves", "application/x-www-form-urlencoded", "", "name=a"u8.ToArray()), leaves: true);
        }

        statuses.Should().Contain(400).And.Contain(429, "guesses are still slowed down");
        using var client = _host.CreateClient();
        (await client.GetAsync("/account/login")).StatusCode.Should().Be(HttpStatusCode.OK);
        _host.Output
            .Should().NotContain("unhandled", because: "what a request does wrong is no fault of the host").And.NotContain("fail: ");
    }

    [Fact]
    public async Task A_form_in_pieces_is_held_to_the_same_limit()
    {
        using var client = _host.CreateClient(cookies: true);
        var page = await Html.ReadAsync(client, "/account/login");
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/account/login")
        {
            Content = new FormUrlEncodedContent(
                [new("__RequestVerificationToken", token), new("name", "nobody"), new("password", new string('x', 40_000))]),
        };
        request.Headers.TransferEncodingChunked = true;

        using var answer = await client.SendAsync(request);

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).Should().Contain("could not be accepted");
    }

    [Fact]
    public async Task Static_files_are_what_they_say()
    {
        using var client = _host.CreateClient();
        foreach (var file in Directory.GetFiles(
            Path.Combine(Path.GetDirectoryName(SampleFiles.HostAssembly)!, "wwwroot"), "*", SearchOption.AllDirectories).Take(5))
        {
            var path = Path.GetRelativePath(
                Path.Combine(Path.GetDirectoryName(SampleFiles.HostAssembly)!, "wwwroot"), file).Replace('\\', '/');
            using var answer = await client.GetAsync("/" + path);
            answer.StatusCode.Should().Be(HttpStatusCode.OK, path);
            answer.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        }
    }

    [Theory]
    [InlineData("//evil.example.org/")]
    [InlineData("/\\evil.example.org/")]
    [InlineData("https://evil.example.org/")]
    [InlineData("javascript:alert(1)")]
    public async Task The_way_back_leads_to_this_host_alone(string url)
    {
        using var client = _host.CreateClient(cookies: true);

        var page = await Html.ReadAsync(client, "/account/login?returnUrl=" + Uri.EscapeDataString(url));

        page.QuerySelector("input[name=returnUrl]")!.GetAttribute("value").Should().Be("/blog/desk/posts");
    }

    [GeneratedRegex(@"(?<path>/setup\?token=[0-9a-f]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SetUpLine();

    private static string CookieOf(HttpResponseMessage response) =>
        response.Headers.GetValues("Set-Cookie").Single(static c => c.StartsWith("account=", StringComparison.Ordinal)).Split(';')[0];

    private async Task<HttpStatusCode> StatusWithAsync(string cookie, string scheme = "http")
    {
        using var client = _host.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/blog/desk/posts");
        request.Headers.Add("Cookie", cookie);
        request.Headers.Add("X-Forwarded-Proto", scheme);
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }

    private async Task<string> SetUpAddressAsync()
    {
        for (var i = 0; i < 600; i++)
        {
            if (SetUpLine().Match(_host.Output) is { Success: true } match)
            {
                return match.Groups["path"].Value;
            }

            await Task.Delay(50);
        }

        throw new InvalidOperationException("The log has no set-up address:\n" + _host.Output);
    }

    /// <summary>
    /// Sends the form of a page that goes to an address, with some fields set; an address the page has no form for gets the page's own
    /// proof.
    /// </summary>
    private static async Task<HttpResponseMessage> SendAsync(
        HttpClient client, string page, string action, params (string Name, string Value)[] values)
    {
        var form = await Html.ReadAsync(client, page);
        var element = form.QuerySelectorAll("form").FirstOrDefault(f => f.GetAttribute("action") == action) ?? form.QuerySelector("form")!;
        var fields = element.QuerySelectorAll("input[type=hidden]").ToDictionary(
            e => e.GetAttribute("name")!, e => e.GetAttribute("value") ?? "");
        foreach (var (name, value) in values)
        {
            fields[name] = value;
        }

        return await client.PostAsync(action, new FormUrlEncodedContent(fields));
    }
}
