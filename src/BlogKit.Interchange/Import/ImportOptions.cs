namespace BlogKit.Interchange;

/// <summary>The options of one import. Read when it begins; changing them afterwards has no effect.</summary>
public sealed class ImportOptions
{
    /// <summary>Whether everything is read, converted and reported, and nothing is written, fetched or kept. Default false.</summary>
    public bool IsDryRun { get; set; }

    /// <summary>The choice for what was changed both here and at the source. Default: what is here stays.</summary>
    public EditedHere WhenEditedHere { get; set; }

    /// <summary>
    /// The map of the source's authors and old addresses to what they are here; null maps nothing: authors are made anew, and addresses
    /// lead to what was imported.
    /// </summary>
    public ImportMap? Map { get; set; }

    /// <summary>Whether posts that are in the trash there are brought as drafts. Default false: they are refused.</summary>
    public bool BringsTrash { get; set; }

    /// <summary>
    /// The folder in which the contents of pictures and files lie, by the path of their address or the end of it; null for none. Links that
    /// lead out of it are not followed.
    /// </summary>
    public string? MediaFolder { get; set; }

    /// <summary>
    /// Whether pictures and files that are not in <see cref="MediaFolder"/> are fetched from the old site, by the guarded client, which
    /// asks no private address. Default false.
    /// </summary>
    public bool FetchesMedia { get; set; }

    /// <summary>The most pictures and files that are fetched. Default 10,000; at least 0.</summary>
    public int MaximumFetches { get; set; } = 10_000;

    /// <summary>The most bytes that are fetched in all. Default 4 GiB; at least 0.</summary>
    public long MaximumFetchedLength { get; set; } = 4L << 30;

    /// <summary>The longest time for all fetching together. Default 1 hour; above zero.</summary>
    public TimeSpan MaximumFetchTime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The limits of a single picture or file. Default: pictures as everywhere, and files that are none, to 100 MiB.</summary>
    public MediaLimits MediaLimits { get; set; } = new() { TakesFiles = true };

    /// <summary>
    /// Returns the address that texts have for a stored file, by its name. Default: <c>/blog/media/NAME</c>. Set it when the blog is
    /// elsewhere.
    /// </summary>
    public Func<string, string> MediaAddress { get; set; } = static name => "/blog/media/" + name;

    /// <summary>
    /// The age from which network addresses and browsers of commenters are left out, counted from when they wrote; the report says how
    /// many. Default 30 days; null keeps all, zero none.
    /// </summary>
    public TimeSpan? AddressAge { get; set; } = TimeSpan.FromDays(30);

    /// <summary>The number of comments that are written in one transaction. Default 500; 1 to 1,000.</summary>
    public int BatchSize { get; set; } = 500;

    /// <summary>
    /// The most comments that wait in memory for the one they answer. Where more wait, the source is read again. Default 10,000; at least
    /// 1.
    /// </summary>
    public int MaximumWaiting { get; set; } = 10_000;

    internal static void Check(ImportOptions options)
    {
        if (options.FindProblem() is { } problem)
        {
            throw new ArgumentException(problem, nameof(options));
        }
    }

    private string? FindProblem() =>
        BatchSize is < 1 or > 1_000 ? "BatchSize is 1 to 1,000."
        : MaximumWaiting < 1 ? "MaximumWaiting is at least 1."
        : MaximumFetches < 0 ? "MaximumFetches is not negative."
        : MaximumFetchedLength < 0 ? "MaximumFetchedLength is not negative."
        : MaximumFetchTime <= TimeSpan.Zero ? "MaximumFetchTime is above zero."
        : AddressAge < TimeSpan.Zero ? "AddressAge is not negative."
        : MediaLimits is null || MediaAddress is null ? "MediaLimits and MediaAddress are not null."
        : !Enum.IsDefined(WhenEditedHere) ? "WhenEditedHere is none of the choices."
        : null;
}
