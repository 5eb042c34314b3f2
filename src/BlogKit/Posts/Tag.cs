using System.Diagnostics.CodeAnalysis;
using BlogKit.Internal;

namespace BlogKit;

/// <summary>
/// A tag. Two tags with the same slug are the same tag; names that only lose what tells them apart in a slug (C and C@) get numbered slugs
/// when a post is saved.
/// </summary>
/// <param name="Name">As written by the author.</param>
/// <param name="Slug">Its place in URLs, made from the name.</param>
public sealed record Tag(string Name, Slug Slug)
{
    /// <summary>
    /// Makes a tag from its name, trimmed. Signs at the end or beginning of words are spelled out: C# is at <c>csharp</c>, C++ at
    /// <c>cpp</c>, .NET at <c>dotnet</c>.
    /// </summary>
    public static Tag From(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new Tag(name.Trim(), TagNames.SlugOf(name));
    }

    /// <summary>
    /// Finds the slug that an address means, as <see cref="Slug.TryFold"/> does, with the signs of names spelled out: <c>C#</c> means
    /// <c>csharp</c>.
    /// </summary>
    public static bool TryFold([NotNullWhen(true)] string? text, out Slug slug) =>
        Slug.TryParse(text, out slug) || (Slug.TryFold(text, out slug) && Slug.TryParse(TagNames.SlugOf(text).Value, out slug));
}
