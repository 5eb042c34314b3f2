using AngleSharp.Html.Parser;
using BlogKit.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;

namespace BlogKit.AspNetCore.Tests;

/// <summary>A blog as files, read back through a plain static host.</summary>
public sealed class StaticExportTests : IAsyncLifetime
{
    private static readonly StaticExportOptions Options = new() { BaseUrl = new Uri("https://bees.example/notes/") };
    private readonly string _folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
    private Site _site = null!;
    private Post _long = null!;

    private StaticExporter Exporter => _site.Services.GetRequiredService<StaticExporter>();

    public async Task InitializeAsync()
    {
        _site = await Site.StartAsync(options: o =>
        {
            o.Threads.RootsPerPage = 5;
            o.Threads.RepliesPerRoot = 2;
            o.Posts.PageSize = 3;
        });
        _long = await _site.PublishAsync(new NewPost(
            _site.Blog.Id,
            "Żółty 🐝 & more",
            "A [link](/blog-less), [another](open-for-talk-and-more#comments) and ![a picture](/pictures/hive.png).")
        {
            Tags = ["Bee keeping"],
        });
        for (var i = 0; i < 6; i++)
        {
            await _site.PublishAsync(new NewPost(_site.Blog.Id, $"Post {i}", "x"));
        }

        Comment? root = null;
        for (var i = 0; i < 12; i++)
        {
            root = await _site.CommentAsync($"Root {i}", $"Root text {i}.", post: _long);
        }

        for (var i = 0; i < 7; i++)
        {
            await _site.CommentAsync($"Reply {i}", $"Reply text {i}.", root!.Id, _long);
        }
    }

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("/blog", "https://static.example/sub/")]
    [InlineData("blog/", "https://static.example/")]
    [InlineData("/notes/bees", "https://static.example/sub/")]
    public async Task Links_and_uploads_in_texts_lead_to_the_files(string prefix, string address)
    {
        var path = "/" + prefix.Trim('/');
        var name = await AddAsync(Pictures.Png());
        var file = await AddAsync("<script>alert(1)</script>"u8.ToArray());
        var there = await _site.PublishAsync(new NewPost(_site.Blog.Id, "There", "Text.") { AuthorIds = _site.Post.AuthorIds });
        var here = await _site.PublishAsync(
            new NewPost(_site.Blog.Id, "Here", $"![x]({path}/media/{name}) [t]({path}/{there.Slug}#comments) [b]({path}) [g]({path}/gone) [f]({path}/media/{file})")
            {
                AuthorIds = _site.Post.AuthorIds,
            });

        var report = (await Exporter.ExportAsync(
            Path.Combine(_folder, "out"), new StaticExportOptions { BaseUrl = new Uri(address), Prefix = prefix })).Value;

        report.Missing.Should().Contain("/gone").And.NotContain(
            m => m.Contains("media", StringComparison.Ordinal) || m.StartsWith(path + "/", StringComparison.Ordinal));
        var html = await File.ReadAllTextAsync(Path.Combine(_folder, "out", here.Slug.Value, "index.html"));
        html.Should().Contain($"src=\"../media/{name}\"").And.Contain($"href=\"../{there.Slug}/#comments\"").And.NotContain(
            path + "/media");
        File.Exists(Path.Combine(_folder, "out", "media", name)).Should().BeTrue();
        File.Exists(Path.Combine(_folder, "out", "media", file)).Should().BeTrue();
        file.Should().EndWith(".bin", "hosts of files know by the extension what a browser is to run");
        var feed = await File.ReadAllTextAsync(Path.Combine(_folder, "out", "feed.xml"));
        feed.Should().Contain($"{address}media/{name}").And.NotContain($"static.example{path}/");
    }

    [Fact]
    public async Task A_plain_static_host_serves_the_whole_blog_without_a_broken_link()
    {
        var pictures = Directory.CreateDirectory(Path.Combine(_folder, "own", "pictures"));
        await File.WriteAllTextAsync(Path.Combine(pictures.FullName, "hive.png"), "picture");

        var report = (await Exporter.ExportAsync(
            Path.Combine(_folder, "out"), Options with { StaticFiles = Path.Combine(_folder, "own") })).Value;

        report.Missing.Should().Equal("/blog-less");
        report.Pages.Should().BeGreaterThan(15);
        await using var host = await ServeAsync(Path.Combine(_folder, "out"));
        var (pages, broken) = await CrawlAsync(host.Urls.Single() + "/sub/");
        broken.Should().BeEmpty();
        var all = string.Concat(pages.Values);
        for (var i = 0; i < 12; i++)
        {
            all.Should().Contain($"Root text {i}.");
        }

        for (var i = 0; i < 7; i++)
        {
            all.Should().Contain($"Reply text {i}.");
        }

        all.Should().NotContain("<form").And.NotContain("<script").And.NotContain("canary");
        all.Should().Contain("Comments are not taken here");
        (await File.ReadAllTextAsync(Path.Combine(_folder, "out", "feed.xml"))).Should().Contain("https://bees.example/notes/post-5");
        (await File.ReadAllTextAsync(Path.Combine(_folder, "out", "sitemap.xml")))
            .Should().Contain("<loc>https://bees.example/notes/tag/bee-keeping</loc>");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("https://bees.example/notes")]
    public async Task No_page_leads_to_what_is_not_among_the_files(string? baseUrl)
    {
        if (baseUrl is not null)
        {
            await _site.Get<BlogService>().UpdateAsync(_site.Blog with { BaseUrl = new Uri(baseUrl) }, Actor.Author(_site.Author));
        }

        var post = await _site.PublishAsync(new NewPost(
            _site.Blog.Id,
            "Of links",
            """
            [Find](/blog/search), [bees](/blog/search?q=bees&in=posts), [capital](/blog/Search/), [here](https://bees.example/notes/search?q=x), [the desk](/blog/desk/comments#top),
            [gone](/blog/gone?cursor=x#y), ![A lost picture](/blog/lost.png), [a tag](/blog/tag/bee-keeping), [elsewhere](https://other.example/search), [home](https://bees.example/notes).
            """));

        var report = (await Exporter.ExportAsync(_folder, Options with { Prefix = "/blog" })).Value;

        report.Missing.Should().Contain(["/search", "/desk/comments", "/lost.png"]).And.Contain(
            static m => m.StartsWith("/gone", StringComparison.Ordinal));
        var html = await File.ReadAllTextAsync(Path.Combine(_folder, post.Slug.Value, "index.html"));
        html.Should().Contain("<a>Find</a>").And.Contain("A lost picture").And.NotContain("<img").And.Contain(
            "href=\"https://other.example/search\"").And.Contain("href=\"../tag/bee-keeping/\"");
        html.Should().Contain($"<link rel=\"canonical\" href=\"https://bees.example/notes/{post.Slug}\"");
        (await LostAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task What_a_policy_guards_is_left_out_and_named_and_the_rest_is_written()
    {
        await using var site = await Site.StartAsync(
            desk: true, builder: static b => b.Services.AddSingleton<MemberPages>().AddSingleton<IBlogEndpoints, MemberEndpoints>());
        var post = await site.PublishAsync(new NewPost(
            site.Blog.Id, "Of members", "[Members](/blog/members/list), [grown-ups](/blog/grown/age), [the named](/blog/grown/named), "
                + "[everybody](/blog/members/open) and [a program](/blog/api/desk/counts)."));

        var report = (await site.Get<StaticExporter>().ExportAsync(_folder, Options with { Prefix = "/blog" })).Value;

        report.Missing.Should().Contain(["/members/list", "/grown/age", "/grown/named"]).And.NotContain("/members/open");
        Directory.Exists(Path.Combine(_folder, "members", "list")).Should().BeFalse();
        (await File.ReadAllTextAsync(Path.Combine(_folder, post.Slug.Value, "index.html")))
            .Should().Contain("<a>Members</a>").And.Contain("href=\"../members/open");
    }

    [Fact]
    public async Task Permalinks_of_comments_lead_to_the_page_that_has_them()
    {
        var comment = await _site.CommentAsync("Late", "The late one.", post: _long);

        await Exporter.ExportAsync(_folder, Options);

        var moved = await new HtmlParser().ParseDocumentAsync(
            await File.ReadAllTextAsync(Path.Combine(_folder, "comments", comment.Id.ToString(), "index.html")));
        var target = moved.QuerySelector("a")!.GetAttribute("href")!;
        target.Should().EndWith("#comment-" + comment.Id);
        var page = Path.Combine(_folder, "comments", comment.Id.ToString(), Uri.UnescapeDataString(target.Split('#')[0]), "index.html");
        (await File.ReadAllTextAsync(Path.GetFullPath(page))).Should().Contain("The late one.");
    }

    [Fact]
    public async Task The_same_blog_gives_the_same_bytes_and_only_what_changed_is_written()
    {
        var first = (await Exporter.ExportAsync(_folder, Options)).Value;
        var before = Files();

        var second = (await Exporter.ExportAsync(_folder, Options)).Value;

        first.Changed.Should().Be(before.Count - 1, because: "the manifest is not counted");
        second.Changed.Should().Be(0);
        second.Removed.Should().Be(0);
        Files().Should().BeEquivalentTo(before);
    }

    [Fact]
    public async Task What_is_gone_is_removed_and_what_others_put_there_stays()
    {
        await Exporter.ExportAsync(_folder, Options);
        await File.WriteAllTextAsync(Path.Combine(_folder, "CNAME"), "bees.example");
        await File.WriteAllTextAsync(Path.Combine(_folder, "post-3", "index.html"), "changed by hand");
        foreach (var slug in new[] { "post-2", "post-3" })
        {
            var post = (await _site.Posts.GetBySlugAsync(_site.Blog.Id, Slug.From(slug), Actor.System)).Value.Post;
            (await _site.Posts.ArchiveAsync(post.BlogId, post.Id, Actor.System, post.Version)).EnsureSucceeded();
        }

        _site.Get<BlogChanges>().Announce(new BlogChange(_site.Blog.Id, BlogChangeKind.Post));
        var report = (await Exporter.ExportAsync(_folder, Options)).Value;

        report.Removed.Should().BePositive();
        Directory.Exists(Path.Combine(_folder, "post-2")).Should().BeFalse();
        File.Exists(Path.Combine(_folder, "CNAME")).Should().BeTrue();
        File.Exists(Path.Combine(_folder, "post-3", "index.html")).Should().BeTrue(because: "somebody changed it");
    }

    [Fact]
    public async Task A_file_of_somebody_elses_is_not_written_over()
    {
        Directory.CreateDirectory(_folder);
        await File.WriteAllTextAsync(Path.Combine(_folder, "index.html"), "mine");

        var result = await Exporter.ExportAsync(_folder, Options);

        result.Error!.Code.Should().Be(ErrorCodes.Taken);
        (await File.ReadAllTextAsync(Path.Combine(_folder, "index.html"))).Should().Be("mine");
    }

    [Fact]
    public async Task Nothing_is_written_through_a_symbolic_link()
    {
        var outside = Directory.CreateDirectory(_folder + "-outside");
        try
        {
            Directory.CreateDirectory(_folder);
            Directory.CreateSymbolicLink(Path.Combine(_folder, "post-1"), outside.FullName);

            await FluentActions.Awaiting(() => Exporter.ExportAsync(_folder, Options)).Should().ThrowAsync<IOException>();

            outside.EnumerateFileSystemInfos().Should().BeEmpty();
        }
        finally
        {
            outside.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_manifest_that_names_files_outside_removes_nothing_there()
    {
        var outside = _folder + ".txt";
        await File.WriteAllTextAsync(outside, "keep");
        Directory.CreateDirectory(_folder);
        await File.WriteAllTextAsync(
            Path.Combine(_folder, ".blogkit-publish.json"),
            $$"""{"../{{Path.GetFileName(outside)}}":"6ca7ea2feefc88ecb5ed6356ed963f47dc9137f82526fdd25d618ea626d0803f","/etc/hostname":"x"}""");

        (await Exporter.ExportAsync(_folder, Options)).Succeeded.Should().BeTrue();

        File.Exists(outside).Should().BeTrue();
        File.Delete(outside);
    }

    [Fact]
    public async Task An_address_is_needed_and_a_blog()
    {
        (await Exporter.ExportAsync(_folder)).Error!.Field.Should().Be(nameof(StaticExportOptions.BaseUrl));
        (await Exporter.ExportAsync(_folder, Options with { BlogKey = "none" })).Error!.Code.Should().Be(ErrorCodes.BlogNotFound);
        (await Exporter.ExportAsync(_folder, Options with { BaseUrl = new Uri("ftp://x.example/") })).Succeeded.Should().BeFalse();
        (await Exporter.ExportAsync(_folder, Options with { MaximumFiles = 3 })).Error!.Code.Should().Be(ErrorCodes.OutOfRange);
    }

    private static async Task<WebApplication> ServeAsync(string folder)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();

        // Below a path, as many static hosts serve a project.
        app.UseFileServer(new FileServerOptions
        {
            RequestPath = "/sub",
            FileProvider = new PhysicalFileProvider(folder),
            StaticFileOptions = { ServeUnknownFileTypes = true },
        });
        await app.StartAsync();
        return app;
    }

    private static async Task<(Dictionary<string, string> Pages, List<string> Broken)> CrawlAsync(string home)
    {
        using var client = new HttpClient();
        var pages = new Dictionary<string, string>();
        var broken = new List<string>();
        var seen = new HashSet<string> { home };
        var queue = new Queue<Uri>([new Uri(home)]);
        while (queue.TryDequeue(out var url))
        {
            using var response = await client.GetAsync(url);
            if (!response.IsSuccessStatusCode)
            {
                broken.Add(url.AbsoluteUri);
                continue;
            }

            if (response.Content.Headers.ContentType?.MediaType is not "text/html")
            {
                continue;
            }

            var html = await response.Content.ReadAsStringAsync();
            pages[url.AbsolutePath] = html;
            foreach (var element in (await new HtmlParser().ParseDocumentAsync(html)).QuerySelectorAll("[href], [src]"))
            {
                var link = element.GetAttribute("href") ?? element.GetAttribute("src")!;
                if (Uri.TryCreate(url, link, out var target)
                    && target.Authority == url.Authority
                    && seen.Add(target.GetLeftPart(UriPartial.Query)))
                {
                    queue.Enqueue(new Uri(target.GetLeftPart(UriPartial.Query)));
                }
            }
        }

        return (pages, broken);
    }

    /// <summary>Every address in every page of the export that is not that of a file, or of a place in one; and every form.</summary>
    private async Task<List<string>> LostAsync()
    {
        var lost = new List<string>();
        var pages = new Dictionary<string, AngleSharp.Html.Dom.IHtmlDocument>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(_folder, "index.html", SearchOption.AllDirectories))
        {
            pages[file] = await new HtmlParser().ParseDocumentAsync(await File.ReadAllTextAsync(file));
        }

        foreach (var (file, page) in pages)
        {
            var address = new Uri(Options.BaseUrl!, Path.GetRelativePath(_folder, Path.GetDirectoryName(file)!) is "."
                ? ""
                : Path.GetRelativePath(_folder, Path.GetDirectoryName(file)!) + "/");
            lost.AddRange(page.QuerySelectorAll("form, [action], [formaction]").Select(e => $"{address}: {e.OuterHtml}"));
            foreach (var element in page.QuerySelectorAll("[href], [src], [poster]").Where(
                static e => e.GetAttribute("rel") is not "canonical"))
            {
                var link = element.GetAttribute("href") ?? element.GetAttribute("src") ?? element.GetAttribute("poster")!;
                if (!Uri.TryCreate(address, link, out var target) || target.Authority != address.Authority)
                {
                    continue;
                }

                var path = Path.Combine(_folder, Uri.UnescapeDataString(target.AbsolutePath["/notes".Length..].Trim('/')));
                var found = File.Exists(path) ? path : Path.Combine(path, "index.html");
                var place = Uri.UnescapeDataString(target.Fragment.TrimStart('#'));
                if (!File.Exists(found)
                    || (place.Length > 0 && pages.TryGetValue(found, out var there) && there.GetElementById(place) is null))
                {
                    lost.Add($"{address}: {link}");
                }
            }
        }

        return lost;
    }

    private Dictionary<string, string> Files() => Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories)
        .ToDictionary(
            f => Path.GetRelativePath(_folder, f),
            static f => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(f))));

    private sealed class MemberEndpoints : IBlogEndpoints
    {
        public string Call => "MapMembers";

        public void Map(BlogRoutes routes)
        {
            var rule = new EndpointRule(CacheRule.Asked);
            var members = routes.MapGroup("/members", BlogKitPolicies.Write);
            members.MapRead<MemberPages>("/list", static (_, request) => MemberPages.ShowAsync(request), "members", rule);
            members.MapRead<MemberPages>("/open", static (_, request) => MemberPages.ShowAsync(request), "open", rule).AllowAnonymous();
            routes.MapRead<MemberPages>("/grown/age", static (_, request) => MemberPages.ShowAsync(request), "age", rule)
                .WithMetadata(new GrownUps());
            routes.MapRead<MemberPages>("/grown/named", static (_, request) => MemberPages.ShowAsync(request), "named", rule)
                .WithMetadata(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        }
    }

    private sealed class GrownUps : IAuthorizationRequirementData
    {
        public IEnumerable<IAuthorizationRequirement> GetRequirements() => [new DenyAnonymousAuthorizationRequirement()];
    }

    private sealed class MemberPages
    {
        public static Task ShowAsync(BlogRequest request)
        {
            request.Http.Response.ContentType = "text/html; charset=utf-8";
            return request.Http.Response.WriteAsync("<p>Members</p>", request.Aborted);
        }
    }

    private async Task<string> AddAsync(byte[] content)
    {
        using var stream = new MemoryStream(content);
        return (await _site.Get<MediaService>().AddAsync(
            _site.Blog.Id, stream, "notes.html", Actor.System, new MediaLimits { TakesFiles = true })).File!.Name;
    }
}
