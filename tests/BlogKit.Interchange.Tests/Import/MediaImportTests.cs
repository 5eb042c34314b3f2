using BlogKit.Interchange.Internal;
using BlogKit.Redirects;

namespace BlogKit.Interchange.Import;

public sealed class MediaImportTests
{
    private const string Attachment =
        """
        <item><title>Boat</title><link>https://old.example/blog/boat/</link><wp:post_id>77</wp:post_id><wp:post_type>attachment</wp:post_type>
        <wp:attachment_url>https://old.example/blog/wp-content/uploads/2019/05/boat.txt</wp:attachment_url><wp:status>inherit</wp:status>
        <wp:post_date_gmt>2019-05-04 08:00:00</wp:post_date_gmt>
        <wp:postmeta><wp:meta_key>_wp_attachment_image_alt</wp:meta_key><wp:meta_value>A boat</wp:meta_value></wp:postmeta></item>
        """;

    [Fact]
    public async Task A_file_of_the_folder_is_stored_and_texts_and_old_addresses_lead_to_it()
    {
        await using var blog = await ImportBlog.CreateAsync();
        var folder = Directory.CreateDirectory(Path.Combine(blog.Folder, "uploads", "2019", "05"));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "boat.txt"), "rowing");

        var report = await blog.ImportAsync(
            WxrText.Post("<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>77</wp:meta_value></wp:postmeta>").Replace(
                "One.", "<a href=\"https://old.example/blog/wp-content/uploads/2019/05/boat.txt\">plan</a>", StringComparison.Ordinal)
            + Attachment,
            new ImportOptions { MediaFolder = Path.Combine(blog.Folder, "uploads") });

        var name = (await blog.FindOriginAsync(OriginKind.Media, "77"))!.ItemName!;
        var post = (await blog.FindPostAsync("high-water"))!;
        post.Markdown.Should().Contain($"[plan](/blog/media/{name})");
        post.FeaturedImage.Should().Be(new FeaturedImage($"/blog/media/{name}", "A boat"));
        (await blog.LeadsToAsync("/blog/wp-content/uploads/2019/05/boat.txt")).Should().Be(RedirectTarget.OfMedia(name));
        (await blog.Get<MediaService>().FindAsync(blog.Blog.Id, name)).Should().NotBeNull();
        report.ByKind["media"].Should().Be(new ImportCounts { Imported = 1 });
    }

    [Fact]
    public async Task A_file_that_is_nowhere_is_refused_with_the_reason()
    {
        await using var blog = await ImportBlog.CreateAsync();

        await blog.ImportAsync(Attachment);

        var line = blog.Line("media", "77");
        (line.Outcome, line.Reason).Should().Be(
            (ImportOutcome.Refused, "Its content is not in the source: name the folder it lies in, or let it be fetched."));
    }

    [Fact]
    public async Task A_fetch_asks_no_private_address()
    {
        await using var blog = await ImportBlog.CreateAsync();

        await blog.ImportAsync(
            Attachment.Replace("https://old.example/blog/wp-content", "http://127.0.0.1:9/wp-content", StringComparison.Ordinal),
            new ImportOptions { FetchesMedia = true });

        blog.Line("media", "77").Outcome.Should().Be(ImportOutcome.Refused);
    }

    [Theory]
    [InlineData("https://old.example/../../secret.txt")]
    [InlineData("https://old.example/%2e%2e/%2e%2e/secret.txt")]
    [InlineData("https://old.example/..%2fsecret.txt")]
    [InlineData("https://old.example/link/secret.txt")]
    public async Task Nothing_outside_of_the_folder_is_found(string address)
    {
        var root = Directory.CreateTempSubdirectory("blogkit-");
        try
        {
            var folder = root.CreateSubdirectory("uploads");
            await File.WriteAllTextAsync(Path.Combine(root.FullName, "secret.txt"), "secret");
            File.CreateSymbolicLink(Path.Combine(folder.FullName, "link"), root.FullName);

            MediaPaths.Find(folder.FullName, address).Should().BeNull();
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("<img src=\"https://old.example/up/a-300x200.jpg\">", "<img src=\"/m/1\">")]
    [InlineData("<img srcset=\"http://www.old.example/up/a.jpg 1x, //old.example/up/a-scaled.jpg 2x\">", "<img srcset=\"/m/1 1x, /m/1 2x\">")]
    [InlineData("<a href='/up/a.jpg'>a</a>", "<a href='/m/1'>a</a>")]
    [InlineData("https://other.example/up/a.jpg", "https://other.example/up/a.jpg")]
    [InlineData("say /up/a.jpg aloud", "say /up/a.jpg aloud")]
    public void Addresses_in_texts_are_those_of_today(string text, string expected)
    {
        var addresses = new MediaAddresses(new Uri("https://old.example/"));
        addresses.Add("https://old.example/up/a.jpg", "/m/1");

        addresses.Rewrite(text).Should().Be(expected);
    }
}
