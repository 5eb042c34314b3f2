namespace BlogKit;

/// <summary>How many posts of a blog were published in a month of the Gregorian calendar, in the zone asked for.</summary>
/// <param name="Year">1 to 9999.</param>
/// <param name="Month">1 to 12.</param>
/// <param name="Posts">At least 1.</param>
public sealed record MonthCount(int Year, int Month, int Posts);
