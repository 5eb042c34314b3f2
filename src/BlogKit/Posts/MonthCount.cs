namespace BlogKit;

/// <summary>The number of posts of a blog published in a month of the Gregorian calendar, in the zone asked for.</summary>
public sealed record MonthCount
{
    /// <summary>The year, 1 to 9999.</summary>
    public required int Year { get; init; }

    /// <summary>The month, 1 to 12.</summary>
    public required int Month { get; init; }

    /// <summary>The number of posts, at least 1.</summary>
    public required int Posts { get; init; }
}
