namespace BlogKit;

/// <summary>
/// The source of an imported item, and what it was when it arrived. Source, kind and original identity are its key within the blog; one
/// item may have several origins, for example a comment that two systems had.
/// </summary>
public sealed record Origin
{
    /// <summary>The most characters of <see cref="Source"/>.</summary>
    public const int MaximumSourceLength = 200;

    /// <summary>The most characters of <see cref="OriginalId"/> and <see cref="ItemName"/>.</summary>
    public const int MaximumIdLength = 400;

    /// <summary>The most characters of <see cref="Address"/>.</summary>
    public const int MaximumAddressLength = 2_000;

    /// <summary>The most characters of <see cref="ContentHash"/>.</summary>
    public const int MaximumHashLength = 128;

    /// <summary>The most characters of <see cref="Extra"/>.</summary>
    public const int MaximumExtraLength = 65_536;

    /// <summary>The blog here.</summary>
    public required BlogId BlogId { get; init; }

    /// <summary>
    /// The site and system it came from, the same text in every run, such as <c>wordpress:old.example</c>: 1 to
    /// <see cref="MaximumSourceLength"/> characters, compared ordinally.
    /// </summary>
    public required string Source { get; init; }

    /// <summary>The kind of thing it is.</summary>
    public required OriginKind Kind { get; init; }

    /// <summary>
    /// Its identity at the source, such as the number of a comment: 1 to <see cref="MaximumIdLength"/> characters, compared ordinally.
    /// </summary>
    public required string OriginalId { get; init; }

    /// <summary>
    /// Its identity here: that of the post, comment, author, category or series. What has none here (a tag, a file, a subscription) has the
    /// one that its import made for it.
    /// </summary>
    public required Guid ItemId { get; init; }

    /// <summary>The name here of what has no identity: the slug of a tag, the name of a file; null for everything else.</summary>
    public string? ItemName { get; init; }

    /// <summary>
    /// The address or <c>guid</c> it had there, as the source says it; null when it had none, or when it was forgotten. At most
    /// <see cref="MaximumAddressLength"/> characters.
    /// </summary>
    public string? Address { get; init; }

    /// <summary>
    /// A hash of all that the source said of it, made in the same way in every run; empty when it was forgotten. At most
    /// <see cref="MaximumHashLength"/> characters.
    /// </summary>
    public required string ContentHash { get; init; }

    /// <summary>Its version here right after it was imported or updated; 0 for what has none.</summary>
    public required long ItemVersion { get; init; }

    /// <summary>The number of the import that brought it. Whoever updates an origin leaves it as it was.</summary>
    public required long ImportNumber { get; init; }

    /// <summary>The number of the import that wrote it last; the same as <see cref="ImportNumber"/> when none updated it.</summary>
    public required long LastImportNumber { get; init; }

    /// <summary>When it was imported or last updated (UTC).</summary>
    public required DateTimeOffset ImportedAt { get; init; }

    /// <summary>
    /// The part of what the source said for which the blog has no place, in a form that is the import's alone, JSON for example; null when
    /// there is nothing, or when it was forgotten. At most <see cref="MaximumExtraLength"/> characters.
    /// </summary>
    public string? Extra { get; init; }

    /// <summary>
    /// Says what became of the item since it was imported. A change of status (a comment that a moderator decided about) is a change here;
    /// votes and new renderings are none.
    /// </summary>
    /// <param name="contentHash">The hash of what the source says of it now.</param>
    /// <param name="itemVersion">Its version here now (0 for what has none); null when it is not there any more, or was purged.</param>
    public OriginState Judge(string contentHash, long? itemVersion)
    {
        ArgumentNullException.ThrowIfNull(contentHash);
        if (itemVersion is null || ContentHash.Length == 0)
        {
            return OriginState.DeletedHere;
        }

        var isSameThere = string.Equals(ContentHash, contentHash, StringComparison.Ordinal);
        return (isSameThere, itemVersion == ItemVersion) switch
        {
            (true, true) => OriginState.Unchanged,
            (false, true) => OriginState.ChangedThere,
            (true, false) => OriginState.EditedHere,
            _ => OriginState.ChangedOnBothSides,
        };
    }
}
