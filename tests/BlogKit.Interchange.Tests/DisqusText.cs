using System.Text;

namespace BlogKit.Interchange;

/// <summary>Writes small exports of Disqus for tests, and reads them.</summary>
internal static class DisqusText
{
    public const string Namespaces = """xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals" """;

    public static string Export(string items, string namespaces = Namespaces) =>
        $"""
        <?xml version="1.0" encoding="utf-8"?>
        <disqus {namespaces} xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://disqus.com/api/schemas/1.0/disqus.xsd http://disqus.com/api/schemas/1.0/disqus-internals.xsd">
        <category dsq:id="1"><forum>harbour</forum><title>General</title><isDefault>true</isDefault></category>
        {items}
        </disqus>
        """;

    public static string Thread(string inside = "", string id = "100", string given = "", string isDeleted = "false", string isClosed = "false") =>
        $"""
        <thread dsq:id="{id}">
        <id>{given}</id>
        <forum>harbour</forum>
        <category dsq:id="1" />
        <link>https://old.example/2009/05/high-water/</link>
        <title>High water</title>
        <message />
        <createdAt>2009-05-03T08:00:00Z</createdAt>
        <author><name>Mara</name><isAnonymous>false</isAnonymous><username>mara</username></author>
        <isClosed>{isClosed}</isClosed>
        <isDeleted>{isDeleted}</isDeleted>
        {inside}
        </thread>
        """;

    public static string Post(
        string inside = "", string id = "7", string thread = "100", string message = "<p>Well said.</p>", string isDeleted = "false", string isSpam = "false") =>
        $"""
        <post dsq:id="{id}">
        <id />
        <message><![CDATA[{message}]]></message>
        <createdAt>2009-05-04T08:00:00Z</createdAt>
        <isDeleted>{isDeleted}</isDeleted>
        <isSpam>{isSpam}</isSpam>
        <author><name>Jon</name><isAnonymous>false</isAnonymous><username>jon_at_sea</username></author>
        <thread dsq:id="{thread}" />
        {inside}
        </post>
        """;

    public static DisqusSource Source(string xml, DisqusOptions? options = null) => Source(Encoding.UTF8.GetBytes(xml), options);

    public static DisqusSource Source(byte[] file, DisqusOptions? options = null) => new(() => new MemoryStream(file), options);

    public static async Task<List<ImportItem>> ReadAsync(string items, DisqusOptions? options = null) =>
        await SourceReading.ReadAsync(Source(Export(items), options));

    public static async Task<TItem> ReadOneAsync<TItem>(string items, DisqusOptions? options = null)
        where TItem : ImportItem =>
        (await ReadAsync(items, options)).OfType<TItem>().Single();
}
