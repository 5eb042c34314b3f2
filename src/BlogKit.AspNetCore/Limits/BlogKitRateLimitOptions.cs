namespace BlogKit.AspNetCore;

/// <summary>
/// The number of requests of each kind that one caller may send per <see cref="Window"/>: a signed-in user, or a network (an IPv4 address,
/// the first 64 bits of an IPv6 address). Each number is at least 1. Not to be changed after the host started.
/// </summary>
public sealed class BlogKitRateLimitOptions
{
    /// <summary>
    /// Whether there are limits. Default true. Switch them off where something before the application limits, or where a test sends faster
    /// than people.
    /// </summary>
    public bool Enabled { get; set; } = true;

    /// <summary>The length of the sliding window of all limits but that of passwords. Default one minute; one second to one day.</summary>
    public TimeSpan Window { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Requests that read through the API. Default 3,000: a front end's own server asks for all of its readers.</summary>
    public int Read { get; set; } = 3_000;

    /// <summary>
    /// Comments sent, changed or withdrawn, and appeals, taken or not. Default 30. The flood policy of moderation, which is stricter,
    /// limits how many are taken.
    /// </summary>
    public int Comment { get; set; } = 30;

    /// <summary>Votes, reactions and reports together. Default 120.</summary>
    public int Feedback { get; set; } = 120;

    /// <summary>Previews of a comment. Default 120.</summary>
    public int Preview { get; set; } = 120;

    /// <summary>Changes by authors' and moderators' programs. Default 600.</summary>
    public int Write { get; set; } = 600;

    /// <summary>
    /// Forms that an author or moderator sends from the pages of the desk, with those that the editor sends by itself (it keeps what is
    /// typed, and shows a preview). Default 600.
    /// </summary>
    public int Desk { get; set; } = 600;

    /// <summary>Searches, and lookups of the numbers that comments had before the blog moved. Default 120.</summary>
    public int Search { get; set; } = 120;

    /// <summary>Mentions. Default 120.</summary>
    public int Mention { get; set; } = 120;

    /// <summary>Streams of news that are opened. Default 600. <see cref="LiveOptions"/> limits how many are open at a time.</summary>
    public int Live { get; set; } = 600;

    /// <summary>
    /// Wrong passwords from one network per <see cref="PasswordWindow"/>, for each protected post, and for each blog's older editing
    /// programs. Default 20. Right ones do not count; after so many wrong ones none is tried from that network until the window has passed.
    /// Other networks are not affected.
    /// </summary>
    public int Password { get; set; } = 20;

    /// <summary>The sliding window of <see cref="Password"/>. Default ten minutes; one second to one day.</summary>
    public TimeSpan PasswordWindow { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Whether the application defines the policies of <see cref="BlogKitRateLimits"/> itself (<c>AddRateLimiter</c>), each of them: the
    /// endpoints then ask for them, BlogKit defines none, and they act where the application calls <c>UseRateLimiter()</c>. Default false.
    /// </summary>
    public bool UseOwnPolicies { get; set; }
}
