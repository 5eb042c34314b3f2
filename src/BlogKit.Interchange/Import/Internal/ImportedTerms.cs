namespace BlogKit.Interchange.Internal;

/// <summary>Names of posts' authors.</summary>
internal static class ImportedTerms
{
    /// <summary>The identifier of the author that signs for posts without one.</summary>
    public const string SiteAuthor = "(site)";

    /// <summary>The author that signs for posts without one, by the name of the site.</summary>
    public static ImportedTerm OfSite(ImportedSite site) => new(SiteAuthor, site.Name.Length > 0 ? site.Name : "Editors");
}
