namespace BlogKit.AspNetCore.Internal;

/// <summary>A post or comment of a feed. All addresses are absolute.</summary>
/// <param name="Id">What it is known by for ever, a URI.</param>
/// <param name="Title">Plain text.</param>
/// <param name="Url">Where it is read.</param>
internal sealed record FeedEntry(string Id, string Title, string Url)
{
    /// <summary>
    /// What it was known by before it came here, which need not be a URI; null for what was written here. Atom knows URIs only.
    /// </summary>
    public string? GivenId { get; init; }

    /// <summary>What it is known by in formats that take any text.</summary>
    public string AnyId => GivenId ?? Id;

    /// <summary>What it is known by where only a URI is taken.</summary>
    public string UriId => Uri.TryCreate(GivenId, UriKind.Absolute, out var uri)
        && !uri.IsFile
        && Uri.IsWellFormedUriString(GivenId, UriKind.Absolute)
        ? GivenId
        : Id;

    /// <summary>
    /// Entries, newest first, of which no two have one identity, so that readers do not take one for the other: the oldest keeps it.
    /// </summary>
    public static ImmutableArray<FeedEntry> WithIdsOnce(IEnumerable<FeedEntry> entries)
    {
        FeedEntry[] once = [.. entries];
        var taken = once.Select(static entry => entry.Id).ToHashSet(StringComparer.Ordinal);
        for (var i = once.Length - 1; i >= 0; i--)
        {
            if (once[i].GivenId is { } given && !taken.Add(given))
            {
                once[i] = once[i] with { GivenId = null };
            }
        }

        return [.. once];
    }

    public required string Html { get; init; }

    public required string Summary { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public ImmutableArray<FeedPerson> Authors { get; init; } = [];

    public ImmutableArray<string> Categories { get; init; } = [];

    public FeedImage? Image { get; init; }

    /// <summary>How many comments are shown; null for what has none.</summary>
    public int? ShownComments { get; init; }

    /// <summary>Where its comments are read; null for none.</summary>
    public string? CommentsUrl { get; init; }

    /// <summary>The path of its comments' feed without the file; null for none.</summary>
    public string? ThreadPath { get; init; }
}
