using System.Collections.Immutable;
using BlogKit.AspNetCore.Endpoints;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Who did something, in words. The log has keys.</summary>
internal static class ActorNames
{
    /// <summary>The names of the blog's authors by their keys. One command.</summary>
    public static async Task<ImmutableDictionary<string, string>> ReadAsync(AuthorService authors, BlogRequest request)
    {
        var all = await authors.ListAllAsync(request.Blog.Id, request.Aborted).ConfigureAwait(false);
        return all.ToImmutableDictionary(static a => $"author:{a.Id}", static a => a.DisplayName, StringComparer.Ordinal);
    }

    /// <summary>The name of an author; a word for the application and for guests; else the key.</summary>
    public static string Of(string key, ImmutableDictionary<string, string> names, BlogText text) =>
        names.TryGetValue(key, out var name) ? name
        : key is "system" ? text["desk.by-system"]
        : key is "anonymous" ? text["desk.by-nobody"]
        : key.StartsWith("guest:", StringComparison.Ordinal) ? text["desk.by-guest"]
        : key;
}
