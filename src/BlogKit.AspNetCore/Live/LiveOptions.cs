namespace BlogKit.AspNetCore;

/// <summary>
/// The options of the streams by which open pages learn of new comments: a stream of server-sent events (HTML Standard, section 9.2) for
/// each page that is open and visible.
/// </summary>
public sealed class LiveOptions
{
    /// <summary>Whether there are streams at all. Default true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>
    /// The number of streams that one process holds open; further ones are answered 503 with <c>Retry-After</c>. Default 1,000; 1 to
    /// 100,000.
    /// </summary>
    public int MaximumConnections { get; set; } = 1_000;

    /// <summary>
    /// The number of streams for one remote address; further ones are answered 503. Default 10; 1 to 100,000. Behind a proxy, let ASP.NET
    /// Core's forwarded headers tell the address.
    /// </summary>
    public int MaximumPerAddress { get; set; } = 10;

    /// <summary>The time after which a stream is ended and the browser opens another. Default 30 minutes; 10 seconds to 24 hours.</summary>
    public TimeSpan MaximumDuration { get; set; } = TimeSpan.FromMinutes(30);

    internal void Check(ICollection<string> failures)
    {
        OptionChecks.CheckRange(failures, "BlogKitWebOptions.Live.MaximumConnections", MaximumConnections, 1, 100_000);
        OptionChecks.CheckRange(failures, "BlogKitWebOptions.Live.MaximumPerAddress", MaximumPerAddress, 1, 100_000);

        if (MaximumDuration < TimeSpan.FromSeconds(10) || MaximumDuration > TimeSpan.FromHours(24))
        {
            failures.Add("BlogKitWebOptions.Live.MaximumDuration must be between 10 seconds and 24 hours.");
        }
    }
}
