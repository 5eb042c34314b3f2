namespace BlogKit.AspNetCore.Internal;

/// <summary>What an endpoint says of keeping its answers: the values of <c>Cache-Control</c> that it may send.</summary>
internal sealed record CacheRule(params string[] Values)
{
    /// <summary>What nobody keeps. In the words of the framework's antiforgery service, which would otherwise overrule others and warn about it on every page.</summary>
    public const string OfForm = "no-cache, no-store";

    /// <summary>A page for everybody; for somebody who is recognised, of their own, and never kept when it holds the token of a form.</summary>
    public static CacheRule Page { get; } = new("no-cache", "private, no-cache", OfForm);

    /// <summary>What says who asks, or belongs to the desk: never kept.</summary>
    public static CacheRule Never { get; } = new(OfForm, "no-store");

    /// <summary>May be kept and is asked for again: feeds, sitemaps.</summary>
    public static CacheRule Asked { get; } = new("no-cache");

    /// <summary>Its address changes with its content.</summary>
    public static CacheRule Forever { get; } = new("public, max-age=31536000, immutable");

    /// <summary>An asset: for ever under the address that pages give, asked for again under its plain name.</summary>
    public static CacheRule Asset { get; } = new([.. Forever.Values, "no-cache"]);

    /// <summary>A script that other sites name without its hash.</summary>
    public static CacheRule Hour { get; } = new("public, max-age=3600");

    public static CacheRule Day { get; } = new("public, max-age=86400");

    /// <summary>A picture that a service gave for one comment.</summary>
    public static CacheRule OwnDay { get; } = new("private, max-age=86400");

    /// <summary>Data for whoever asks.</summary>
    public static CacheRule Own { get; } = new("private, no-cache");

    /// <summary>Data of the desk.</summary>
    public static CacheRule OwnNever { get; } = new("private, no-store");

    /// <summary>The answer to a change: a redirect, a page that says why not, or a part of one.</summary>
    public static CacheRule Change { get; } = new("", "private, no-cache", OfForm, "no-store");
}
