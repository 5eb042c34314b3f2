using System.Globalization;
using System.Text;
using System.Xml;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Writes RSS 2.0 with the full text of every post.</summary>
internal static class RssFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string Content = "http://purl.org/rss/1.0/modules/content/";
    private const string Slash = "http://purl.org/rss/1.0/modules/slash/";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";

    public static byte[] Write(FeedContent feed)
    {
        using var memory = new MemoryStream();
        using (var xml = XmlWriter.Create(memory, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true }))
        {
            xml.WriteStartElement("rss");
            xml.WriteAttributeString("version", "2.0");
            xml.WriteAttributeString("xmlns", "atom", null, Atom);
            xml.WriteAttributeString("xmlns", "content", null, Content);
            xml.WriteAttributeString("xmlns", "slash", null, Slash);
            xml.WriteAttributeString("xmlns", "dc", null, DublinCore);
            xml.WriteStartElement("channel");
            Channel(xml, feed);
            foreach (var entry in feed.Entries)
            {
                Item(xml, entry, feed);
            }

            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return memory.ToArray();
    }

    private static void Channel(XmlWriter xml, FeedContent feed)
    {
        Element(xml, "title", feed.Blog.Name);
        Element(xml, "link", feed.Links.Absolute(feed.Links.Home));
        Element(xml, "description", feed.Blog.Description.Length == 0 ? feed.Blog.Name : feed.Blog.Description);
        Element(xml, "language", feed.Blog.Language);
        Element(xml, "generator", "BlogKit");
        Element(xml, "lastBuildDate", Rfc822(feed.UpdatedAt));
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("href", feed.Links.Absolute(feed.Links.Feed));
        xml.WriteAttributeString("rel", "self");
        xml.WriteAttributeString("type", "application/rss+xml");
        xml.WriteEndElement();
    }

    private static void Item(XmlWriter xml, FeedEntry entry, FeedContent feed)
    {
        var post = entry.Post;
        var url = feed.Links.Absolute(feed.Links.Post(post.Slug));
        xml.WriteStartElement("item");
        Element(xml, "title", post.Title);
        Element(xml, "link", url);
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "false");
        xml.WriteString($"urn:uuid:{post.Id.Value:D}");
        xml.WriteEndElement();
        Element(xml, "pubDate", Rfc822(post.PublishedAt ?? post.CreatedAt));
        foreach (var author in entry.Authors)
        {
            Element(xml, "creator", author.DisplayName, DublinCore);
        }

        foreach (var category in entry.Categories)
        {
            Element(xml, "category", category.Name);
        }

        foreach (var tag in post.Tags)
        {
            Element(xml, "category", tag.Name);
        }

        Element(xml, "description", post.Rendered.ExcerptText);
        Element(xml, "encoded", AbsoluteUrls.In(post.Rendered.Html, new Uri(url, UriKind.Absolute)), Content);
        Element(xml, "comments", url + "#comments");
        Element(xml, "comments", entry.ShownComments.ToString(CultureInfo.InvariantCulture), Slash);
        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, string text, string? space = null)
    {
        xml.WriteStartElement(name, space);
        xml.WriteString(XmlText.Legal(text));
        xml.WriteEndElement();
    }

    private static string Rfc822(DateTimeOffset at) => at.UtcDateTime.ToString("r", CultureInfo.InvariantCulture);
}
