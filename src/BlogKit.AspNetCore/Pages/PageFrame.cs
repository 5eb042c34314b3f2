namespace BlogKit.AspNetCore;

/// <summary>The parts of every page around its content.</summary>
/// <param name="Blog">The blog.</param>
/// <param name="Links">Its addresses.</param>
/// <param name="Title">The title of the document, without the blog's name.</param>
public sealed record PageFrame(Blog Blog, BlogLinks Links, string Title)
{
    /// <summary>The description for search engines; null for none.</summary>
    public string? Description { get; init; }

    /// <summary>The canonical address, absolute; null for none.</summary>
    public string? Canonical { get; init; }

    /// <summary>Whether search engines are asked not to list the page.</summary>
    public bool NoIndex { get; init; }

    /// <summary>
    /// The content of the page's own search field, in place of an empty one in the header; null for pages without such a field.
    /// </summary>
    public string? SearchText { get; init; }

    /// <summary>The texts of the page, in the blog's language.</summary>
    public BlogText Text { get; init; } = BlogText.English;

    /// <summary>
    /// The feeds that the page names: the blog's own first, then those of its own content. Empty for none. Empty tells of none.
    /// </summary>
    public ImmutableArray<FeedLink> Feeds { get; init; } = [];

    /// <summary>The addresses of endpoints for programs that want to write here or tell of something; empty for none.</summary>
    public ImmutableArray<EndpointLink> Endpoints { get; init; } = [];

    /// <summary>Whether the page is light or dark.</summary>
    public PageColorScheme ColorScheme { get; init; }

    /// <summary>The viewer.</summary>
    public PageViewer Viewer { get; init; } = PageViewer.Anonymous;

    /// <summary>
    /// The address of the desk for a viewer who writes or moderates in this blog; null for others, and where there is no desk.
    /// </summary>
    public string? DeskUrl { get; init; }

    /// <summary>
    /// The blog's pages outside the stream, for the navigation; at most <see cref="BlogKitWebOptions.NavigationPages"/>. Filled in before a
    /// page is rendered; empty on the desk.
    /// </summary>
    public ImmutableArray<PostLink> Pages { get; init; } = [];

    /// <summary>
    /// Whether the page becomes a file that a plain static host serves: whatever a server must answer, such as search, is left out. Default
    /// false.
    /// </summary>
    public bool IsStatic { get; init; }

    /// <summary>
    /// The page's own path and query. Links to a place on the page begin with it, because a page around it may have a <c>base</c> element,
    /// below which <c>#place</c> leads elsewhere. Empty, the default, where there is none.
    /// </summary>
    public string PageUrl { get; init; } = "";

    /// <summary>The values for link previews.</summary>
    public PageMetadata Metadata { get; init; } = new();

    /// <summary>The page in the terms of schema.org, as JSON-LD that is safe inside a script element; null for none.</summary>
    public string? StructuredData { get; internal init; }

    /// <summary>The title of the document, with the blog's name.</summary>
    public string DocumentTitle => Marked(string.Equals(Title, Blog.Name, StringComparison.Ordinal) ? Title : $"{Title} · {Blog.Name}");

    /// <summary>Whether the page tells that a form was refused; its title then begins with "Error:". Default false.</summary>
    public bool IsRefusal { get; init; }

    /// <summary>A title of a document, which says first that a form was not taken.</summary>
    internal string Marked(string title) => IsRefusal ? Text.Format("site.refused", title) : title;
}
