using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Asks a blog for everything a reader can reach by links, and writes it. Used once.</summary>
internal sealed class SiteCrawler(
    RequestDelegate pipeline,
    IServiceProvider services,
    OutputFolder output,
    StaticExport export,
    StaticExportOptions options,
    IProgress<int>? progress)
{
    private static readonly string[] Seeds =
        [
            "/", "/feed.xml", "/feed.atom", "/feed.json", "/comments/feed.xml", "/comments/feed.atom", "/comments/feed.json", "/robots.txt",
            "/sitemap.xml",
        ];

    // Parameters that tell one page from another; all others only change what a page shows at once.
    private static readonly string[] Paging = ["comments", "cursor"];

    // What needs a server: the search page, and the desk with all that is below it.
    private static readonly string[] LeftOut = ["/search", "/desk"];

    private readonly Queue<SiteAddress> _queue = new();
    private readonly HashSet<SiteAddress> _seen = [];
    private readonly Dictionary<SiteAddress, string> _files = [];
    private readonly Dictionary<SiteAddress, SiteAddress> _redirects = [];
    private readonly List<(SiteAddress Address, string File, string Html)> _pages = [];
    private readonly Dictionary<string, string> _commentPlaces = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _permalinks = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _missing = new(StringComparer.Ordinal);
    private int _otherFiles;
    private int _redirectPages;
    private BlogText _text = BlogText.English;
    private Uri? _host;

    public async Task<Result<StaticExportReport>> RunAsync(CancellationToken cancellationToken)
    {
        var isFinished = false;
        try
        {
            var blog = await services.GetRequiredService<BlogService>().GetByKeyAsync(
                options.BlogKey, cancellationToken).ConfigureAwait(false);
            _text = services.GetRequiredService<TextCatalog>().For(blog.Value);
            _host = blog.Value.BaseUrl;
            foreach (var seed in Seeds)
            {
                Enqueue(new SiteAddress(seed, ""));
            }

            while (_queue.TryDequeue(out var address))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (_seen.Count > options.MaximumFiles)
                {
                    return BlogError.Of(
                        ErrorKind.TooMany,
                        ErrorCodes.OutOfRange,
                        "The blog has more than {max} pages and files.",
                        nameof(StaticExportOptions.MaximumFiles),
                        ("max", options.MaximumFiles));
                }

                if (await FetchAsync(address, cancellationToken).ConfigureAwait(false) is { } error)
                {
                    return error;
                }
            }

            if (await WritePagesAsync(cancellationToken).ConfigureAwait(false) is { } fault)
            {
                return fault;
            }

            var removed = await output.FinishAsync(cancellationToken).ConfigureAwait(false);
            isFinished = true;
            return new StaticExportReport
            {
                Pages = _pages.Count,
                Redirects = _redirectPages,
                Files = _otherFiles,
                Changed = output.Changed,
                Removed = removed,
                Bytes = output.Bytes,
                Missing = [.. _missing],
            };
        }
        finally
        {
            if (!isFinished)
            {
                await output.InterruptAsync().ConfigureAwait(false);
            }
        }
    }

    private async Task<BlogError?> FetchAsync(SiteAddress address, CancellationToken cancellationToken)
    {
        // The application's own comes before BlogKit's, as on a host.
        if (address.Path is "/favicon.ico" && options.StaticFiles is { } own && File.Exists(Path.Combine(own, "favicon.ico")))
        {
            return CopyStatic(address);
        }

        var scope = services.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            using var body = new MemoryStream();
            var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider, RequestAborted = cancellationToken };
            context.Features.Set(export);
            context.Request.Method = HttpMethods.Get;
            context.Request.Scheme = export.BaseUrl.Scheme;
            context.Request.Host = HostString.FromUriComponent(export.BaseUrl);
            context.Request.Path = PathString.FromUriComponent(address.Path);
            context.Request.QueryString = new QueryString(address.Query);
            context.Response.Body = body;
            await pipeline(context).ConfigureAwait(false);
            await context.Response.CompleteAsync().ConfigureAwait(false);
            return Take(address, context.Response, body.ToArray());
        }
    }

    private BlogError? Take(SiteAddress address, HttpResponse response, byte[] body)
    {
        if (response.StatusCode is >= 300 and < 400 && Resolve(address, response.Headers.Location.ToString()) is { } target)
        {
            _redirects[address] = target;
            Enqueue(target);
            return null;
        }

        var isPage = response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) is true;
        if (response.StatusCode is not StatusCodes.Status200OK)
        {
            return CopyStatic(address);
        }

        if (SiteFile.Of(address.Path, address.Query, isPage) is not { } file)
        {
            _missing.Add(address.ToString());
            return null;
        }

        _files[address] = file;
        if (!isPage)
        {
            ReadSitemap(address, body);
            return WriteOther(file, IsFeed(response) ? WithOwnAddresses(body) : body);
        }

        var html = Encoding.UTF8.GetString(WithOwnAddresses(body));
        _pages.Add((address, file, html));
        FindLinks(address, file, html);
        progress?.Report(_files.Count);
        return null;
    }

    private static bool IsFeed(HttpResponse response) =>
        response.ContentType is { } type
        && (type.Contains("xml", StringComparison.Ordinal) || type.Contains("json", StringComparison.Ordinal));

    // Texts in feeds, and what pages say to link previews, have whole addresses: those with the blog's path on its host lead to where the
    // files are.
    private byte[] WithOwnAddresses(byte[] body)
    {
        var prefix = Prefix;
        var origin = export.BaseUrl.GetLeftPart(UriPartial.Authority);
        var there = export.BaseUrl.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/";
        return prefix.Length == 0 || there.StartsWith(origin + prefix + "/", StringComparison.Ordinal)
            ? body
            : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body).Replace(origin + prefix + "/", there, StringComparison.Ordinal));
    }

    private BlogError? WriteOther(string file, byte[] body)
    {
        _otherFiles++;
        progress?.Report(_files.Count);
        return output.Write(file, body);
    }

    // What the blog does not serve may be one of the application's own files.
    private BlogError? CopyStatic(SiteAddress address)
    {
        if (options.StaticFiles is { } root
            && address.Query.Length == 0
            && SiteFile.Of(address.Path, "", isPage: false) is { } file
            && Path.GetFullPath(Path.Combine(root, file)) is var path
            && path.StartsWith(
                Path.TrimEndingDirectorySeparator(Path.GetFullPath(root)) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            && File.Exists(path))
        {
            _files[address] = file;
            return WriteOther(file, File.ReadAllBytes(path));
        }

        if (Array.IndexOf(Seeds, address.Path) < 0)
        {
            _missing.Add(address.ToString());
        }

        return null;
    }

    private void FindLinks(SiteAddress page, string file, string html)
    {
        StaticHtml.Rewrite(html, link =>
        {
            if (Resolve(page, link) is { } address)
            {
                if (CommentOf(address.Path) is { } comment)
                {
                    _permalinks.Add(comment);
                }
                else if (IsLeftOut(address.Path))
                {
                    _missing.Add(address.Path);
                }
                else
                {
                    Enqueue(address);
                }
            }

            return link;
        });
        foreach (var tag in HtmlTags.Read(html))
        {
            if (tag["id"] is { } id && id.StartsWith("comment-", StringComparison.Ordinal))
            {
                _commentPlaces.TryAdd(id["comment-".Length..], file);
            }
        }
    }

    private void ReadSitemap(SiteAddress address, byte[] body)
    {
        if (!address.Path.StartsWith("/sitemap", StringComparison.Ordinal))
        {
            return;
        }

        // Our own output of a moment ago.
        using var memory = new MemoryStream(body);
        foreach (var location in XDocument.Load(memory)
            .Descendants()
            .Where(static e => string.Equals(e.Name.LocalName, "loc", StringComparison.Ordinal)))
        {
            if (Resolve(address, Uri.TryCreate(location.Value, UriKind.Absolute, out var url) ? Local(url) : null) is { } target)
            {
                Enqueue(target);
            }
        }
    }

    private string? Local(Uri url)
    {
        var prefix = export.BaseUrl.GetLeftPart(UriPartial.Path).TrimEnd('/');
        return url.AbsoluteUri.StartsWith(prefix, StringComparison.Ordinal)
            && url.AbsoluteUri[prefix.Length..] is var rest
            && (rest.Length == 0 || rest[0] == '/')
            ? "/" + rest.TrimStart('/')
            : null;
    }

    private async Task<BlogError?> WritePagesAsync(CancellationToken cancellationToken)
    {
        foreach (var (address, file, html) in _pages)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var text = StaticHtml.Rewrite(html, link => Lead(address, file, link));
            if (output.Write(file, Encoding.UTF8.GetBytes(text)) is { } error)
            {
                return error;
            }
        }

        foreach (var (from, _) in _redirects.OrderBy(static r => r.Key.ToString(), StringComparer.Ordinal))
        {
            if (Follow(from) is { } target && SiteFile.Of(from.Path, from.Query, isPage: true) is { } file && !output.Has(file))
            {
                if (await MoveAsync(file, SiteFile.Relative(file, target)).ConfigureAwait(false) is { } error)
                {
                    return error;
                }
            }
        }

        // Readers share the permalink of any comment, also of those nothing here links to.
        foreach (var (comment, place) in _commentPlaces.OrderBy(static c => c.Key, StringComparer.Ordinal))
        {
            var file = $"comments/{comment}/index.html";
            if (CommentId.TryParse(comment, null, out _)
                && await MoveAsync(file, $"{SiteFile.Relative(file, place)}#comment-{comment}").ConfigureAwait(false) is { } error)
            {
                return error;
            }
        }

        _missing.UnionWith(_permalinks.Where(c => !_commentPlaces.ContainsKey(c)).Select(static c => "/comments/" + c));
        return null;
    }

    // Null for what was not written: no page of an export leads there.
    private string? Lead(SiteAddress page, string file, string link)
    {
        if (Resolve(page, link) is not { } address)
        {
            return link;
        }

        var fragment = link.IndexOf('#', StringComparison.Ordinal) is >= 0 and var hash ? link[hash..] : "";
        if (CommentOf(address.Path) is { } comment)
        {
            return _commentPlaces.TryGetValue(comment, out var place)
                ? $"{SiteFile.Relative(file, place)}#comment-{comment}"
                : export.BaseUrl.AbsoluteUri;
        }

        if (fragment.Length > 0 && address == page)
        {
            return fragment;
        }

        return Follow(address) is { } target ? SiteFile.Relative(file, target) + fragment : null;
    }

    private string? Follow(SiteAddress address)
    {
        for (var steps = 0; steps < 10; steps++)
        {
            if (_files.TryGetValue(address, out var file))
            {
                return file;
            }

            if (!_redirects.TryGetValue(address, out var next))
            {
                return null;
            }

            address = next;
        }

        return null;
    }

    private static bool IsLeftOut(string path) =>
        Array.Exists(LeftOut, left => path.StartsWith(left, StringComparison.OrdinalIgnoreCase) && path[left.Length..] is "" or ['/', ..]);

    private static string? CommentOf(string path) =>
        path.Split('/') is ["", "comments", var id] && CommentId.TryParse(id, null, out _) ? id : null;

    private string Prefix => options.Prefix.Trim('/') is { Length: > 0 } path ? "/" + path : "";

    /// <summary>A link as an address of the export: the blog's path on its host, and its whole address there, are taken off.</summary>
    private string? Own(string? link)
    {
        if (link is null)
        {
            return null;
        }

        foreach (var host in (Uri?[])[_host, export.BaseUrl])
        {
            if (host?.GetLeftPart(UriPartial.Path).TrimEnd('/') is { } address
                && link.StartsWith(address, StringComparison.Ordinal)
                && link[address.Length..] is "" or ['/' or '#' or '?', ..])
            {
                return link[address.Length..] is ['/', ..] rest ? rest : "/" + link[address.Length..];
            }
        }

        var prefix = Prefix;
        return prefix.Length > 0
            && link.StartsWith(prefix, StringComparison.Ordinal)
            && link[prefix.Length..] is "" or ['/' or '#' or '?', ..]
            ? link[prefix.Length..] is ['/', ..] below ? below : "/" + link[prefix.Length..]
            : link;
    }

    private SiteAddress? Resolve(SiteAddress page, string? given)
    {
        var link = Own(given);
        if (string.IsNullOrEmpty(link)
            || link.StartsWith("//", StringComparison.Ordinal)
            || !Uri.TryCreate(new Uri("http://export.invalid" + page.Path), link, out var url)
            || !string.Equals(url.Host, "export.invalid", StringComparison.Ordinal))
        {
            return null;
        }

        var kept = url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(static p => Array.IndexOf(Paging, p.Split('=')[0]) >= 0)
            .ToArray();

        // A page of a thread that is sorted otherwise holds nothing that the usual order does not.
        var isSorted = url.Query.Contains("sort=", StringComparison.Ordinal);
        return new SiteAddress(url.AbsolutePath, kept.Length == 0 || isSorted ? "" : "?" + string.Join('&', kept));
    }

    private void Enqueue(SiteAddress address)
    {
        if (_seen.Add(address))
        {
            _queue.Enqueue(address);
        }
    }

    private async Task<BlogError?> MoveAsync(string file, string url)
    {
        var parameters = new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(MovedPage.Model)] = new MovedModel(url, _text) };
        var html = await ComponentHtml.RenderAsync(services, typeof(MovedPage), parameters).ConfigureAwait(false);
        _redirectPages++;
        return output.Write(file, Encoding.UTF8.GetBytes(html.ToString()));
    }
}
