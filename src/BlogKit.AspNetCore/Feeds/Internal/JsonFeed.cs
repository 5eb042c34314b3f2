using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using BlogKit.Internal;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Writes JSON Feed 1.1 (jsonfeed.org) with the full text of every entry.</summary>
internal static class JsonFeed
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static byte[] Write(FeedContent feed)
    {
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory, Options))
        {
            json.WriteStartObject();
            json.WriteString("version", "https://jsonfeed.org/version/1.1");
            Text(json, "title", feed.Title);
            Text(json, "home_page_url", feed.HomeUrl);
            Text(json, "feed_url", feed.SelfUrl(FeedFormat.Json));
            if (feed.Blog.Description.Length > 0)
            {
                Text(json, "description", feed.Blog.Description);
            }

            Text(json, "language", feed.Blog.Language);
            if (!feed.Hubs.IsEmpty)
            {
                json.WriteStartArray("hubs");
                foreach (var hub in feed.Hubs)
                {
                    json.WriteStartObject();
                    json.WriteString("type", "WebSub");
                    json.WriteString("url", hub.AbsoluteUri);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }

            json.WriteStartArray("items");
            foreach (var entry in feed.Entries)
            {
                Item(json, entry, feed);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return memory.ToArray();
    }

    private static void Item(Utf8JsonWriter json, FeedEntry entry, FeedContent feed)
    {
        json.WriteStartObject();
        Text(json, "id", entry.AnyId);
        Text(json, "url", entry.Url);
        Text(json, "title", entry.Title);
        Text(json, "content_html", entry.Html);
        if (entry.Summary.Length > 0)
        {
            Text(json, "summary", entry.Summary);
        }

        if (entry.Image is { } image)
        {
            Text(json, "image", image.Url);
            if (image.Type is { } type)
            {
                json.WriteStartArray("attachments");
                json.WriteStartObject();
                Text(json, "url", image.Url);
                json.WriteString("mime_type", type);
                json.WriteEndObject();
                json.WriteEndArray();
            }
        }

        Text(json, "date_published", FeedDates.Rfc3339(feed.Blog, entry.PublishedAt));
        Text(json, "date_modified", FeedDates.Rfc3339(feed.Blog, entry.UpdatedAt));
        json.WriteStartArray("authors");
        foreach (var author in entry.Authors)
        {
            json.WriteStartObject();
            Text(json, "name", author.Name);
            if (author.Url is { } url)
            {
                Text(json, "url", url);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (!entry.Categories.IsEmpty)
        {
            json.WriteStartArray("tags");
            foreach (var category in entry.Categories)
            {
                json.WriteStringValue(XmlCharacters.Legal(category));
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    // The writer refuses half surrogate pairs, which are no more legal in XML.
    private static void Text(Utf8JsonWriter json, string name, string text) => json.WriteString(name, XmlCharacters.Legal(text));

}
