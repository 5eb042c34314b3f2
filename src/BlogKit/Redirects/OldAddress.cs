using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace BlogKit.Redirects;

/// <summary>
/// An address of the old site in the one spelling in which it is stored and looked up: path, and of its query the parameters by which
/// blogs tell pages apart. Two spellings of one address are equal: upper and lower case, percent signs and letters, a slash at the end,
/// other parameters, another order of them.
/// </summary>
public readonly record struct OldAddress
{
    /// <summary>The most characters it has.</summary>
    public const int MaximumLength = 1000;

    // Longer ones are not looked at; percent signs make nine characters of one.
    private const int MaximumWritten = 10_000;

    private readonly string? _value;

    private OldAddress(string value) => _value = value;

    /// <summary>
    /// The parameters of a query that count, in alphabetical order. All others, such as those that count visitors, are overlooked.
    /// </summary>
    public static ImmutableArray<string> Parameters { get; } =
    [
        "attachment_id", "author", "author_name", "cat", "category_name", "feed", "id", "m", "name", "p", "page_id", "pagename", "post",
        "post_id", "tag",
    ];

    private static readonly FrozenSet<string> s_parameters = Parameters.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The spelling: path, and with a question mark the query if it has one.</summary>
    public string Value => _value ?? "/";

    /// <summary>Whether it has a query.</summary>
    public bool HasQuery => Value.Contains('?', StringComparison.Ordinal);

    /// <summary>Returns the address without its query.</summary>
    public OldAddress WithoutQuery() => Value.IndexOf('?', StringComparison.Ordinal) is var query and >= 0 ? new(Value[..query]) : this;

    /// <summary>Reads an address, absolute or from its path on. A fragment and a host are overlooked.</summary>
    /// <param name="text">The address as it is written in links.</param>
    /// <exception cref="FormatException">It is none.</exception>
    public static OldAddress Parse(string text) => TryParse(text, out var address)
        ? address
        : throw new FormatException(
            $"'{(text.Length > 100 ? text[..100] + "…" : text)}' is no old address: a path such as /2009/05/a-post/ or a whole http "
            + $"address, of at most {MaximumLength} characters, without control characters.");

    /// <summary>Reads an address as <see cref="Parse"/> does; false for what is none.</summary>
    /// <param name="text">The address as it is written in links; null is none.</param>
    /// <param name="address">The address.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out OldAddress address)
    {
        address = default;
        if (text is null || text.Length > MaximumWritten)
        {
            return false;
        }

        var rest = text.AsSpan().Trim();
        var end = rest.IndexOf('#');
        rest = end < 0 ? rest : rest[..end];
        if (rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        {
            rest = rest[(rest.IndexOf("//", StringComparison.Ordinal) + 2)..];
            var path = rest.IndexOfAny('/', '?');
            rest = path < 0 ? "/" : rest[path..];
        }

        var query = rest.IndexOf('?');
        var spelled = PathOf(query < 0 ? rest : rest[..query]);
        if (spelled is null)
        {
            return false;
        }

        if (query >= 0)
        {
            spelled += QueryOf(rest[(query + 1)..]);
        }

        if (spelled.Length > MaximumLength || spelled.AsSpan().ContainsAnyInRange('\0', '\u001F') || !IsWhole(spelled))
        {
            return false;
        }

        address = new OldAddress(spelled);
        return true;
    }

    /// <summary>Returns the address that a store kept; it is not spelled anew.</summary>
    /// <param name="value">A <see cref="Value"/>.</param>
    public static OldAddress Restore(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        return new(value);
    }

    /// <summary>Returns the spelling.</summary>
    public override string ToString() => Value;

    private static string? PathOf(ReadOnlySpan<char> written)
    {
        if (written.IsEmpty)
        {
            return "/";
        }

        var path = Uri.UnescapeDataString(written).Replace('\\', '/');
        if (path[0] != '/')
        {
            return null;
        }

        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return Array.Exists(segments, static segment => segment is "." or "..")
            ? null
            // A question mark that was encoded in a path is not the beginning of a query.
            : "/" + string.Join('/', segments).Replace("?", "%3f", StringComparison.Ordinal).ToLowerInvariant();
    }

    private static string QueryOf(ReadOnlySpan<char> written)
    {
        SortedDictionary<string, string> counted = new(StringComparer.Ordinal);
        foreach (var range in written.Split('&'))
        {
            var pair = written[range];
            var equals = pair.IndexOf('=');
            if (equals <= 0)
            {
                continue;
            }

            var name = Uri.UnescapeDataString(pair[..equals]);
            if (s_parameters.Contains(name))
            {
                var value = Uri.UnescapeDataString(pair[(equals + 1)..].ToString().Replace('+', ' '));
                counted.TryAdd(name.ToLowerInvariant(), value.ToLowerInvariant());
            }
        }

        return counted.Count == 0 ? "" : "?" + string.Join('&', counted.Select(static p => $"{p.Key}={Uri.EscapeDataString(p.Value)}"));
    }

    // Half of a surrogate pair can come out of percent signs no more than out of a link, but out of code.
    private static bool IsWhole(string text) =>
        text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 || Internal.TextRules.IsStorable(text);
}
