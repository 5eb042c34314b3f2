using System.Buffers;
using System.Collections.Frozen;

namespace BlogKit.Internal;

/// <summary>
/// The ids that belong to the pages: no heading, footnote or attribute of an author's text gets one of them. What a page of BlogKit's own
/// names its parts has to be in here; a test looks at every component.
/// </summary>
internal static class AnchorNames
{
    /// <summary>What is put before a name that is the page's.</summary>
    public const string Moved = "section-";

    private const string Comment = "comment-";

    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdefABCDEF");

    private static readonly FrozenSet<string> Taken =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "bk", "content", "comments", "respond");

    /// <summary>
    /// Whether a page may have an element of that id: its parts, everything that begins with <c>bk-</c>, and every comment.
    /// </summary>
    public static bool IsReserved(ReadOnlySpan<char> id) =>
        Taken.GetAlternateLookup<ReadOnlySpan<char>>().Contains(id)
        || id.StartsWith("bk-", StringComparison.OrdinalIgnoreCase)
        || (id.StartsWith(Comment, StringComparison.OrdinalIgnoreCase)
            && id.Length == Comment.Length + 32
            && !id[Comment.Length..].ContainsAnyExcept(Hexadecimal));
}
