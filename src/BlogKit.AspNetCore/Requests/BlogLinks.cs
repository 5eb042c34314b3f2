namespace BlogKit.AspNetCore;

/// <summary>The addresses of one mapped blog. Paths begin with a slash and are percent-encoded; immutable.</summary>
public sealed class BlogLinks
{
    private readonly string _prefix;
    private readonly string _api;
    private readonly string _icon;
    private readonly string _origin;
    private readonly string _absolute;
    private readonly Internal.FrontEnd? _frontEnd;
    private readonly Slug? _framed;

    internal BlogLinks(string pathBase, string prefix, Uri? baseUrl, string requestOrigin, Internal.FrontEnd? frontEnd = null)
    {
        _frontEnd = frontEnd;
        _prefix = pathBase + prefix;
        _api = pathBase + "/api" + prefix;
        _icon = pathBase + "/favicon.ico";
        _origin = baseUrl?.GetLeftPart(UriPartial.Authority) ?? requestOrigin;
        _absolute = baseUrl?.GetLeftPart(UriPartial.Path).TrimEnd('/') ?? requestOrigin + _prefix;
    }

    private BlogLinks(BlogLinks links, Slug? framed)
    {
        (_prefix, _api, _icon, _origin, _absolute, _frontEnd) = (
            links._prefix, links._api, links._icon, links._origin, links._absolute, links._frontEnd);
        _framed = framed;
    }

    /// <summary>The letters of its parts, for whoever keeps it.</summary>
    internal int TextLength => _prefix.Length + _api.Length + _icon.Length + _origin.Length + _absolute.Length;

    /// <summary>Whether both give the same addresses in the markup of comments, where all are paths: whatever host was asked.</summary>
    internal bool ShowsCommentsAs(BlogLinks other) =>
        ReferenceEquals(this, other)
        || (string.Equals(_prefix, other._prefix, StringComparison.Ordinal)
            && ReferenceEquals(_frontEnd, other._frontEnd)
            && _framed == other._framed);

    /// <summary>The blog's first page.</summary>
    public string Home => _prefix.Length == 0 ? "/" : _prefix;

    /// <summary>The feed.</summary>
    public string Feed => _prefix + "/feed.xml";

    /// <summary>The feed of the newest comments on the whole blog, in RSS.</summary>
    public string CommentsFeed => FeedOf(Comments, FeedFormat.Rss);

    /// <summary>Returns the address of the feed of a list, or of a post's comments.</summary>
    /// <param name="path">
    /// The page: <see cref="Home"/>, or what <see cref="Tag"/>, <see cref="Category"/>, <see cref="Author"/>, <see cref="Series"/> or
    /// <see cref="Post"/> gives.
    /// </param>
    /// <param name="format">How it is written. Default RSS.</param>
    public static string FeedOf(string path, FeedFormat format = FeedFormat.Rss)
    {
        ArgumentNullException.ThrowIfNull(path);
        return $"{path.TrimEnd('/')}/{Internal.FeedFormats.FileName(format)}";
    }

    /// <summary>The sitemap.</summary>
    public string Sitemap => _prefix + "/sitemap.xml";

    /// <summary>The style sheet; its name changes with its content.</summary>
    public string StyleSheet => Asset(Internal.WebAssets.Style);

    /// <summary>The icon of the host: the application's own where it has one, else BlogKit's.</summary>
    public string Icon => _icon;

    /// <summary>The script that readers' pages load; its name changes with its content.</summary>
    public string Script => Asset(Internal.WebAssets.Script);

    /// <summary>The desk: where authors write and moderators decide.</summary>
    public string Desk => _prefix + "/desk";

    /// <summary>The search page.</summary>
    public string Search => _prefix + "/search";

    /// <summary>Returns the address of a post or page.</summary>
    public string Post(Slug slug) => _framed == slug ? $"{_prefix}/embed/{Encode(slug)}" : $"{_prefix}/{Encode(slug)}";

    /// <summary>Returns the address to which comments on a post are sent.</summary>
    public string PostComments(Slug slug) => Post(slug) + "/comments";

    /// <summary>Returns the address to which the password of a post is sent.</summary>
    public string PostPassword(Slug slug) => Post(slug) + "/password";

