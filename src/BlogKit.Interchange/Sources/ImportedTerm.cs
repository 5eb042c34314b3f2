namespace BlogKit.Interchange;

/// <summary>The name under which a post names a category, tag or author.</summary>
/// <param name="OriginalId">The original identifier of the category, tag or author, which need not be an item of the source.</param>
/// <param name="Name">Its name, for one that is no item; never empty.</param>
public sealed record ImportedTerm(string OriginalId, string Name);
