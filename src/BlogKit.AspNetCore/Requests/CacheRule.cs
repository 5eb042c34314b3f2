namespace BlogKit.AspNetCore.Endpoints;

/// <summary>The rule for caching an endpoint's answers: the values of <c>Cache-Control</c> that it may send.</summary>
/// <param name="Values">The values; an empty one for no header. What is sent the handler says: the rule is what documents and tests hold it
/// to.</param>
public sealed record CacheRule(params ImmutableArray<string> Values)
{
    /// <summary>
    /// What nobody keeps. In the words of the framework's antiforgery service, which would otherwise overrule others and warn about it on
    /// every page.
    /// </summary>
    internal const string OfForm = "no-cache, no-store";

    /// <summary>
    /// A page for everybody; for somebody who is recognised, of their own, and never kept when it holds the token of a form.
    /// </summary>
    internal static CacheRule Page { get; } = new("no-cache", "private, no-cache", OfForm);

    /// <summary>The rule for answers that depend on the caller, or belong to the desk: never kept.</summary>
    public static CacheRule Never { get; } = new(OfForm, "no-store");

    /// <summary>The rule for feeds and sitemaps: may be kept and is asked for again.</summary>
    public static CacheRule Asked { get; } = new("no-cache");

    /// <summary>Its address changes with its content.</summary>
    internal static CacheRule Forever { get; } = new("public, max-age=31536000, immutable");

    /// <summary>An asset: for ever under the address that pages give, asked for again under its plain name.</summary>
    internal static CacheRule Asset { get; } = new([.. Forever.Values, "no-cache"]);

    /// <summary>A script that other sites name without its hash.</summary>
    internal static CacheRule Hour { get; } = new("public, max-age=3600");

    internal static CacheRule Day { get; } = new("public, max-age=86400");

    /// <summary>A picture that a service gave for one comment.</summary>
    internal static CacheRule OwnDay { get; } = new("private, max-age=86400");

    /// <summary>Data for whoever asks.</summary>
    internal static CacheRule Own { get; } = new("private, no-cache");

    /// <summary>Data of the desk.</summary>
    internal static CacheRule OwnNever { get; } = new("private, no-store");

    /// <summary>The rule for the answer to a change: a redirect, a page with the reason why not, or a part of one.</summary>
    public static CacheRule Change { get; } = new("", "private, no-cache", OfForm, "no-store");
}
