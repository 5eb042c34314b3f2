using System.Globalization;
using BlogKit.Internal;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Writes sitemaps (sitemaps.org, 0.9) with the image extension.</summary>
internal static class SitemapXml
{
    private const string Space = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string Images = "http://www.google.com/schemas/sitemap-image/1.1";

    public static byte[] Write(BlogLinks links, IEnumerable<SitemapUrl> urls) => XmlBytes.Write(xml =>
    {
        xml.WriteStartElement("urlset", Space);
        xml.WriteAttributeString("xmlns", "image", null, Images);
        foreach (var url in urls)
        {
            xml.WriteStartElement("url", Space);
            xml.Element("loc", links.Absolute(url.Path), Space);
            if (url.ChangedAt is { } at)
            {
                xml.Element("lastmod", Date(at), Space);
            }

            if (url.Image is { } image)
            {
                xml.WriteStartElement("image", Images);
                xml.Element("loc", image, Images);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    });

    public static byte[] WriteIndex(BlogLinks links, int parts, Func<int, DateTimeOffset?> changedAt) => XmlBytes.Write(xml =>
    {
        xml.WriteStartElement("sitemapindex", Space);
        for (var part = 1; part <= parts; part++)
        {
            xml.WriteStartElement("sitemap", Space);
            xml.Element("loc", links.Absolute(links.SitemapPart(part)), Space);
            if (changedAt(part) is { } at)
            {
                xml.Element("lastmod", Date(at), Space);
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    });

    private static string Date(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
