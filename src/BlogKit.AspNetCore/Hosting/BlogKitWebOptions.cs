using System.Diagnostics.CodeAnalysis;
using BlogKit.AspNetCore.Internal;
using Microsoft.AspNetCore.Components;

namespace BlogKit.AspNetCore;

/// <summary>The options of the web package. Not to be changed after the host started.</summary>
public sealed class BlogKitWebOptions
{
    /// <summary>
    /// The default <c>Content-Security-Policy</c> of a page: everything from this host, pictures also from others over https.
    /// </summary>
    public const string DefaultContentSecurityPolicy = PageOptions.DefaultContentSecurityPolicy;

    /// <summary>
    /// The default <c>Content-Security-Policy</c> of a page in the application's own layout: no plug-ins, forms and base address only of
    /// this host, framed only by this host.
    /// </summary>
    public const string DefaultLayoutContentSecurityPolicy = PageOptions.DefaultLayoutContentSecurityPolicy;

    /// <summary>
    /// The <c>Content-Security-Policy</c> of every page whose document is BlogKit's; null sends none. Default
    /// <see cref="DefaultContentSecurityPolicy"/>. Widen it (<c>frame-src</c>) where posts embed other sites.
    /// </summary>
    public string? ContentSecurityPolicy
    {
        get => Pages.ContentSecurityPolicy;
        set => Pages.ContentSecurityPolicy = value;
    }

    /// <summary>
    /// The <c>Content-Security-Policy</c> of readers' pages that stand in the application's own layout (<see cref="Layout"/>,
    /// <see cref="ViewLayout"/>); null sends none. Default <see cref="DefaultLayoutContentSecurityPolicy"/>: BlogKit does not know which
    /// scripts and styles that layout loads, and the templates of <c>dotnet new</c> have inline ones. Set it to what the application's
    /// other pages are sent with. The desk has a document of BlogKit's and keeps <see cref="ContentSecurityPolicy"/>.
    /// </summary>
    public string? LayoutContentSecurityPolicy
    {
        get => Pages.LayoutContentSecurityPolicy;
        set => Pages.LayoutContentSecurityPolicy = value;
    }

    /// <summary>
    /// The default <c>Permissions-Policy</c>: scripts may not ask the browser for camera, microphone, place and the like, of which a blog
    /// needs none.
    /// </summary>
    public const string DefaultPermissionsPolicy = PageOptions.DefaultPermissionsPolicy;

    /// <summary>
    /// The <c>Permissions-Policy</c> of every page; null sends none. Default <see cref="DefaultPermissionsPolicy"/>. Change it where the
    /// layout of the application, or what posts embed, needs one of these.
    /// </summary>
    public string? PermissionsPolicy
    {
        get => Pages.PermissionsPolicy;
        set => Pages.PermissionsPolicy = value;
    }

    /// <summary>
    /// The application's sign-in page, such as <c>/account/login</c>, linked where guests may not comment; null for no link. Default null.
    /// A path is below the application's path base (<c>UsePathBase</c>); an address with a host is taken as it is.
    /// </summary>
    public string? SignInPath
    {
        get => Pages.SignInPath;
        set => Pages.SignInPath = value;
    }

    /// <summary>
    /// The application's account page, such as <c>/account</c>, where somebody who is signed in signs out, linked from the desk; null for
    /// no link. Default null. A path is below the application's path base (<c>UsePathBase</c>); an address with a host is taken as it is.
    /// </summary>
    public string? AccountPath
    {
        get => Pages.AccountPath;
        set => Pages.AccountPath = value;
    }

    /// <summary>The options of pictures that authors upload: how large, how many, and where they are kept.</summary>
    public MediaOptions Media { get; } = new();

