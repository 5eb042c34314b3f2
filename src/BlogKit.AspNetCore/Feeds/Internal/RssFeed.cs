using System.Globalization;
using System.Xml;
using BlogKit.Internal;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Writes RSS 2.0 with the full text of every entry.</summary>
internal static class RssFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string Content = "http://purl.org/rss/1.0/modules/content/";
    private const string Slash = "http://purl.org/rss/1.0/modules/slash/";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";
    private const string WellFormedWeb = "http://wellformedweb.org/CommentAPI/";
    private const string Media = "http://search.yahoo.com/mrss/";

    public static byte[] Write(FeedContent feed) => XmlBytes.Write(xml =>
    {
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteAttributeString("xmlns", "atom", null, Atom);
        xml.WriteAttributeString("xmlns", "content", null, Content);
        xml.WriteAttributeString("xmlns", "slash", null, Slash);
        xml.WriteAttributeString("xmlns", "dc", null, DublinCore);
        xml.WriteAttributeString("xmlns", "wfw", null, WellFormedWeb);
        xml.WriteAttributeString("xmlns", "media", null, Media);
        xml.WriteStartElement("channel");
        Channel(xml, feed);
        foreach (var entry in feed.Entries)
        {
            Item(xml, entry, feed);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    });

    private static void Channel(XmlWriter xml, FeedContent feed)
    {
        xml.Element("title", feed.Title);
        xml.Element("link", feed.HomeUrl);
        xml.Element("description", feed.Blog.Description.Length == 0 ? feed.Blog.Name : feed.Blog.Description);
        xml.Element("language", feed.Blog.Language);
        xml.Element("generator", "BlogKit");
        xml.Element("lastBuildDate", FeedDates.Rfc822(feed.Blog, feed.UpdatedAt));
        xml.Link("self", feed.SelfUrl(FeedFormat.Rss), FeedFormats.MediaType(FeedFormat.Rss), Atom);
        foreach (var hub in feed.Hubs)
        {
            xml.Link("hub", hub.AbsoluteUri, null, Atom);
        }
    }

    private static void Item(XmlWriter xml, FeedEntry entry, FeedContent feed)
    {
        xml.WriteStartElement("item");
        xml.Element("title", entry.Title);
        xml.Element("link", entry.Url);
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", string.Equals(entry.AnyId, entry.Url, StringComparison.Ordinal) ? "true" : "false");
        xml.WriteString(XmlCharacters.Legal(entry.AnyId));
        xml.WriteEndElement();
        xml.Element("pubDate", FeedDates.Rfc822(feed.Blog, entry.PublishedAt));
        foreach (var author in entry.Authors)
        {
            xml.Element("creator", author.Name, DublinCore);
        }

        foreach (var category in entry.Categories)
        {
            xml.Element("category", category);
        }

        xml.Element("description", entry.Summary);
        xml.Element("encoded", entry.Html, Content);
        if (entry.CommentsUrl is { } comments)
        {
            xml.Element("comments", comments);
        }

        if (entry.ThreadPath is { } thread)
        {
            xml.Element("commentRss", feed.Links.Absolute(BlogLinks.FeedOf(thread, FeedFormat.Rss)), WellFormedWeb);
        }

        if (entry.ShownComments is { } count)
        {
            xml.Element("comments", count.ToString(CultureInfo.InvariantCulture), Slash);
        }

        if (entry.Image is { } image)
        {
            Picture(xml, image);
        }

        xml.WriteEndElement();
    }

    private static void Picture(XmlWriter xml, FeedImage image)
    {
        if (image.Type is { } type)
        {
            xml.WriteStartElement("enclosure");
            xml.WriteAttributeString("url", XmlCharacters.Legal(image.Url));

            // The length is required and not known; zero is what readers expect then.
            xml.WriteAttributeString("length", "0");
            xml.WriteAttributeString("type", type);
            xml.WriteEndElement();
        }

        xml.WriteStartElement("content", Media);
        xml.WriteAttributeString("url", XmlCharacters.Legal(image.Url));
        xml.WriteAttributeString("medium", "image");
        if (image is { Width: { } width, Height: { } height })
        {
            xml.WriteAttributeString("width", width.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("height", height.ToString(CultureInfo.InvariantCulture));
        }

        if (image.AlternativeText.Length > 0)
        {
            xml.Element("description", image.AlternativeText, Media);
        }

        xml.WriteEndElement();
    }

}
