namespace BlogKit.AspNetCore;

/// <summary>What the web package can be told. Not to be changed after the host started.</summary>
public sealed class BlogKitWebOptions
{
    /// <summary>The policy a page is sent with when nothing else is said: everything from this host, pictures also from others over https.</summary>
    public const string DefaultContentSecurityPolicy =
        "default-src 'self'; img-src 'self' https: data:; media-src 'self' https:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";

    /// <summary>
    /// The <c>Content-Security-Policy</c> of every page; null sends none. Default <see cref="DefaultContentSecurityPolicy"/>.
    /// Widen it (<c>frame-src</c>) where posts embed other sites.
    /// </summary>
    public string? ContentSecurityPolicy { get; set; } = DefaultContentSecurityPolicy;

    /// <summary>
    /// The application's sign-in page, such as <c>/account/login</c>, linked where guests may not comment; null for no link. Default null.
    /// </summary>
    public string? SignInPath { get; set; }

    /// <summary>Posts or comments in a feed. Default 20; 1 to 100.</summary>
    public int FeedSize { get; set; } = 20;

    /// <summary>How finished pages are kept for readers who are not recognised.</summary>
    public PageCacheOptions PageCache { get; } = new();

    /// <summary>
    /// Where the pictures of commenters without one of their own come from. Default <see cref="AvatarSource.Generated"/>: drawn here, from the name.
    /// </summary>
    public AvatarSource Avatars { get; set; }

    /// <summary>How open pages learn of new comments.</summary>
    public LiveOptions Live { get; } = new();

    /// <summary>Bytes of memory for feeds and sitemaps that were asked for lately. Default 16 MiB; 1 MiB to 1 GiB.</summary>
    public int FeedMemory { get; set; } = 16 * 1024 * 1024;

    /// <summary>How the blog speaks with other sites and with editing programs.</summary>
    public OpenWebOptions OpenWeb { get; } = new();
}