    /// <summary>Returns a comment's permalink, which leads to wherever the comment now is.</summary>
    public string Comment(CommentId id) => _framed is { } slug ? $"{Post(slug)}?comment={id}#comment-{id}" : $"{_prefix}/comments/{id}";

    /// <summary>The address to which the number that a comment on a post had before the blog moved is added.</summary>
    internal string OldComments(Slug slug) => Post(slug) + "/old-comments/";

    /// <summary>Returns the address where the writer of a comment changes it.</summary>
    public string EditComment(CommentId id) => $"{_prefix}/comments/{id}/edit";

    /// <summary>Returns the address where the writer of a comment withdraws it.</summary>
    public string WithdrawComment(CommentId id) => $"{_prefix}/comments/{id}/withdraw";

    /// <summary>The address where a signed-in user changes the name they chose to be shown by.</summary>
    public string DisplayName => _prefix + "/comments/name";

    /// <summary>Returns the address of the comment form of a post, set to answer a comment.</summary>
    public string Reply(Slug slug, CommentId id) => $"{Post(slug)}?replyTo={id}#respond";

    /// <summary>Returns the address of the replies below a comment, from a cursor on.</summary>
    public string Replies(CommentId id, string? cursor) =>
        WithQuery(_framed is { } slug ? $"{Post(slug)}/replies/{id}" : $"{_prefix}/replies/{id}", "cursor", cursor);

    /// <summary>The address to which votes and reactions of a page's buttons are sent.</summary>
    public string Feedback => _prefix + "/comments/feedback";

    /// <summary>Returns the address of the actions on a comment besides answering it: vote, react, report.</summary>
    public string CommentActions(CommentId id) => $"{_prefix}/comments/{Internal.ShortId.Write(id)}/more";

    /// <summary>Returns the address where a reader reports a comment.</summary>
    public string FlagComment(CommentId id) => Comment(id) + "/flag";

    /// <summary>Returns the address where the writer of a comment that is not shown appeals.</summary>
    public string AppealComment(CommentId id) => Comment(id) + "/appeal";

    /// <summary>Returns the address to which a comment is sent for a preview.</summary>
    public string PostPreview(Slug slug) => Post(slug) + "/preview";

    /// <summary>Returns the address of the stream that tells of new comments on a post.</summary>
    public string PostLive(Slug slug) => Post(slug) + "/live";

    /// <summary>Returns the address of a generated picture.</summary>
    /// <param name="key">Hexadecimal digits.</param>
    public string GeneratedAvatar(string key) => $"{_prefix}/avatars/{key}.svg";

    /// <summary>Returns the address of the picture a service has for the writer of a comment, fetched by this host.</summary>
    public string RemoteAvatar(CommentId id) => $"{_prefix}/avatars/remote/{Internal.ShortId.Write(id)}";

    /// <summary>Returns the address of the posts with a tag.</summary>
    public string Tag(Slug slug) => $"{_prefix}/tag/{Encode(slug)}";

    /// <summary>Returns the address of the posts in a category.</summary>
    public string Category(Slug slug) => $"{_prefix}/category/{Encode(slug)}";

    /// <summary>Returns the address of an author's profile and posts.</summary>
    public string Author(Slug slug) => $"{_prefix}/author/{Encode(slug)}";

    /// <summary>Returns the address of the posts of a series.</summary>
    public string Series(Slug slug) => $"{_prefix}/series/{Encode(slug)}";

    /// <summary>The years and months in which something was published.</summary>
    public string Archive => _prefix + "/archive";

