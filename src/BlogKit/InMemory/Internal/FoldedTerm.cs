namespace BlogKit;

/// <summary>A search term as words without case and diacritics.</summary>
internal sealed class FoldedTerm(SearchTerm term)
{
    public string[] Words { get; } = [.. new FoldedText(term.Text).AllWords];

    public bool IsPrefix { get; } = term.IsPrefix;
}
