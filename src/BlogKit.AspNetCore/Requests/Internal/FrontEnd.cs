using System.Text.RegularExpressions;

namespace BlogKit.AspNetCore.Internal;

/// <summary>The patterns of a front end's addresses, read once. Immutable.</summary>
internal sealed partial class FrontEnd
{
    private readonly string? _home;
    private readonly string? _post;
    private readonly string? _comment;
    private readonly Dictionary<string, string?> _lists;

    private FrontEnd(FrontEndAddresses addresses)
    {
        _home = addresses.Home;
        _post = addresses.Post;
        _comment = addresses.Comment ?? (_post is null ? null : _post.Split('#')[0] + "#comment-{id}");
        _lists = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["tag"] = addresses.Tag,
            ["category"] = addresses.Category,
            ["author"] = addresses.Author,
            ["series"] = addresses.Series,
        };
    }

    /// <summary>Null when no address is given.</summary>
    /// <exception cref="ArgumentException">A pattern is no address, or has other places than it may; the message names it.</exception>
    public static FrontEnd? Read(FrontEndAddresses addresses)
    {
        Check(nameof(addresses.Home), addresses.Home);
        Check(nameof(addresses.Post), addresses.Post, "{slug}");
        Check(nameof(addresses.Comment), addresses.Comment, "{id}", "{slug}");
        Check(nameof(addresses.Tag), addresses.Tag, "{slug}");
        Check(nameof(addresses.Category), addresses.Category, "{slug}");
        Check(nameof(addresses.Author), addresses.Author, "{slug}");
        Check(nameof(addresses.Series), addresses.Series, "{slug}");
        var frontEnd = new FrontEnd(addresses);
        return frontEnd is { _home: null, _post: null, _comment: null } && frontEnd._lists.Values.All(static p => p is null)
            ? null
            : frontEnd;
    }

    /// <summary>The address of what BlogKit has below a path of its own; null for what the front end does not show.</summary>
    /// <param name="path">Without the blog's prefix, percent-encoded.</param>
    public string? Find(string path)
    {
        if (path.AsSpan().ContainsAny('?', '#'))
        {
            return null;
        }

        return path.Trim('/').Split('/') switch
        {
            [""] => _home,
            [var slug] when !slug.Contains('.', StringComparison.Ordinal) && !ReservedSlugs.All.Contains(slug, StringComparer.Ordinal) =>
                Fill(_post, slug),
            [var list, var slug] when _lists.TryGetValue(list, out var pattern) => Fill(pattern, slug),
            _ => null,
        };
    }

    /// <summary>The address of a comment; null when the front end has none.</summary>
    public string? FindComment(CommentId id, Slug slug) =>
        _comment?.Replace(
            "{id}", id.ToString(), StringComparison.Ordinal).Replace("{slug}", Uri.EscapeDataString(slug.Value), StringComparison.Ordinal);

    private static string? Fill(string? pattern, string slug) => pattern?.Replace("{slug}", slug, StringComparison.Ordinal);

    // The first place must be there, the others may.
    private static void Check(string name, string? pattern, params string[] places)
    {
        if (pattern is null)
        {
            return;
        }

        if (!Uri.TryCreate(Place().Replace(pattern, "x"), UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            throw new ArgumentException(
                $"BlogKitMapOptions.FrontEnd.{name} must be an absolute http or https address, and is '{pattern}'.", nameof(pattern));
        }

        var found = Place().Matches(pattern).Select(static m => m.Value).ToArray();
        if (found.Except(places, StringComparer.Ordinal).Any() || (places.Length > 0 && !found.Contains(places[0], StringComparer.Ordinal)))
        {
            throw new ArgumentException(
                places.Length == 0
                    ? $"BlogKitMapOptions.FrontEnd.{name} has no places to fill, and is '{pattern}'."
                    : $"BlogKitMapOptions.FrontEnd.{name} must hold {places[0]}{(places.Length > 1 ? " and may hold " + places[1] : "")}, "
                        + $"and is '{pattern}'.",
                nameof(pattern));
        }
    }

    [GeneratedRegex("\\{[^}]*\\}", RegexOptions.None, 1_000)]
    private static partial Regex Place();
}
