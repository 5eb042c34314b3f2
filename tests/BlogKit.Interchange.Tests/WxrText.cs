using System.Text;

namespace BlogKit.Interchange;

/// <summary>Writes small exports of WordPress for tests, and reads them.</summary>
internal static class WxrText
{
    public const string Namespaces =
        """xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/" """;

    public static string Export(string items, string namespaces = Namespaces, string version = "1.2") =>
        $"""
        <?xml version="1.0" encoding="UTF-8" ?>
        <rss version="2.0" {namespaces}>
        <channel>
        <title>Notes from the harbour</title>
        <link>https://old.example</link>
        <description>Boats &amp; tides</description>
        <language>de-DE</language>
        <wp:wxr_version>{version}</wp:wxr_version>
        <wp:base_site_url>https://old.example</wp:base_site_url>
        <wp:base_blog_url>https://old.example/blog</wp:base_blog_url>
        {items}
        </channel>
        </rss>
        """;

    public static string Post(string inside = "", string id = "12", string type = "post", string status = "publish") =>
        $"""
        <item>
        <title>High water</title>
        <link>https://old.example/blog/2009/05/high-water/</link>
        <dc:creator><![CDATA[mara]]></dc:creator>
        <guid isPermaLink="false">https://old.example/?p={id}</guid>
        <content:encoded><![CDATA[One.

        Two.]]></content:encoded>
        <wp:post_id>{id}</wp:post_id>
        <wp:post_date>2009-05-03 10:00:00</wp:post_date>
        <wp:post_date_gmt>2009-05-03 08:00:00</wp:post_date_gmt>
        <wp:comment_status>open</wp:comment_status>
        <wp:post_name>high-water</wp:post_name>
        <wp:status>{status}</wp:status>
        <wp:post_parent>0</wp:post_parent>
        <wp:post_type>{type}</wp:post_type>
        {inside}
        </item>
        """;

    public static string Comment(string inside = "", string id = "7", string approved = "1", string type = "comment") =>
        $"""
        <wp:comment>
        <wp:comment_id>{id}</wp:comment_id>
        <wp:comment_author><![CDATA[Jon]]></wp:comment_author>
        <wp:comment_author_email>jon@example.org</wp:comment_author_email>
        <wp:comment_author_IP>192.0.2.7</wp:comment_author_IP>
        <wp:comment_date>2009-05-04 10:00:00</wp:comment_date>
        <wp:comment_date_gmt>2009-05-04 08:00:00</wp:comment_date_gmt>
        <wp:comment_content><![CDATA[Well said.]]></wp:comment_content>
        <wp:comment_approved>{approved}</wp:comment_approved>
        <wp:comment_type>{type}</wp:comment_type>
        <wp:comment_parent>0</wp:comment_parent>
        <wp:comment_user_id>0</wp:comment_user_id>
        {inside}
        </wp:comment>
        """;

    public static WxrSource Source(string xml, WxrOptions? options = null) => Source(Encoding.UTF8.GetBytes(xml), options);

    public static WxrSource Source(byte[] file, WxrOptions? options = null) => new(() => new MemoryStream(file), options);

    public static Task<List<ImportItem>> ReadAsync(WxrSource source) => SourceReading.ReadAsync(source);

    public static async Task<TItem> ReadOneAsync<TItem>(string items, WxrOptions? options = null)
        where TItem : ImportItem =>
        (await ReadAsync(Source(Export(items), options))).OfType<TItem>().Single();
}
