namespace BlogKit.Interchange;

/// <summary>The words of a post for search engines. Null means that it said nothing.</summary>
/// <param name="Title">The title.</param>
/// <param name="Description">The description.</param>
/// <param name="CanonicalUrl">The address of the original.</param>
/// <param name="NoIndex">Whether it asks to be left out.</param>
public sealed record ImportedSeo(string? Title, string? Description, string? CanonicalUrl, bool NoIndex);