    /// <summary>
    /// The component around every page of readers, in place of BlogKit's own document: the application's, with the parameters <c>Frame</c>
    /// (<see cref="PageFrame"/>) and <c>ChildContent</c> (<see cref="RenderFragment"/>), which writes the whole document and puts
    /// <c>BlogHead</c> into its head. Null, the default, is BlogKit's own.
    /// </summary>
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)]
    public Type? Layout
    {
        get => Pages.Layout;
        set => Pages.Layout = value;
    }

    /// <summary>
    /// The Razor layout of an application in MVC or Razor Pages around every page of readers, in place of BlogKit's own document: a path
    /// such as <c>/Pages/Shared/_Layout.cshtml</c>, or a name such as <c>_Layout</c> that is looked for where shared views are. The page is
    /// the layout's body, its title <c>ViewData["Title"]</c>, and what belongs into the head the section <c>Head</c> or
    /// <c>&lt;blogkit-head /&gt;</c>. Null, the default, is BlogKit's own document. Not together with <see cref="Layout"/>.
    /// </summary>
    public string? ViewLayout
    {
        get => Pages.ViewLayout;
        set => Pages.ViewLayout = value;
    }

    /// <summary>
    /// Whether pages are light or dark. Default <see cref="PageColorScheme.Surrounding"/>: BlogKit's own pages as the reader's system says,
    /// what stands in a page of the application's as that page.
    /// </summary>
    public PageColorScheme ColorScheme
    {
        get => Pages.ColorScheme;
        set => Pages.ColorScheme = value;
    }

    /// <summary>
    /// A component whose content <c>BlogHead</c> adds at the end of every page's head: the application's own style sheet, icons,
    /// verification tags. It may have a parameter <c>Frame</c> (<see cref="PageFrame"/>), and must when it takes any. Null, the default,
    /// adds nothing.
    /// </summary>
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)]
    public Type? HeadContent
    {
        get => Pages.HeadContent;
        set => Pages.HeadContent = value;
    }

    /// <summary>
    /// The number of the blog's pages (posts outside the stream) that the header links to, the newest of them, oldest first. Default 6; 0
    /// to 50, 0 = none.
    /// </summary>
    public int NavigationPages
    {
        get => Pages.NavigationPages;
        set => Pages.NavigationPages = value;
    }

    /// <summary>
    /// The number of comments on a post's page that its JSON-LD tells search engines, cut to 100 characters each. Default 5; 0 to 100, 0 =
    /// none. The number of comments is told in any case.
    /// </summary>
    public int StructuredComments
    {
        get => Pages.StructuredComments;
        set => Pages.StructuredComments = value;
    }

    /// <summary>The number of posts or comments in a feed. Default 20; 1 to 100.</summary>
    public int FeedSize
    {
        get => Feeds.Size;
        set => Feeds.Size = value;
    }

    /// <summary>The options for keeping finished pages for readers who are not recognised.</summary>
    public PageCacheOptions PageCache { get; } = new();

    /// <summary>
    /// The source of the pictures of commenters without one of their own. Default <see cref="AvatarSource.Generated"/>: drawn here, from
    /// the name.
    /// </summary>
    public AvatarSource Avatars
    {
        get => Pages.Avatars;
        set => Pages.Avatars = value;
    }

    /// <summary>The options of the streams by which open pages learn of new comments.</summary>
    public LiveOptions Live { get; } = new();

    /// <summary>The memory, in bytes, for feeds and sitemaps that were asked for lately. Default 16 MiB; 1 MiB to 1 GiB.</summary>
    public int FeedMemory
    {
        get => Feeds.Memory;
        set => Feeds.Memory = value;
    }

    /// <summary>
    /// The number of addresses in one sitemap; with more there is an index and parts. Default 10,000; 100 to 50,000 (the protocol's own
    /// limit).
    /// </summary>
    public int SitemapSize
    {
        get => Sitemaps.Size;
        set => Sitemaps.Size = value;
    }

    /// <summary>The options of the moderators' desk.</summary>
    public DeskOptions Desk { get; } = new();

    /// <summary>
    /// The sites that may show a discussion of this blog in their own pages, as origins: <c>https://www.example.org</c>, scheme and host
    /// and, where it is not the usual one, port. Default none: the discussions of <c>/embed</c> are then shown on pages of this host alone.
    /// </summary>
    public IList<string> EmbedOrigins => Embed.Origins;

    /// <summary>
    /// The time for which the API remembers an <c>Idempotency-Key</c> and the answer to it. Default one day; one minute to 30 days.
    /// </summary>
    public TimeSpan ReplayLifetime
    {
        get => Replays.Lifetime;
        set => Replays.Lifetime = value;
    }

    /// <summary>
    /// The most memory in bytes for those answers where the application has no distributed cache. Default 16 MiB; 64 KiB to 1 GiB.
    /// </summary>
    public long ReplayMemory
    {
        get => Replays.Memory;
        set => Replays.Memory = value;
    }

    internal PageOptions Pages { get; } = new();

    internal FeedOptions Feeds { get; } = new();

    internal SitemapOptions Sitemaps { get; } = new();

    internal EmbedOptions Embed { get; } = new();

    internal ReplayOptions Replays { get; } = new();
}
