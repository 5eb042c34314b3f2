using System.Net;

namespace BlogKit.AspNetCore.Tests;

public sealed class IconTests
{
    [Fact]
    public async Task The_icon_every_browser_asks_for_is_there()
    {
        await using var site = await Site.StartAsync();
        using var browser = site.Browse();

        var page = await browser.GetAsync("/blog");
        using var icon = await browser.Client.GetAsync(page.Attribute("link[rel=icon]", "href"));

        icon.StatusCode.Should().Be(HttpStatusCode.OK);
        icon.RequestMessage!.RequestUri!.AbsolutePath.Should().Be("/favicon.ico");
        icon.Content.Headers.ContentType!.MediaType.Should().Be("image/x-icon");
        (await icon.Content.ReadAsByteArrayAsync()).Take(4).Should().Equal(0, 0, 1, 0);
        (await browser.GetAsync("/favicon.svg")).Status.Should().Be(HttpStatusCode.NotFound);
    }
}
