namespace BlogKit.AspNetCore;

/// <summary>
/// The options for keeping finished pages in memory, for readers who have no cookie of the blog and are not signed in. A page is dropped as
/// soon as something on it changes in this process, and made anew after <see cref="Lifetime"/>, which bounds how long a change made by
/// another process, or one that time brings (a scheduled post), stays unseen.
/// </summary>
public sealed class PageCacheOptions
{
    /// <summary>Whether pages are kept. Default true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>The longest time a page is shown without being made anew. Default 10 seconds; above zero, at most one hour.</summary>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// The longest time a kept page is still shown after a new comment, a vote or a reaction under its post. Above zero, a page under which
    /// many people write is made once in that time and not after each of them, and readers are told of new comments that much later.
    /// Whoever writes is recognised, where the browser keeps cookies, and sees what they wrote at once; what is changed or taken away is
    /// never shown longer. Default zero; at most 10 seconds.
    /// </summary>
    public TimeSpan CommentDelay { get; set; }

    /// <summary>The most memory the kept pages take, in bytes, compressed forms included. Default 64 MB; at least 1 MB.</summary>
    public long SizeLimit { get; set; } = 64L * 1024 * 1024;

    /// <summary>
    /// The most memory the kept markup of comments takes, in bytes: a page that is made copies what did not change. Default 16 MB; at least
    /// 1 MB.
    /// </summary>
    public long CommentSizeLimit { get; set; } = 16L * 1024 * 1024;

    /// <summary>
    /// The parameters of addresses that the application's own layout or views read, such as <c>theme</c>: a page asked for with one of them
    /// is made for its reader alone. Any other parameter that the blog does not know has no effect on a page. Default none.
    /// </summary>
    public IList<string> OwnParameters { get; } = [];

    internal void Check(ICollection<string> failures)
    {
        if (Lifetime <= TimeSpan.Zero || Lifetime > TimeSpan.FromHours(1))
        {
            failures.Add("BlogKitWebOptions.PageCache.Lifetime must be above zero and at most one hour.");
        }

        if (CommentDelay < TimeSpan.Zero || CommentDelay > TimeSpan.FromSeconds(10))
        {
            failures.Add("BlogKitWebOptions.PageCache.CommentDelay must be at least zero and at most 10 seconds.");
        }

        if (SizeLimit < 1024 * 1024)
        {
            failures.Add("BlogKitWebOptions.PageCache.SizeLimit must be at least 1 MB (1048576).");
        }

        if (CommentSizeLimit < 1024 * 1024)
        {
            failures.Add("BlogKitWebOptions.PageCache.CommentSizeLimit must be at least 1 MB (1048576).");
        }
    }
}
