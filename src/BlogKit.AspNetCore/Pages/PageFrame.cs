using System.Collections.Immutable;

namespace BlogKit.AspNetCore;

/// <summary>What every page has around its content.</summary>
/// <param name="Blog">The blog.</param>
/// <param name="Links">Its addresses.</param>
/// <param name="Title">The title of the document, without the blog's name.</param>
public sealed record PageFrame(Blog Blog, BlogLinks Links, string Title)
{
    /// <summary>What search engines are told of the page; null for nothing.</summary>
    public string? Description { get; init; }

    /// <summary>The absolute address by which the page wants to be known; null for none.</summary>
    public string? Canonical { get; init; }

    /// <summary>Whether search engines are asked not to list the page.</summary>
    public bool NoIndex { get; init; }

    /// <summary>
    /// What stands in the page's own search field, in place of an empty one in the header; null for pages without such a field.
    /// </summary>
    public string? SearchText { get; init; }

    /// <summary>The texts of the page, in the blog's language.</summary>
    public BlogText Text { get; init; } = BlogText.English;

    /// <summary>The feeds the page tells of: the blog's own first, then those of what the page shows. Empty tells of none.</summary>
    public ImmutableArray<FeedLink> Feeds { get; init; } = [];

    /// <summary>Where programs turn to that want to write here or tell of something; empty for nowhere.</summary>
    public ImmutableArray<EndpointLink> Endpoints { get; init; } = [];

    /// <summary>Whether the page is light or dark.</summary>
    public PageColorScheme ColorScheme { get; init; }

    /// <summary>Who looks.</summary>
    public PageViewer Viewer { get; init; } = PageViewer.Anonymous;

    /// <summary>Where the viewer writes or moderates in this blog; null for whoever does neither, and where there is no desk.</summary>
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

    /// <summary>What link previews are told.</summary>
    public PageMetadata Metadata { get; init; } = new();

    /// <summary>The page in the terms of schema.org, as JSON-LD that is safe inside a script element; null for none.</summary>
    public string? StructuredData { get; internal init; }

    /// <summary>The title of the document, with the blog's name.</summary>
    public string DocumentTitle => Marked(string.Equals(Title, Blog.Name, StringComparison.Ordinal) ? Title : $"{Title} · {Blog.Name}");

    /// <summary>Whether the page says that a form was not taken; its title then begins with "Error:". Default false.</summary>
    public bool IsRefusal { get; init; }

    /// <summary>A title of a document, which says first that a form was not taken.</summary>
    internal string Marked(string title) => IsRefusal ? Text.Format("site.refused", title) : title;
}