    /// <summary>Returns the address of the posts of a year, or of a month of it, in UTC.</summary>
    /// <param name="year">The year.</param>
    /// <param name="month">1 to 12; null for the whole year.</param>
    public string ArchiveOf(int year, int? month = null) => month is { } one
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Archive}/{year:0000}/{one:00}")
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Archive}/{year:0000}");

    /// <summary>Returns the address of a picture that an author uploaded.</summary>
    /// <param name="name">The name it is kept under (<see cref="StoredMedia.Name"/>).</param>
    public string Media(string name) => $"{_prefix}/media/{name}";

    /// <summary>Returns the address of a path below the blog's, for endpoints of others.</summary>
    /// <param name="path">Begins with a slash, percent-encoded.</param>
    public string Below(string path) => _prefix + path;

    /// <summary>All tags.</summary>
    public string Tags => _prefix + "/tags";

    /// <summary>All categories.</summary>
    public string Categories => _prefix + "/categories";

    /// <summary>Returns the address of a post in the JSON API.</summary>
    public string ApiPost(Slug slug) => $"{_api}/posts/{Encode(slug)}";

    /// <summary>The list of posts in the JSON API.</summary>
    public string ApiPosts => _api + "/posts";

    /// <summary>The JSON API of the blog, described by <c>openapi.json</c> below it.</summary>
    public string Api => _api;

    internal string ApiDesk => _api + "/desk";

    /// <summary>
    /// Returns the absolute address for readers elsewhere: where the front end has it (<see cref="BlogKitMapOptions.FrontEnd"/>), below
    /// <see cref="Blog.BaseUrl"/>, or on the host of the request where the blog has none.
    /// </summary>
    /// <param name="path">One of the paths above.</param>
    public string Absolute(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return _prefix.Length == 0 || path.StartsWith(_prefix, StringComparison.Ordinal)
            ? _frontEnd?.Find(path[_prefix.Length..]) ?? (_absolute + path[_prefix.Length..].TrimEnd('/'))
            : _origin + path;
    }

    /// <summary>Returns a comment's absolute address for readers elsewhere.</summary>
    /// <param name="id">The comment.</param>
    /// <param name="post">The post it is on.</param>
    public string AbsoluteComment(CommentId id, Slug post) => _frontEnd?.FindComment(id, post) ?? Absolute(Comment(id));

    /// <summary>
    /// Returns the slug in the address of a post that somebody sent, at the blog's own pages or at those of the front end that shows them;
    /// null for any other address. Whether there is such a post is not asked. http and https are the same here: hosts answer both, and
    /// people copy either.
    /// </summary>
    /// <param name="address">An absolute address; not trusted.</param>
    public Slug? FindPost(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return Internal.PostAddress.Find(this, address);
    }

    /// <summary>What all addresses of comments begin with; nothing is there itself.</summary>
    internal string Comments => _prefix + "/comments/";

    internal string SitemapPart(int part) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{_prefix}/sitemap-{part}.xml");

    internal string CommentsFeedBase => _prefix + "/comments";

    /// <summary>A picture's address for the world outside: as it is when it has a host, else on the blog's.</summary>
    internal string AbsoluteFile(string url) => Uri.TryCreate(AbsoluteBase(Home), url, out var absolute) ? absolute.AbsoluteUri : url;

    internal string Asset(Internal.WebAsset asset) => _prefix + "/assets/" + asset.FileName;

    /// <summary>Stands for any slug in <see cref="OwnPost"/> and <see cref="FrontEndPost"/>.</summary>
    internal const string AnySlug = "bk-any-slug";

    /// <summary>A post at BlogKit's own pages, for the world outside.</summary>
    internal Uri OwnPost => new($"{_absolute}/{AnySlug}", UriKind.Absolute);

    /// <summary>A post where the front end has it; null where it has none.</summary>
    internal Uri? FrontEndPost => _frontEnd?.Find(AnySlug) is { } pattern ? new Uri(pattern, UriKind.Absolute) : null;

    internal Uri AbsoluteBase(string path) => new(Absolute(path), UriKind.Absolute);

    /// <summary>Whether these are the addresses inside a frame on another site's page.</summary>
    internal bool IsFramed => _framed is not null;

    /// <summary>The same place as <see cref="Comment"/> in fewer characters, for pages that say it fifty times.</summary>
    internal string ShortComment(CommentId id) => IsFramed ? Comment(id) : $"{_prefix}/comments/{Internal.ShortId.Write(id)}";

    /// <summary>The addresses as they are inside a frame that shows the discussion of one post.</summary>
    internal BlogLinks InFrame(Slug slug) => new(this, slug);

    internal BlogLinks OutOfFrame() => new(this, framed: null);

    internal static string WithQuery(string path, string name, string? value) =>
        value is null ? path : $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{name}={Uri.EscapeDataString(value)}";

    private static string Encode(Slug slug) => Uri.EscapeDataString(slug.Value);
}
