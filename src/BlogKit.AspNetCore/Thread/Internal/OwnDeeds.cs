using BlogKit.AspNetCore.Endpoints;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// What somebody just did with a comment, carried over the redirect after a form in the query of the address, and told in words where they
/// are led. Only to whom the blog knows: a link that somebody else made says nothing to strangers.
/// </summary>
internal static class OwnDeeds
{
    public const string Parameter = "done";
    public const string Withdrawn = "withdrawn";
    public const string Edited = "edited";
    public const string Appealed = "appealed";
    public const string Voted = "voted";
    public const string VoteTakenBack = "vote-taken-back";
    public const string Reacted = "reacted";
    public const string ReactionTakenBack = "reaction-taken-back";

    private static readonly string[] All = [Withdrawn, Edited, Appealed, Voted, VoteTakenBack, Reacted, ReactionTakenBack];

    /// <summary>The address with what was done, before its fragment.</summary>
    public static string With(string url, string? deed, CommentId? on = null)
    {
        var at = url.IndexOf('#', StringComparison.Ordinal);
        var (page, fragment) = at < 0 ? (url, "") : (url[..at], url[at..]);
        return BlogLinks.WithQuery(BlogLinks.WithQuery(page, "comment", on?.ToString()), Parameter, deed) + fragment;
    }

    /// <summary>What the address says was done; null for nothing, and for strangers.</summary>
    public static string? Read(BlogRequest request) =>
        request.Actor.Key is not null && request.FindQueryValue(Parameter) is { } deed && Array.IndexOf(All, deed) >= 0 ? deed : null;

    /// <summary>The same in words.</summary>
    public static string? Words(BlogRequest request) => Read(request) is { } deed ? request.Text["thread.done." + deed] : null;
}
