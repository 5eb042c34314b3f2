using System.Collections.Frozen;
using System.Net;

namespace BlogKit.Moderation;

/// <summary>Normalizes hosts for comparison: ASCII (Punycode, RFC 5891), lower case, without a dot at the end.</summary>
public static class HostText
{
    private const int MaximumLength = 253;

    /// <summary>Returns the host of an absolute URL; null when it names none.</summary>
    public static string? FindHostOfUrl(ReadOnlySpan<char> url)
    {
        var at = url.IndexOf("://", StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        url = url[(at + 3)..];
        var end = url.IndexOfAny("/?#\\");
        url = end < 0 ? url : url[..end];
        url = url[(url.LastIndexOf('@') + 1)..];
        if (url is ['[', ..])
        {
            return url.IndexOf(']') is var close and > 0 ? url[1..close].ToString().ToLowerInvariant() : null;
        }

        var colon = url.IndexOf(':');
        return Normalize(colon < 0 ? url : url[..colon]);
    }

    /// <summary>Returns the domain of an e-mail address; null when it has none.</summary>
    public static string? FindHostOfEmail(string? email) =>
        email is not null && email.LastIndexOf('@') is var at and >= 0 ? Normalize(email.AsSpan(at + 1)) : null;

    /// <summary>Returns a host in the form that is compared; null when there is nothing of one.</summary>
    public static string? Normalize(ReadOnlySpan<char> host)
    {
        host = host.Trim().TrimEnd('.');
        if (host.IsEmpty || host.Length > MaximumLength)
        {
            return null;
        }

        if (System.Text.Ascii.IsValid(host))
        {
            return host.ToString().ToLowerInvariant();
        }

        var text = host.ToString();
        try
        {
            return HostNames.ToAscii(text, allowUnassigned: true);
        }
        catch (ArgumentException)
        {
            // Names that break the rules of IDNA are kept as they are written.
            return text.ToLowerInvariant();
        }
    }

    /// <summary>
    /// Returns whether an entry of a configured list is a host: letters, digits, hyphens and dots, no scheme, path or wildcard.
    /// </summary>
    public static bool IsHost(string? text) =>
        text is not null && Normalize(text) is { } host && !host.Contains("..", StringComparison.Ordinal) && host[0] != '.'
        && !host.AsSpan().ContainsAnyExcept(s_hostCharacters) | IPAddress.TryParse(host, out _);

    /// <summary>Returns a set of hosts to ask with <see cref="Find"/>; an entry that is no host is left out.</summary>
    /// <param name="hosts">The hosts, as somebody wrote them.</param>
    public static FrozenSet<string> CreateSet(IEnumerable<string> hosts) =>
        hosts.Select(static h => Normalize(h)).OfType<string>().ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Returns the entry of a set that a host is or stands below; null when there is none.</summary>
    /// <param name="set">The set that <see cref="CreateSet"/> made.</param>
    /// <param name="host">
    /// The host as <see cref="FindHostOfUrl"/>, <see cref="FindHostOfEmail"/> or <see cref="Normalize"/> gave it; null is in no set.
    /// </param>
    public static string? Find(FrozenSet<string> set, string? host)
    {
        ArgumentNullException.ThrowIfNull(set);
        if (set.Count == 0 || host is null)
        {
            return null;
        }

        var lookup = set.GetAlternateLookup<ReadOnlySpan<char>>();
        var rest = host.AsSpan();
        while (true)
        {
            if (lookup.TryGetValue(rest, out var entry))
            {
                return entry;
            }

            var dot = rest.IndexOf('.');
            if (dot < 0)
            {
                return null;
            }

            rest = rest[(dot + 1)..];
        }
    }

    /// <summary>Adds a failure for every entry that is no host.</summary>
    /// <param name="failures">The list the sentences are added to.</param>
    /// <param name="key">The key of the list in configuration.</param>
    /// <param name="hosts">The list.</param>
    public static void Check(ICollection<string> failures, string key, IList<string> hosts)
    {
        ArgumentNullException.ThrowIfNull(failures);
        ArgumentNullException.ThrowIfNull(hosts);
        for (var i = 0; i < hosts.Count; i++)
        {
            if (!IsHost(hosts[i]))
            {
                failures.Add($"{key}:{i} must be a host such as example.com, without scheme or path.");
            }
        }
    }

    private static readonly System.Buffers.SearchValues<char> s_hostCharacters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-._");
}
