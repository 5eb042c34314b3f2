using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace BlogKit.OpenWeb.Internal;

/// <summary>
/// Reads microformats2: a root (<c>h-entry</c>, <c>h-card</c>, …) has the properties that stand in it and in no other root below it; those
/// belong to the other.
/// </summary>
internal static partial class Microformats
{
    // What a style sheet calls heights looks like a root.
    private static readonly string[] Heights =
        ["h-full", "h-screen", "h-auto", "h-px", "h-min", "h-max", "h-fit", "h-svh", "h-lvh", "h-dvh", "h-lh", "h-svw", "h-lvw", "h-dvw"];

    private static readonly string[] Contexts =
    [
        "in-reply-to", "repost-of", "repost", "like-of", "like", "bookmark-of", "bookmark", "quotation-of", "read-of", "watch-of",
        "listen-of", "play-of", "favorite-of", "follow-of", "tag-of", "checkin", "location", "author", "category", "syndication",
    ];

    public static bool IsRoot(IElement element) =>
        element.ClassList.Any(static name => Root().IsMatch(name) && Array.IndexOf(Heights, name) < 0);

    /// <summary>The elements that are properties of a root, in the order of the page.</summary>
    /// <param name="root">The root.</param>
    /// <param name="name">The property, without its prefix.</param>
    /// <param name="prefixes">The prefixes that count, such as <c>p</c>.</param>
    public static IEnumerable<IElement> Properties(IElement root, string name, params string[] prefixes)
    {
        string[] classes = [.. prefixes.Select(prefix => $"{prefix}-{name}")];
        return Owned(root).Where(element => Array.Exists(classes, element.ClassList.Contains));
    }

    /// <summary>
    /// Who speaks where an element stands: the nearest entry, or comment that another's page shows. What an entry cites, answers or likes
    /// does not speak. Null for nobody.
    /// </summary>
    public static IElement? Speaker(IElement element)
    {
        for (IElement? root = element; root is not null; root = root.ParentElement)
        {
            if (!IsRoot(root))
            {
                continue;
            }

            if (root.ClassList.Contains("h-feed"))
            {
                return null;
            }

            if ((root.ClassList.Contains("h-entry") && !IsContext(root))
                || (root.ClassList.Contains("h-cite") && (root.ClassList.Contains("u-comment") || root.ClassList.Contains("p-comment"))))
            {
                return root;
            }
        }

        return null;
    }

    /// <summary>
    /// The name of a root: the one it gives, else the one that is implied where it has no other text of its own; null for none.
    /// </summary>
    public static string? NameOf(IElement root, Func<IElement, string?> read)
    {
        if (Properties(root, "name", "p").FirstOrDefault() is { } name)
        {
            return PlainValue(name, read);
        }

        return HasText(root) ? null : Implied(root, read);
    }

    /// <summary>The value of a <c>p-</c> property.</summary>
    public static string? PlainValue(IElement element, Func<IElement, string?> read) => element.LocalName switch
    {
        "abbr" or "link" when element.GetAttribute("title") is { Length: > 0 } title => OneLine(title),
        "data" or "input" when element.GetAttribute("value") is { } value => OneLine(value),
        "img" or "area" => OneLine(element.GetAttribute("alt") ?? ""),
        _ => read(element),
    };

    /// <summary>The addresses of a root, as they stand there; the one that is implied when it gives none.</summary>
    public static IEnumerable<string> Addresses(IElement root, string name)
    {
        var given = Properties(root, name, "u").Select(AddressOf).OfType<string>().ToArray();
        if (given.Length > 0 || name is not "url")
        {
            return given;
        }

        var implied = root.LocalName is "a" or "area" ? root
            : root.Children.Where(static child => child.LocalName is "a" && !IsRoot(child)).ToArray() is [var only] ? only
            : null;
        return implied?.GetAttribute("href") is { } address ? [address] : [];
    }

    public static string? AddressOf(IElement element) => element.LocalName switch
    {
        "a" or "area" or "link" => element.GetAttribute("href"),
        "img" or "video" or "audio" or "source" => element.GetAttribute("src"),
        "data" or "input" => element.GetAttribute("value"),
        _ => element.TextContent.Trim() is { Length: > 0 } text ? text : null,
    };

    private static IEnumerable<IElement> Owned(IElement root)
    {
        var open = new Stack<IElement>(root.Children.Reverse());
        while (open.TryPop(out var element))
        {
            yield return element;
            if (!IsRoot(element))
            {
                foreach (var child in element.Children.Reverse())
                {
                    open.Push(child);
                }
            }
        }
    }

    private static bool IsContext(IElement root) => root.ClassList.Any(
        static name => name.Length > 2 && name[1] is '-' && name[0] is 'u' or 'p' && Array.IndexOf(Contexts, name[2..]) >= 0);

    private static bool HasText(IElement root) =>
        Owned(root).Any(static element => IsRoot(element)
            || element.ClassList.Any(
                static name => name.StartsWith("p-", StringComparison.Ordinal) || name.StartsWith("e-", StringComparison.Ordinal)));

    // microformats2 parsing, implied p-name: of the element itself, of its only child, of that one's only child; else its text.
    private static string? Implied(IElement root, Func<IElement, string?> read)
    {
        var inner = root;
        for (var level = 0; level < 3; level++)
        {
            if (inner.LocalName is "img" or "area" or "abbr"
                && inner.GetAttribute(inner.LocalName is "abbr" ? "title" : "alt") is { } said
                && OneLine(said) is { } implied)
            {
                return implied;
            }

            if (inner.Children.Length != 1 || IsRoot(inner.Children[0]))
            {
                break;
            }

            inner = inner.Children[0];
        }

        return read(root);
    }

    private static string? OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } line ? line : null;

    [GeneratedRegex("^h-(?:[a-z0-9]+-)?[a-z]+(?:-[a-z]+)*$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Root();
}
