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

    /// <summary>Pictures that authors upload: how large, how many, and where they are kept.</summary>
    public MediaOptions Media { get; } = new();

    /// <summary>Posts in the feed. Default 20; 1 to 100.</summary>
    public int FeedSize { get; set; } = 20;
}
