namespace BlogKit;

/// <summary>How many posts of a blog were published in a month of the Gregorian calendar, in the zone asked for.</summary>
public sealed record MonthCount
{
    /// <summary>1 to 9999.</summary>
    public required int Year { get; init; }

    /// <summary>1 to 12.</summary>
    public required int Month { get; init; }

    /// <summary>At least 1.</summary>
    public required int Posts { get; init; }
}
