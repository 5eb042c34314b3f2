namespace BlogKit.AspNetCore;

/// <summary>An author as readers may know them: without the e-mail address, the account and what they may do. Immutable.</summary>
public sealed record ReaderAuthor
{
    /// <summary>The author's identity; authorship marks compare this, never a name.</summary>
    public required AuthorId Id { get; init; }

    /// <summary>The author's slug in URLs.</summary>
    public required Slug Slug { get; init; }

    /// <summary>The name shown.</summary>
    public required string DisplayName { get; init; }

    /// <summary>The author's degrees, offices and honours, as one line; null for none.</summary>
    public string? Credentials { get; init; }

    /// <summary>The biography, as safe HTML; empty for none.</summary>
    public string BioHtml { get; init; } = "";

    /// <summary>The picture; null for none.</summary>
    public Uri? AvatarUrl { get; init; }

    /// <summary>The author's links, in order.</summary>
    public ImmutableArray<AuthorLink> Links { get; init; } = [];

    /// <summary>Returns the facts about a stored author that readers may know.</summary>
    public static ReaderAuthor Of(Author author)
    {
        ArgumentNullException.ThrowIfNull(author);
        return new ReaderAuthor
        {
            Id = author.Id,
            Slug = author.Slug,
            DisplayName = author.DisplayName,
            Credentials = author.Credentials,
            BioHtml = author.BioHtml,
            AvatarUrl = author.AvatarUrl,
            Links = author.Links,
        };
    }
}
