namespace BlogKit.AspNetCore;

/// <summary>
/// The names of the rate limits on BlogKit's endpoints. They act without configuration; <c>AddRateLimits</c> changes their numbers or
/// switches them off. An application that defines policies of these names itself (<c>AddRateLimiter</c>) says so with
/// <c>AddRateLimits(o =&gt; o.UseOwnPolicies = true)</c>.
/// </summary>
public static class BlogKitRateLimits
{
    /// <summary>Reading through the API: <c>BlogKit.Read</c>.</summary>
    public const string Read = "BlogKit.Read";

    /// <summary>Adding, changing and withdrawing comments, and appeals: <c>BlogKit.Comment</c>.</summary>
    public const string Comment = "BlogKit.Comment";

    /// <summary>Votes, reactions and reports, counted together: <c>BlogKit.Feedback</c>.</summary>
    public const string Feedback = "BlogKit.Feedback";

    /// <summary>Previews of a text before it is sent: <c>BlogKit.Preview</c>.</summary>
    public const string Preview = "BlogKit.Preview";

    /// <summary>Changes by authors' and moderators' programs: <c>BlogKit.Write</c>.</summary>
    public const string Write = "BlogKit.Write";

    /// <summary>Forms that authors and moderators send from the pages of the desk: <c>BlogKit.Desk</c>.</summary>
    public const string Desk = "BlogKit.Desk";

    /// <summary>
    /// Search, on its page and through the API, and looking up comments by their numbers of before: <c>BlogKit.Search</c>.
    /// </summary>
    public const string Search = "BlogKit.Search";

    /// <summary>Mentions from other sites: <c>BlogKit.Mention</c>.</summary>
    public const string Mention = "BlogKit.Mention";

    /// <summary>Opening streams of news: <c>BlogKit.Live</c>.</summary>
    public const string Live = "BlogKit.Live";

    /// <summary>Wrong passwords, of protected posts and of older editing programs: <c>BlogKit.Password</c>.</summary>
    public const string Password = "BlogKit.Password";
}
