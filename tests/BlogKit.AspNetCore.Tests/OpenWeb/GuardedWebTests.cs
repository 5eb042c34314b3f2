using System.IO.Compression;
using System.Net;
using BlogKit.Internal;
using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Tests;

/// <summary>Requests to addresses that strangers chose.</summary>
public sealed class GuardedWebTests : IAsyncLifetime
{
    private static readonly FetchBounds s_bounds = new() { MaximumBytes = 64 * 1024, Timeout = TimeSpan.FromSeconds(2) };

    private Elsewhere _elsewhere = null!;

    public async Task InitializeAsync() => _elsewhere = await Elsewhere.StartAsync();

    public async Task DisposeAsync() => await _elsewhere.DisposeAsync();

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("100.64.0.1")]
    [InlineData("100.127.255.255")]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.0.1")]
    [InlineData("192.0.2.1")]
    [InlineData("192.168.1.1")]
    [InlineData("198.18.0.1")]
    [InlineData("198.51.100.1")]
    [InlineData("203.0.113.1")]
    [InlineData("224.0.0.1")]
    [InlineData("239.255.255.255")]
    [InlineData("240.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::127.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("64:ff9b:1::1")]
    [InlineData("100::1")]
    [InlineData("2001::1")]
    [InlineData("2001:db8::1")]
    [InlineData("2002:7f00:1::1")]
    [InlineData("fc00::1")]
    [InlineData("fd12:3456::1")]
    [InlineData("fe80::1")]
    [InlineData("fe80::1%1")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    public void No_special_address_is_public(string address) => PublicAddress.Is(IPAddress.Parse(address)).Should().BeFalse();

    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("172.32.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("192.169.0.1")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("2606:4700::1111")]
    [InlineData("2a00:1450:4001::1")]
    public void Other_addresses_are(string address) => PublicAddress.Is(IPAddress.Parse(address)).Should().BeTrue();

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://127.1/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f.0.0.1/")]
    [InlineData("http://0177.0.0.1/")]
    [InlineData("http://localhost/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://[::ffff:7f00:1]/")]
    [InlineData("http://[64:ff9b::7f00:1]/")]
    [InlineData("http://[fe80::1]/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://192.168.0.1/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://127。0。0。1/")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("http://example.org:8080/")]
    [InlineData("https://example.org:80/")]
    [InlineData("http://user@example.org/")]
    [InlineData("http://user:secret@example.org/")]
    [InlineData("ftp://example.org/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://127.0.0.1:70/")]
    [InlineData("data:text/html,x")]
    public async Task What_is_not_on_the_public_web_is_never_asked(string url)
    {
        using var web = Web(new WebGuard());

        var failure = await FailAsync(web, new Uri(url));

        failure.Should().Be(FetchFailure.Forbidden);
    }

    [Fact]
    public async Task A_name_that_leads_to_this_machine_is_not_followed()
    {
        using var web = Web(new AnyPort());

        var failure = await FailAsync(web, new Uri($"http://localhost:{_elsewhere.Address.Port}/"));

        failure.Should().Be(FetchFailure.Forbidden);
        _elsewhere.Asked.Should().Be(0);
    }

    [Theory]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://[fd00::1]/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//169.254.169.254/")]
    public async Task A_redirect_into_the_private_network_is_not_followed(string location)
    {
        using var web = Web(new Elsewhere.Guard());
        var url = _elsewhere.Page("/away", "", status: 302, headers: ("Location", location));

        (await FailAsync(web, url)).Should().Be(FetchFailure.Forbidden);
    }

    [Fact]
    public async Task Redirects_are_followed_a_few_times()
    {
        using var web = Web(new Elsewhere.Guard());
        _elsewhere.Page("/end", "<p>here");
        var url = _elsewhere.Page("/start", "", status: 301, headers: ("Location", "/end"));
        var endless = _elsewhere.Page("/endless", "", status: 302, headers: ("Location", "/endless"));

        var page = await web.GetAsync(url, s_bounds);

        page.Url.AbsolutePath.Should().Be("/end");
        page.Text.Should().Be("<p>here");
        (await FailAsync(web, endless)).Should().Be(FetchFailure.Unusable);
    }

    [Fact]
    public async Task A_huge_body_is_not_taken_however_it_is_packed()
    {
        using var web = Web(new Elsewhere.Guard());
        var huge = _elsewhere.Page("/huge", new string('x', 65 * 1024));
        var bomb = _elsewhere.Page("/bomb", async context =>
        {
            context.Response.ContentType = "text/html";
            context.Response.Headers.ContentEncoding = "gzip";
            await using var gzip = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
            var zeros = new byte[64 * 1024];
            for (var i = 0; i < 1_000; i++)
            {
                await gzip.WriteAsync(zeros, context.RequestAborted);
            }
        });

        (await FailAsync(web, huge)).Should().Be(FetchFailure.Unusable);
        (await FailAsync(web, bomb)).Should().Be(FetchFailure.Unusable);
    }

    [Fact]
    public async Task A_slow_body_is_not_waited_for()
    {
        using var web = Web(new Elsewhere.Guard());
        var slow = _elsewhere.Page("/slow", async context =>
        {
            context.Response.ContentType = "text/html";
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.WriteAsync("x");
                await context.Response.Body.FlushAsync();
                await Task.Delay(100);
            }
        });

        (await FailAsync(web, slow)).Should().Be(FetchFailure.Unreachable);
    }

    [Fact]
    public async Task What_is_not_html_is_not_read()
    {
        using var web = Web(new Elsewhere.Guard());
        var pdf = _elsewhere.Page("/a.pdf", "%PDF", "application/pdf");
        var odd = _elsewhere.Page("/odd", "<p>text", "text/html; charset=no-such-thing");

        (await web.GetAsync(pdf, s_bounds)).Text.Should().BeEmpty();
        (await web.GetAsync(odd, s_bounds)).Text.Should().Be("<p>text");
    }

    [Fact]
    public async Task What_cannot_be_decoded_is_told_as_any_other_bad_page()
    {
        using var web = Web(new Elsewhere.Guard());
        var seven = _elsewhere.Page("/seven", "<p>text", "text/html; charset=utf-7");
        var packed = _elsewhere.Page("/packed", async context =>
        {
            context.Response.ContentType = "text/html";
            context.Response.Headers.ContentEncoding = "br";
            await context.Response.Body.WriteAsync(new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0x00, 0x17 });
        });

        (await web.GetAsync(seven, s_bounds)).Text.Should().Be("<p>text");
        (await FailAsync(web, packed)).Should().NotBeNull();
    }

    [Fact]
    public void What_would_be_no_bound_cannot_be_said()
    {
        Action[] unbounded =
        [
            () => _ = new FetchBounds { Timeout = Timeout.InfiniteTimeSpan },
            () => _ = new FetchBounds { Timeout = TimeSpan.Zero },
            () => _ = new FetchBounds { Timeout = TimeSpan.FromHours(2) },
            () => _ = new FetchBounds { MaximumBytes = 0 },
            () => _ = new FetchBounds { MaximumRedirects = -1 },
            () => _ = new FetchBounds { MaximumRedirects = 21 },
            () => _ = new FetchBounds { UserAgent = "a\r\nHost: b" },
        ];

        foreach (var make in unbounded)
        {
            make.Should().Throw<ArgumentException>();
        }
    }

    [Theory]
    [InlineData("http://127.0.0.1/", false)]
    [InlineData("http://169.254.169.254/", false)]
    [InlineData("http://[::1]/", false)]
    [InlineData("http://[fd00::1]/", false)]
    [InlineData("http://1.1.1.1/", true)]
    [InlineData("https://example.org/", true)]
    public void An_address_in_the_private_network_is_not_one_that_is_asked(string url, bool isAsked)
    {
        using var web = Web(new WebGuard());

        web.Allows(new Uri(url)).Should().Be(isAsked);
    }

    [Fact]
    public async Task Nobody_at_home_may_be_there_later()
    {
        using var web = Web(new Elsewhere.Guard());
        var url = _elsewhere.Page("/x", "");
        await _elsewhere.DisposeAsync();

        (await FailAsync(web, url)).Should().Be(FetchFailure.Unreachable);
        _elsewhere = await Elsewhere.StartAsync();
    }

    private static async Task<FetchFailure?> FailAsync(GuardedWeb web, Uri url)
    {
        try
        {
            await web.GetAsync(url, s_bounds);
            return null;
        }
        catch (FetchException exception)
        {
            return exception.Failure;
        }
    }

    private static GuardedWeb Web(WebGuard guard) => new(guard, TimeProvider.System);

    private sealed class AnyPort : WebGuard
    {
        public override bool Allows(Uri url) => true;
    }
}
