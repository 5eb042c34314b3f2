namespace BlogKit.AspNetCore.Internal;

/// <summary>Says which option is out of range.</summary>
internal static class OpenWebOptionsCheck
{
    private static readonly (string Message, Func<OpenWebOptions, bool> Holds)[] Rules =
    [
        ("WebSubHubs must hold absolute http or https addresses.", static o => o.WebSubHubs.All(static hub => hub.IsAbsoluteUri && hub.Scheme is ("http" or "https"))),
        ("MaximumMentionsPerPost must be between 1 and 500.", static o => o.MaximumMentionsPerPost is >= 1 and <= 500),
        ("QueueLength must be between 1 and 100,000.", static o => o.QueueLength is >= 1 and <= 100_000),
        ("Attempts must be between 1 and 10.", static o => o.Attempts is >= 1 and <= 10),
        ("RetryAfter must be above 0 and at most 1 hour.", static o => o.RetryAfter > TimeSpan.Zero && o.RetryAfter <= TimeSpan.FromHours(1)),
        ("FetchTimeout must be above 0 and at most 2 minutes.", static o => o.FetchTimeout > TimeSpan.Zero && o.FetchTimeout <= TimeSpan.FromMinutes(2)),
        ("MaximumFetchBytes must be between 1 KiB and 16 MiB.", static o => o.MaximumFetchBytes is >= 1024 and <= 16 * 1024 * 1024),
        ("MaximumRedirects must be between 0 and 20.", static o => o.MaximumRedirects is >= 0 and <= 20),
        ("SitemapSize must be between 100 and 50,000.", static o => o.SitemapSize is >= 100 and <= 50_000),
        ("MaximumEditorBytes must be between 16 KiB and 64 MiB.", static o => o.MaximumEditorBytes is >= 16 * 1024 and <= 64 * 1024 * 1024),
    ];

    public static IEnumerable<string> Broken(OpenWebOptions options) =>
        Rules.Where(rule => !rule.Holds(options)).Select(static rule => "BlogKitWebOptions.OpenWeb." + rule.Message);
}
