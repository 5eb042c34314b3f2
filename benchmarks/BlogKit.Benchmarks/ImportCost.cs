using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Xml;
using BlogKit.Interchange;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.Benchmarks;

/// <summary>
/// What importing 100,000 comments of WordPress under 1,000 posts into SQLite takes, beside the same rows of comments written with prepared
/// commands in transactions of the same size, and what reading the export takes, beside a bare <see cref="XmlReader"/>.
/// </summary>
internal static class ImportCost
{
    private const int Posts = 1_000;
    private const int CommentsOfPost = 100;
    private const int Batch = 500;
    private const string Words = "tide boat rope harbour salt wind net gull rain deck mast anchor light storm crab shell foam keel";

    public static async Task MeasureAsync()
    {
        var folder = Directory.CreateTempSubdirectory("blogkit-bench-").FullName;
        var path = Path.Combine(folder, "export.xml");
        WriteExport(path);
        var megabytes = new FileInfo(path).Length / 1e6;
        for (var run = 1; run <= 3; run++)
        {
            var bare = Time(() => ReadBare(path));
            var parsed = await TimeAsync(() => ReadAsync(path));
            var rows = Time(WriteRows);
            var imported = await TimeAsync(() => ImportAsync(path, Path.Combine(folder, $"{run}.db")));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"run {run}: {megabytes:0} MB; XmlReader {megabytes / bare:0} MB/s, parsing {megabytes / parsed:0} MB/s, ratio {bare / parsed:0.00}; "
                    + $"rows alone {rows:0.0} s, import {imported:0.0} s, ratio {rows / imported:0.00}; peak of the process {Peak()} MB"));
        }

        Directory.Delete(folder, recursive: true);
    }

    private static long Peak()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 >> 20;
    }

    private static double Time(Action work)
    {
        var since = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(since).TotalSeconds;
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var since = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(since).TotalSeconds;
    }

    private static void ReadBare(string path)
    {
        using var file = File.OpenRead(path);
        using var xml = XmlReader.Create(file, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        var length = 0L;
        while (xml.Read())
        {
            length += xml.HasValue ? xml.Value.Length : xml.Name.Length;
        }

        GC.KeepAlive(length);
    }

    private static async Task ReadAsync(string path)
    {
        await foreach (var item in new WxrSource([path]).ReadItemsAsync(CancellationToken.None))
        {
            GC.KeepAlive(item);
        }
    }

    private static void WriteRows()
    {
        using var blog = new SqliteBlog(SqliteSynchronous.Full);
        using var bare = new BareComments(blog.ConnectionString, SqliteSynchronous.Full);
        var text = TextOf(new Random(1), 55);
        foreach (var batch in Enumerable.Range(0, Posts * CommentsOfPost).Chunk(Batch))
        {
            bare.Import(
                [
                    .. batch.Select(_ => blog.NewAddition(blog.PostId)).Select(addition => addition with
                    {
                        Comment = addition.Comment with { Markdown = text, Html = $"<p>{text}</p>", PlainText = text, RemoteAddress = null, UserAgent = null },
                    }),
                ],
                "wxr:old.example");
        }
    }

    private static async Task ImportAsync(string path, string database)
    {
        var services = new ServiceCollection();
        services.AddBlogKit().AddInterchange().UseSqlite($"Data Source={database};Pooling=False");
        await using var provider = services.BuildServiceProvider();
        await provider.PrepareBlogKitAsync();
        var blog = await provider.GetRequiredService<BlogService>().CreateAsync(new NewBlog("main", "Here"), Actor.System);
        var report = await provider.GetRequiredService<BlogImporter>().ImportAsync(
            blog.Value.Id, new WxrSource([path]), new ImportOptions { BatchSize = Batch }, Actor.System);
        if (report.Value.ByKind["comment"].Imported != Posts * CommentsOfPost)
        {
            throw new InvalidOperationException(report.Value.ToString());
        }
    }

    private static void WriteExport(string path)
    {
        var random = new Random(7);
        using var xml = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        xml.Write(
            """
            <?xml version="1.0" encoding="UTF-8" ?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
            <channel><title>Old</title><link>https://old.example</link><wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>https://old.example</wp:base_blog_url>
            <wp:author><wp:author_login>mara</wp:author_login><wp:author_display_name>Mara</wp:author_display_name></wp:author>

            """);
        for (var post = 0; post < Posts; post++)
        {
            xml.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"""
                <item><title>Post {post}</title><link>https://old.example/2019/05/post-{post}/</link><dc:creator><![CDATA[mara]]></dc:creator>
                <content:encoded><![CDATA[{TextOf(random, 80)}

                <h2>{TextOf(random, 4)}</h2>

                {TextOf(random, 60)}]]></content:encoded><wp:post_id>{post + 1}</wp:post_id><wp:post_date_gmt>2019-05-03 08:00:00</wp:post_date_gmt>
                <wp:post_name>post-{post}</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>

                """));
            for (var i = 0; i < CommentsOfPost; i++)
            {
                var id = (post * CommentsOfPost) + i + 1;
                xml.Write(string.Create(
                    CultureInfo.InvariantCulture,
                    $"""
                    <wp:comment><wp:comment_id>{id}</wp:comment_id><wp:comment_author><![CDATA[Guest {id % 1000}]]></wp:comment_author>
                    <wp:comment_author_email>guest{id % 1000}@hive.example</wp:comment_author_email><wp:comment_author_url></wp:comment_author_url>
                    <wp:comment_author_IP>192.0.2.7</wp:comment_author_IP><wp:comment_date>2019-05-04 10:00:00</wp:comment_date>
                    <wp:comment_date_gmt>2019-05-04 08:{id / 60 % 60:00}:{id % 60:00}</wp:comment_date_gmt><wp:comment_content><![CDATA[{TextOf(random, 40)}

                    {TextOf(random, 15)}]]></wp:comment_content><wp:comment_approved>1</wp:comment_approved><wp:comment_type>comment</wp:comment_type>
                    <wp:comment_parent>{(i % 5 == 0 ? 0 : id - (i % 5))}</wp:comment_parent><wp:comment_user_id>0</wp:comment_user_id></wp:comment>

                    """));
            }

            xml.Write("</item>\n");
        }

        xml.Write("</channel></rss>\n");
    }

    private static string TextOf(Random random, int count)
    {
        var words = Words.Split(' ');
        return string.Join(' ', Enumerable.Range(0, count).Select(_ => words[random.Next(words.Length)]));
    }
}
