using BlogKit.Internal;

namespace BlogKit;

/// <summary>The writer of a comment, as they were when they wrote it.</summary>
public sealed record Commenter
{
    /// <summary>The kind of writer: guest, user or author.</summary>
    public CommenterKind Kind { get; init; }

    /// <summary>The name shown; empty only after a purge.</summary>
    // Older versions stored the e-mail address of an account as its name; such a name is not shown.
    public required string Name { get => Kind is CommenterKind.User && ShownName.IsAddress(field) ? ShownName.Neutral : field; init; }

    /// <summary>The e-mail address, never shown and never in the API's answers; null when unknown.</summary>
    public string? Email { get; init; }

    /// <summary>The guest's own site, http or https; null for none.</summary>
    public Uri? Url { get; init; }

    /// <summary>The picture; null for none.</summary>
    public Uri? AvatarUrl { get; init; }

    /// <summary>The application's key of the user; null unless <see cref="Kind"/> is <see cref="CommenterKind.User"/>.</summary>
    public string? UserKey { get; init; }

    /// <summary>The author; null unless <see cref="Kind"/> is <see cref="CommenterKind.Author"/>.</summary>
    public AuthorId? AuthorId { get; init; }

    /// <summary>
    /// The key that tells this commenter from others across comments: <c>author:ID</c>, <c>user:KEY</c> or <c>email:ADDRESS</c> in lower
    /// case; null for a guest without an address, who has no history.
    /// </summary>
    public string? HistoryKey => Kind switch
    {
        CommenterKind.Author => ActorKey.Author(AuthorId.GetValueOrDefault()).ToString(),
        CommenterKind.User => string.IsNullOrWhiteSpace(UserKey) ? null : ActorKey.User(UserKey).ToString(),
        _ => string.IsNullOrEmpty(Email) ? null : $"email:{Email.ToLowerInvariant()}",
    };
}
