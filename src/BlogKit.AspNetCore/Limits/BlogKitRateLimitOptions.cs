namespace BlogKit.AspNetCore;

/// <summary>
/// How many requests of each kind one caller may send per <see cref="Window"/>: a signed-in user, or an address (the first 64 bits of an IPv6 address).
/// Each number is at least 1. Not to be changed after the host started.
/// </summary>
public sealed class BlogKitRateLimitOptions
{
    /// <summary>The sliding window the numbers are for. Default one minute; one second to one day.</summary>
    public TimeSpan Window { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Requests that read through the API. Default 300.</summary>
    public int Read { get; set; } = 300;

    /// <summary>Comments added or changed. Default 10.</summary>
    public int Comment { get; set; } = 10;

    /// <summary>Other changes. Default 120.</summary>
    public int Write { get; set; } = 120;

    /// <summary>Searches. Default 30.</summary>
    public int Search { get; set; } = 30;

    /// <summary>
    /// Whether the application defines the policies of <see cref="BlogKitRateLimits"/> itself (<c>AddRateLimiter</c>): the endpoints then ask for them, and BlogKit defines none.
    /// Default false.
    /// </summary>
    public bool UseOwnPolicies { get; set; }
}
