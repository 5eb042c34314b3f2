using BlogKit.Moderation;

namespace BlogKit;

/// <summary>Counts comments in windows: one command for all of them.</summary>
internal static class ActivityCounts
{
    /// <summary>Where counting stops when nothing needs a higher number.</summary>
    private const int Enough = 1_000;

    /// <summary>Whether one of the limits is reached.</summary>
    public static bool Exceed(SqliteSession session, ImmutableArray<ActivityLimit> limits, long blog, long post)
    {
        var counts = Read(session, [.. limits.Select(static l => l.Window)], blog, post, without: 0, limits.Max(static l => l.Maximum));
        return limits.Zip(counts).Any(static l => l.Second >= l.First.Maximum);
    }

    public static ImmutableArray<ActivityCount> Read(
        SqliteSession session, ImmutableArray<ActivityWindow> windows, long blog, long post, long without) =>
        windows.IsDefaultOrEmpty
            ? []
            : [.. windows.Zip(
                Read(session, windows, blog, post, without, Enough), static (window, count) => new ActivityCount(window, count))];

    private static int[] Read(SqliteSession session, ImmutableArray<ActivityWindow> windows, long blog, long post, long without, int enough)
    {
        var counts = new int[windows.Length];
        ImmutableArray<AskedWindow> asked = [.. windows.Select(
            static w => new AskedWindow((int)w.Scope, w.Key, w.Since.UtcTicks, (w.Until ?? DateTimeOffset.MaxValue).UtcTicks))];
        using var row = session.Use(FactsSql.Activity)
            .With(StoreJson.List(asked, StoreJson.Default.ImmutableArrayAskedWindow))
            .With(blog)
            .With(post)
            .With(without)
            .With(enough);
        while (row.Step())
        {
            counts[row.Int32(0)] = row.Int32(1);
        }

        return counts;
    }
}
