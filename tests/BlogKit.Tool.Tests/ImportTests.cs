using System.Text.Json;

namespace BlogKit.CommandLine.Tests;

public class ImportTests
{
    private const string Export =
        """
        <?xml version="1.0" encoding="UTF-8" ?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
        <channel><title>Old</title><link>https://old.example</link><wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>https://old.example</wp:base_blog_url>
        <wp:author><wp:author_login>mara</wp:author_login><wp:author_display_name>Mara</wp:author_display_name></wp:author>
        <item><title>High water</title><link>https://old.example/2009/05/high-water/</link><dc:creator>mara</dc:creator><content:encoded><![CDATA[One.]]></content:encoded>
        <wp:post_id>12</wp:post_id><wp:post_date_gmt>2009-05-03 08:00:00</wp:post_date_gmt><wp:post_name>high-water</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
        <wp:comment><wp:comment_id>7</wp:comment_id><wp:comment_author>Jon</wp:comment_author><wp:comment_date_gmt>2009-05-04 08:00:00</wp:comment_date_gmt><wp:comment_content><![CDATA[Well said.]]></wp:comment_content><wp:comment_approved>1</wp:comment_approved></wp:comment>
        </item>
        <item><title>Menu</title><wp:post_id>13</wp:post_id><wp:post_type>nav_menu_item</wp:post_type></item>
        </channel></rss>
        """;

    [Fact]
    public async Task An_export_of_WordPress_is_imported_listed_and_taken_back()
    {
        using var blog = await CommandLineBlog.CreateAsync();
        var file = blog.Write("export.xml", Export);

        var answer = (await blog.RunAsync("import", "wxr", file, "--json")).Done().Json;

        answer.GetProperty("counts").GetProperty("imported").GetInt32().Should().Be(3);
        answer.GetProperty("counts").GetProperty("refused").GetInt32().Should().Be(1);
        (await blog.RunAsync("show", "high-water")).Done().Output.Should().Contain("Well said.");
        (await blog.RunAsync("redirects", "list")).Done().Output.Should().Contain("/2009/05/high-water");
        (await blog.RunAsync("import", "list")).Done().Output.Should().Contain("wxr:old.example");
        (await blog.RunAsync("import", "undo", "1")).Done().Output.Should().Contain("2 items were taken away").And.Contain("Authors stay");
        (await blog.RunAsync("show", "high-water")).ExitCode.Should().NotBe(0);
    }

    [Fact]
    public async Task A_dry_run_reports_every_item_drafts_the_map_and_changes_nothing()
    {
        using var blog = await CommandLineBlog.CreateAsync();
        var (report, map) = (Path.Combine(blog.Folder, "report.json"), Path.Combine(blog.Folder, "map.json"));

        (await blog.RunAsync("import", "wxr", blog.Write("export.xml", Export), "--dry-run", "--report", report, "--map", map)).Done()
            .Output.Should().Contain("nothing was written").And.Contain("hold no comments that are spam");

        using var lines = JsonDocument.Parse(await File.ReadAllTextAsync(report));
        lines.RootElement.GetProperty("items").EnumerateArray().Select(static item => item.GetProperty("kind").GetString())
            .Should().BeEquivalentTo("author", "post", "comment", "nav_menu_item");
        (await File.ReadAllTextAsync(map)).Should().Contain("\"mara\": \"new\"");
        (await blog.RunAsync("show", "high-water")).ExitCode.Should().NotBe(0);
        (await blog.RunAsync("import", "list", "--json")).Done().Json.GetProperty("items").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task A_file_that_breaks_off_says_where_and_leaves_a_report_of_what_came_in()
    {
        using var blog = await CommandLineBlog.CreateAsync();
        var report = Path.Combine(blog.Folder, "report.txt");

        var run = await blog.RunAsync("import", "wxr", blog.Write("export.xml", Export[..(Export.Length - 60)]), "--report", report);

        run.ExitCode.Should().NotBe(0);
        run.Error.Should().Contain("export.xml, line");
        File.Exists(report).Should().BeTrue();
    }

    [Theory]
    [InlineData("{\"authors\":{\"mara\":\"author:nobody\"}}", "there is no such author")]
    [InlineData("{\"authors\":[]}", "is no JSON object")]
    public async Task A_map_that_cannot_be_followed_is_refused(string map, string why)
    {
        using var blog = await CommandLineBlog.CreateAsync();

        var run = await blog.RunAsync("import", "wxr", blog.Write("export.xml", Export), "--map", blog.Write("map.json", map));

        run.ExitCode.Should().NotBe(0);
        run.Error.Should().Contain(why);
    }

    [Fact]
    public async Task A_blog_is_written_for_WordPress_and_read_again()
    {
        using var blog = await CommandLineBlog.CreateWithPostAsync();
        var file = Path.Combine(blog.Folder, "out.xml");

        (await blog.RunAsync("export", "wxr", file, "--base-url", "https://here.example/blog")).Done().Output.Should().Contain("1 written");

        using var other = await CommandLineBlog.CreateAsync();
        (await other.RunAsync("import", "wxr", file)).Done();
        (await other.RunAsync("show", "bees")).Done().Output.Should().Contain("dance");
    }

    [Fact]
    public async Task Comments_of_Disqus_find_their_post()
    {
        using var blog = await CommandLineBlog.CreateWithPostAsync();
        var export =
            """
            <disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">
            <thread dsq:id="100"><id/><forum>f</forum><link>https://old.example/bees/</link><title>Bees</title><createdAt>2009-05-03T08:00:00Z</createdAt><isClosed>false</isClosed><isDeleted>false</isDeleted></thread>
            <post dsq:id="7"><message><![CDATA[<p>They do.</p>]]></message><createdAt>2009-05-04T08:00:00Z</createdAt><isDeleted>false</isDeleted><isSpam>false</isSpam><author><name>Jon</name><isAnonymous>true</isAnonymous></author><thread dsq:id="100"/></post>
            </disqus>
            """;

        (await blog.RunAsync("import", "disqus", blog.Write("disqus.xml", export))).Done();

        (await blog.RunAsync("show", "bees")).Done().Output.Should().Contain("They do.");
    }
}
