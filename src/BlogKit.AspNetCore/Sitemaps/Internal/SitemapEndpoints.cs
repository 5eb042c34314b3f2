using System.Globalization;
using System.Text;
using BlogKit.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Internal;

/// <summary>What search engines ask for.</summary>
internal sealed class SitemapEndpoints(
    BlogRequests requests,
    SitemapReader reader,
    CommonAnswers answers,
    Messages messages,
    IOptions<SitemapOptions> options,
    IWebHostEnvironment? environment = null)
{
    private static readonly BlogParts s_shown = BlogParts.AllReadersSeeBut(
        BlogChangeKind.Thread, BlogChangeKind.Feedback, BlogChangeKind.Footers);

    /// <summary>GET sitemap.xml: all addresses, or the index of the parts.</summary>
    public Task WriteAsync(HttpContext context) => AnswerAsync(context, static (urls, links, size) =>
    {
        if (urls.Count <= size)
        {
            return SitemapXml.Write(links, urls);
        }

        var parts = urls.Chunk(size).ToArray();
        return SitemapXml.WriteIndex(links, parts.Length, part => parts[part - 1].Max(static u => u.ChangedAt));
    });

    /// <summary>GET sitemap-{part}.xml.</summary>
    public Task WritePartAsync(HttpContext context) => AnswerAsync(context, (urls, links, size) =>
        int.TryParse(context.Request.RouteValues["part"] as string, NumberStyles.None, CultureInfo.InvariantCulture, out var part)
        && part >= 1 && urls.Count > size && (part - 1L) * size < urls.Count
            ? SitemapXml.Write(links, urls.Skip((part - 1) * size).Take(size))
            : null);

    /// <summary>GET robots.txt of the host: the application's file where it has one, else what all blogs on the host have to say.</summary>
    public async Task WriteRobotsAsync(HttpContext context)
    {
        if (environment?.WebRootFileProvider.GetFileInfo("robots.txt") is { Exists: true } own)
        {
            context.Response.ContentType = "text/plain";
            await context.Response.SendFileAsync(own, context.RequestAborted).ConfigureAwait(false);
            return;
        }

        var (rules, sitemaps) = (new StringBuilder("User-agent: *\n"), new StringBuilder());
        foreach (var one in context.Features.Get<RobotsFile>()?.Mounts ?? [BlogMount.Of(context)])
        {
            if (await requests.OpenAsync(context, one, withGuests: false).ConfigureAwait(false) is { Links: var links })
            {
                rules.Append(CultureInfo.InvariantCulture, $"Disallow: {links.Search}\nDisallow: {links.Desk}\n");
                sitemaps.Append(CultureInfo.InvariantCulture, $"\nSitemap: {links.Absolute(links.Sitemap)}\n");
            }
        }

        if (sitemaps.Length == 0)
        {
            await messages.NoBlogAsync(context).ConfigureAwait(false);
            return;
        }

        var body = Encoding.UTF8.GetBytes(rules.Append(sitemaps).ToString());
        await AnswerMemory.WriteAsync(
            context, new StoredAnswer(body, "text/plain; charset=utf-8", AnswerMemory.Tag(body), null)).ConfigureAwait(false);
    }

    private Task AnswerAsync(
        HttpContext context, Func<List<SitemapUrl>, BlogLinks, int, byte[]?> write) => answers.WriteAsync(
        context,
        s_shown,
        async request =>
        {
            var urls = await reader.ReadAsync(request).ConfigureAwait(false);
            if (write(urls, request.Links, options.Value.Size) is { } body)
            {
                return new StoredAnswer(body, "application/xml; charset=utf-8", AnswerMemory.Tag(body), null);
            }

            await messages.NotFoundAsync(request).ConfigureAwait(false);
            return null;
        });
}
