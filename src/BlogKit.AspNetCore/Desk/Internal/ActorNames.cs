using BlogKit.AspNetCore.Endpoints;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Who did something, in words. The log has keys.</summary>
internal static class ActorNames
{
    /// <summary>The names of the blog's authors by their keys. One command.</summary>
    public static async Task<ImmutableDictionary<ActorKey, string>> ReadAsync(AuthorService authors, BlogRequest request)
    {
        var all = await authors.ListAllAsync(request.Blog.Id, request.Aborted).ConfigureAwait(false);
        return all.ToImmutableDictionary(static a => ActorKey.Author(a.Id), static a => a.DisplayName);
    }

    /// <summary>The name of an author; a word for the application and for guests; else the key.</summary>
    public static string Of(ActorKey key, ImmutableDictionary<ActorKey, string> names, BlogText text) =>
        names.TryGetValue(key, out var name) ? name : key.Kind switch
        {
            ActorKind.System => text["desk.by-system"],
            ActorKind.Anonymous => text["desk.by-nobody"],
            ActorKind.Guest => text["desk.by-guest"],
            _ => key.ToString(),
        };
}
