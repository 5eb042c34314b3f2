namespace BlogKit.AspNetCore;

/// <summary>
/// The names of the rate limits on BlogKit's endpoints. <c>AddRateLimits</c> defines them with sensible defaults, or the application defines policies of these names itself
/// and says so with <c>AddRateLimits(o =&gt; o.UseOwnPolicies = true)</c>. They take effect where the application calls <c>UseRateLimiter()</c>.
/// </summary>
public static class BlogKitRateLimits
{
    /// <summary>Reading through the API: <c>BlogKit.Read</c>.</summary>
    public const string Read = "BlogKit.Read";

    /// <summary>Adding and changing comments: <c>BlogKit.Comment</c>.</summary>
    public const string Comment = "BlogKit.Comment";

    /// <summary>Every other change, readers' votes as well as authors' and moderators' work: <c>BlogKit.Write</c>.</summary>
    public const string Write = "BlogKit.Write";

    /// <summary>Search: <c>BlogKit.Search</c>.</summary>
    public const string Search = "BlogKit.Search";
}
