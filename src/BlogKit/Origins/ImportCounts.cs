namespace BlogKit;

/// <summary>The items of an import's source, by what became of them. Each is counted once, so the sum is the number of items.</summary>
public sealed record ImportCounts
{
    /// <summary>Nothing counted.</summary>
    public static ImportCounts None { get; } = new();

    /// <summary>Items that were new.</summary>
    public long Imported { get; init; }

    /// <summary>Items that were there and are now as at the source.</summary>
    public long Updated { get; init; }

    /// <summary>Items that were there as they are at the source.</summary>
    public long Unchanged { get; init; }

    /// <summary>Items that are another one at the source and were left as they are here.</summary>
    public long Kept { get; init; }

    /// <summary>Items that were taken in another form than the source has.</summary>
    public long Altered { get; init; }

    /// <summary>Items that were not taken.</summary>
    public long Refused { get; init; }
}
