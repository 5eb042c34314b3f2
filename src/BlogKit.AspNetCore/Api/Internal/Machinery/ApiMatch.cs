using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Which versions a change may be based on, as <c>If-Match</c> said.</summary>
/// <param name="IsGiven">Whether the header was there.</param>
/// <param name="IsAny">Whether it was <c>*</c>: whatever the version is.</param>
/// <param name="Versions">The versions named by strong tags.</param>
internal sealed record ApiMatch(bool IsGiven, bool IsAny, ImmutableArray<long> Versions)
{
    private static ApiMatch None { get; } = new(false, false, []);

    public static ApiMatch Read(HttpRequest request)
    {
        if (request.Headers.IfMatch.Count == 0)
        {
            return None;
        }

        // What cannot be read is nobody's tag: it matches nothing.
        _ = EntityTagHeaderValue.TryParseStrictList(request.Headers.IfMatch.ToArray()!, out var tags);
        tags ??= [];
        return new ApiMatch(
            true,
            tags.Any(static t => t.Tag.Equals("*", StringComparison.Ordinal)),
            [.. tags.Where(static t => !t.IsWeak).Select(static t => Version(t.Tag.ToString())).OfType<long>()]);
    }

    public bool Allows(long version) => IsAny || Versions.Contains(version);

    /// <summary>Whether a GET may be answered by "not modified".</summary>
    public static bool IsUnmodified(HttpRequest request, string tag) =>
        request.Headers.IfNoneMatch.Count > 0
        && EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch.ToArray()!, out var tags)
        && tags.Any(t => t.Tag.Equals("*", StringComparison.Ordinal) || t.Tag.Equals(tag, StringComparison.Ordinal));

    private static long? Version(string tag)
    {
        var text = tag.Trim('"');
        var hyphen = text.IndexOf('-', StringComparison.Ordinal);
        return hyphen > 0 && long.TryParse(text.AsSpan(0, hyphen), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : null;
    }
}
