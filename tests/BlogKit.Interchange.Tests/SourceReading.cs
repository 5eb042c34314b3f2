namespace BlogKit.Interchange;

/// <summary>Reads a source to its end.</summary>
internal static class SourceReading
{
    public static async Task<List<ImportItem>> ReadAsync(IImportSource source, CancellationToken cancellationToken = default)
    {
        List<ImportItem> items = [];
        await ReadIntoAsync(source, items, cancellationToken);
        return items;
    }

    /// <summary>Reads into a list that keeps what came before an error.</summary>
    public static async Task ReadIntoAsync(IImportSource source, ICollection<ImportItem> items, CancellationToken cancellationToken = default)
    {
        await foreach (var item in source.ReadItemsAsync(cancellationToken))
        {
            items.Add(item);
        }
    }
}
