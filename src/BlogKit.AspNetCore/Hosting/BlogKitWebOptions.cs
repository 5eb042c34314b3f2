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

    /// <summary>Posts in the feed. Default 20; 1 to 100.</summary>
    public int FeedSize { get; set; } = 20;

    /// <summary>
    /// The sites that may show a discussion of this blog in their own pages, as origins: <c>https://www.example.org</c>, scheme and host and, where it is not the usual one, port.
    /// Default none: the discussions of <c>/embed</c> are then shown on pages of this host alone.
    /// </summary>
    public IList<string> EmbedOrigins { get; } = [];

    /// <summary>How long the API remembers an <c>Idempotency-Key</c> and what was answered to it. Default one day; one minute to 30 days.</summary>
    public TimeSpan ReplayLifetime { get; set; } = TimeSpan.FromDays(1);

    /// <summary>The most memory in bytes for those answers where the application has no distributed cache. Default 16 MiB; 64 KiB to 1 GiB.</summary>
    public long ReplayMemory { get; set; } = 16 * 1024 * 1024;
}
