using Microsoft.Net.Http.Headers;

namespace BlogKit.AspNetCore.Internal;

/// <summary>An answer that is the same for everybody.</summary>
/// <param name="Body">The bytes.</param>
/// <param name="ContentType">With the character set.</param>
/// <param name="Tag">Tells this body from every other.</param>
/// <param name="LastModified">When it changed, to the second; null when nobody knows.</param>
internal sealed record StoredAnswer(byte[] Body, string ContentType, EntityTagHeaderValue Tag, DateTimeOffset? LastModified)
{
    /// <summary>The one post whose comments are in it; null when those of any may be, or none.</summary>
    public PostId? PostId { get; init; }

    /// <summary>The header <c>Link</c>; null for none.</summary>
    public string? Link { get; init; }
}
