namespace BlogKit;

/// <summary>Limits and windows of comments.</summary>
public sealed class CommentOptions
{
    /// <summary>The longest text, in characters (UTF-16 code units). Default 10,000; 1 to 1,000,000.</summary>
    public int MaximumLength { get; set; } = 10_000;

    /// <summary>The longest guest name. Default 100; 1 to 1,000.</summary>
    public int MaximumNameLength { get; set; } = 100;

    /// <summary>The longest e-mail address. Default 254, the most SMTP carries (RFC 5321 with erratum 1690).</summary>
    public int MaximumEmailLength { get; set; } = 254;

    /// <summary>The longest address of a guest's site. Default 500.</summary>
    public int MaximumUrlLength { get; set; } = 500;

    /// <summary>The longest user agent that is kept, in characters; the rest is cut. Default 254.</summary>
    public int MaximumUserAgentLength { get; set; } = 254;

    /// <summary>
    /// The greatest depth of a reply, in steps from the root. Default 1,000; null = without limit. What a page shows is
    /// <see cref="ThreadOptions.DisplayDepth"/>.
    /// </summary>
    public int? MaximumDepth { get; set; } = 1_000;

    /// <summary>Whether guests must give a name. Default true; without one they are called <see cref="AnonymousName"/>.</summary>
    public bool RequireName { get; set; } = true;

    /// <summary>Whether guests must give an e-mail address. Default true.</summary>
    public bool RequireEmail { get; set; } = true;

    /// <summary>Whether guests may comment at all. Default true.</summary>
    public bool AllowGuests { get; set; } = true;

    /// <summary>The name of a guest who gave none. Default <c>Anonymous</c>.</summary>
    public string AnonymousName { get; set; } = "Anonymous";

    /// <summary>How long after submission the writer may edit and withdraw. Default 15 minutes; zero = not at all.</summary>
    public TimeSpan EditWindow { get; set; } = TimeSpan.FromMinutes(15);
}
