using System.Globalization;
using System.Xml;
using BlogKit.Internal;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Writes Atom (RFC 4287) with the full text of every entry.</summary>
internal static class AtomFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string Threading = "http://purl.org/syndication/thread/1.0";

    public static byte[] Write(FeedContent feed) => XmlBytes.Write(xml =>
    {
        xml.WriteStartElement("feed", Atom);
        xml.WriteAttributeString("xmlns", "thr", null, Threading);
        xml.WriteAttributeString("xml", "lang", null, feed.Blog.Language);
        xml.Element("id", feed.Id, Atom);
        xml.Element("title", feed.Title, Atom);
        if (feed.Blog.Description.Length > 0)
        {
            xml.Element("subtitle", feed.Blog.Description, Atom);
        }

        xml.Element("updated", FeedDates.Rfc3339(feed.Blog, feed.UpdatedAt), Atom);

        // RFC 4287, 4.1.1: an entry without an author needs the feed to have one.
        Person(xml, new FeedPerson(feed.Blog.Name, feed.Links.Absolute(feed.Links.Home)));
        xml.Element("generator", "BlogKit", Atom);
        xml.Link("alternate", feed.HomeUrl, "text/html", Atom);
        xml.Link("self", feed.SelfUrl(FeedFormat.Atom), FeedFormats.MediaType(FeedFormat.Atom), Atom);
        foreach (var hub in feed.Hubs)
        {
            xml.Link("hub", hub.AbsoluteUri, null, Atom);
        }

        foreach (var entry in feed.Entries)
        {
            Entry(xml, entry, feed);
        }

        xml.WriteEndElement();
    });

    private static void Entry(XmlWriter xml, FeedEntry entry, FeedContent feed)
    {
        xml.WriteStartElement("entry", Atom);
        xml.Element("id", entry.UriId, Atom);
        xml.Element("title", entry.Title, Atom);
        xml.Element("published", FeedDates.Rfc3339(feed.Blog, entry.PublishedAt), Atom);
        xml.Element("updated", FeedDates.Rfc3339(feed.Blog, entry.UpdatedAt), Atom);
        foreach (var author in entry.Authors)
        {
            Person(xml, author);
        }

        foreach (var category in entry.Categories)
        {
            xml.WriteStartElement("category", Atom);
            xml.WriteAttributeString("term", XmlCharacters.Legal(category));
            xml.WriteEndElement();
        }

        xml.Link("alternate", entry.Url, "text/html", Atom);
        if (entry.ThreadPath is { } thread)
        {
            xml.WriteStartElement("link", Atom);
            xml.WriteAttributeString("rel", "replies");
            xml.WriteAttributeString("type", FeedFormats.MediaType(FeedFormat.Atom));
            xml.WriteAttributeString("href", feed.Links.Absolute(BlogLinks.FeedOf(thread, FeedFormat.Atom)));
            if (entry.ShownComments is { } count)
            {
                xml.WriteAttributeString("count", Threading, count.ToString(CultureInfo.InvariantCulture));
            }

            xml.WriteEndElement();
        }

        if (entry.Image is { } image)
        {
            xml.Link("enclosure", image.Url, image.Type, Atom);
        }

        if (entry.Summary.Length > 0)
        {
            xml.Element("summary", entry.Summary, Atom);
        }

        xml.WriteStartElement("content", Atom);
        xml.WriteAttributeString("type", "html");
        xml.WriteString(XmlCharacters.Legal(entry.Html));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Person(XmlWriter xml, FeedPerson person)
    {
        xml.WriteStartElement("author", Atom);
        xml.Element("name", person.Name, Atom);
        if (person.Url is { } url)
        {
            xml.Element("uri", url, Atom);
        }

        xml.WriteEndElement();
    }

}
