using System.Collections.ObjectModel;
using BlogKit.AspNetCore;

namespace BlogKit.OpenWeb;

/// <summary>The options of WebSub, Webmention and editing programs. Not to be changed after the host started.</summary>
public sealed class OpenWebOptions
{
    /// <summary>
    /// WebSub hubs (W3C Recommendation, 23 January 2018) that the blog's feeds name and that are told when a public post is published or
    /// changed. Default none. Absolute http or https addresses; the blog needs a <see cref="Blog.BaseUrl"/>.
    /// </summary>
    public IList<Uri> WebSubHubs { get; } = new Collection<Uri>();

    /// <summary>
    /// Whether other sites may tell of links to posts by Webmention. Default false: this server then asks others because strangers say so,
    /// which its owner should have decided.
    /// </summary>
    public bool ReceiveWebmentions { get; set; }

    /// <summary>
    /// Whether a mention is shown as soon as no moderation policy objects, like a comment. Default false: every mention is held until a
    /// moderator approves it.
    /// </summary>
    public bool ApproveWebmentions { get; set; }

    /// <summary>
    /// Whether the sites a public post links to are told of it by Webmention. Default false. The blog needs a <see cref="Blog.BaseUrl"/>.
    /// </summary>
    public bool SendWebmentions { get; set; }

    /// <summary>The number of links of one post whose sites are told. Default 50; 1 to 500.</summary>
    public int MaximumMentionsPerPost { get; set; } = 50;

    /// <summary>
    /// The number of requests that wait to be fetched or told, of each kind; more are refused (Webmention: 503). Kept in memory. Default
    /// 500; 1 to 100,000.
    /// </summary>
    public int QueueLength { get; set; } = 500;

    /// <summary>
    /// The number of attempts to tell a site before it is given up. Default 5; 1 to 10. The wait between doubles from
    /// <see cref="RetryAfter"/> on.
    /// </summary>
    public int Attempts { get; set; } = 5;

    /// <summary>The wait before the second attempt. Default 30 seconds; above 0, at most 1 hour.</summary>
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The longest time one request to another site may take, redirects and body included. Default 10 seconds; above 0, at most 2 minutes.
    /// </summary>
    public TimeSpan FetchTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// The largest part of another site's page that is read, in bytes after decompression; a longer one is refused. Default 1 MiB; 1 KiB to
    /// 16 MiB.
    /// </summary>
    public int MaximumFetchBytes { get; set; } = 1024 * 1024;

    /// <summary>The number of redirects that are followed, each checked like the first address. Default 5; 0 to 20.</summary>
    public int MaximumRedirects { get; set; } = 5;

    /// <summary>
    /// The largest request of an editing program (Micropub, MetaWeblog). Default 2 MiB; 16 KiB to 64 MiB. A picture in a MetaWeblog call
    /// stands in it as base64, in four bytes for three, and is read before anybody has proved who they are; one sent to Micropub's media
    /// endpoint has the limit of <see cref="MediaOptions.MaximumLength"/>.
    /// </summary>
    public int MaximumEditorBytes { get; set; } = 2 * 1024 * 1024;

    internal FetchBounds Bounds => new()
    {
        Timeout = FetchTimeout,
        MaximumBytes = MaximumFetchBytes,
        MaximumRedirects = MaximumRedirects,
        UserAgent = "BlogKit (Webmention, WebSub)",
    };

    internal void Check(ICollection<string> failures)
    {
        if (!WebSubHubs.All(static hub => hub.IsAbsoluteUri && hub.Scheme is "http" or "https"))
        {
            failures.Add("OpenWebOptions.WebSubHubs must hold absolute http or https addresses.");
        }

        OptionChecks.CheckRange(failures, "OpenWebOptions.MaximumMentionsPerPost", MaximumMentionsPerPost, 1, 500);
        OptionChecks.CheckRange(failures, "OpenWebOptions.QueueLength", QueueLength, 1, 100_000);
        OptionChecks.CheckRange(failures, "OpenWebOptions.Attempts", Attempts, 1, 10);

        if (RetryAfter <= TimeSpan.Zero || RetryAfter > TimeSpan.FromHours(1))
        {
            failures.Add("OpenWebOptions.RetryAfter must be above 0 and at most 1 hour.");
        }

        if (FetchTimeout <= TimeSpan.Zero || FetchTimeout > TimeSpan.FromMinutes(2))
        {
            failures.Add("OpenWebOptions.FetchTimeout must be above 0 and at most 2 minutes.");
        }

        if (MaximumFetchBytes is < 1024 or > 16 * 1024 * 1024)
        {
            failures.Add("OpenWebOptions.MaximumFetchBytes must be between 1 KiB and 16 MiB.");
        }

        OptionChecks.CheckRange(failures, "OpenWebOptions.MaximumRedirects", MaximumRedirects, 0, 20);

        if (MaximumEditorBytes is < 16 * 1024 or > 64 * 1024 * 1024)
        {
            failures.Add("OpenWebOptions.MaximumEditorBytes must be between 16 KiB and 64 MiB.");
        }
    }
}
