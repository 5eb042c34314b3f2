using System.Collections.Immutable;

namespace BlogKit.AspNetCore;

/// <summary>An author as readers may know them: without the e-mail address, the account and what they may do. Immutable.</summary>
public sealed record ReaderAuthor
{
    /// <summary>The author's identity; authorship marks compare this, never a name.</summary>
    public required AuthorId Id { get; init; }

    /// <summary>Their place in URLs.</summary>
    public required Slug Slug { get; init; }

    /// <summary>The name shown.</summary>
    public required string DisplayName { get; init; }

    /// <summary>Degrees, offices, honours, as one line; null for none.</summary>
    public string? Credentials { get; init; }

    /// <summary>About the author, as safe HTML; empty for nothing.</summary>
    public string BioHtml { get; init; } = "";

    /// <summary>The picture; null for none.</summary>
    public Uri? AvatarUrl { get; init; }

    /// <summary>Links in order.</summary>
    public ImmutableArray<AuthorLink> Links { get; init; } = [];

    /// <summary>What readers may know of a stored author.</summary>
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
