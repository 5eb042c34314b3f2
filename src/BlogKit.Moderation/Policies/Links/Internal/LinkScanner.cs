using System.Buffers;
using System.Collections.Frozen;

namespace BlogKit.Moderation.Internal;

/// <summary>
/// Finds hosts in plain text, also those that are written so that machines pass them by. Careful: names of files, of parts of programs and
/// sentences without a space behind their dot are no hosts. Linear in the length of the text.
/// </summary>
internal static class LinkScanner
{
    private const int LongestLabel = 63;
    private const int LongestHost = 253;

    private static readonly SearchValues<string> s_asciiDots = SearchValues.Create([".", "dot"], StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<string> s_allDots =
        SearchValues.Create([".", "dot", "\uFF0E", "\u3002", "\u2024"], StringComparison.OrdinalIgnoreCase);

    // Endings that are seldom anything else. Those of the second set are words and parts of programs as well.
    private static readonly FrozenSet<string> s_endings =
        FrozenSet.Create(StringComparer.Ordinal, "com", "net", "org", "info", "ru", "xyz", "biz", "icu");

    private static readonly FrozenSet<string> s_doubtful = FrozenSet.Create(
        StringComparer.Ordinal, "top", "site", "online", "shop", "store", "club", "live", "click", "link", "vip", "win", "bid", "loan",
        "work", "men", "cn", "de", "uk", "co", "io", "me", "eu", "su", "tk", "ml", "ga", "cf", "gq", "app", "dev", "pro", "space",
        "website", "ly", "gl", "gd", "gg", "tv", "cc", "ws", "us", "in", "fr", "nl", "br", "pl", "it", "es", "ch", "at", "au", "ca",
        "jp");

    private static readonly FrozenSet<string> s_spaced = FrozenSet.Create(StringComparer.Ordinal, "com", "org", "ru", "xyz", "biz", "info");

    private static readonly FrozenSet<string> s_notBefore = FrozenSet.Create(
        StringComparer.Ordinal, "the", "and", "this", "that", "these", "those", "some", "every", "any", "first", "second", "last", "late",
        "early", "old", "new", "big", "small", "tiny", "whole", "another", "with", "for", "from", "was", "were", "are", "not", "but", "his",
        "her", "its", "our", "your", "their", "red", "black", "blue", "one", "single", "failed", "former", "original", "like", "used",
        "call");

    private static readonly FrozenSet<string> s_notBehind = FrozenSet.Create(
        StringComparer.Ordinal, "boom", "bubble", "era", "crash", "crashes", "bust", "years", "days", "company", "companies", "startup",
        "startups", "millionaire", "millionaires", "generation", "domain", "domains", "names", "mania", "craze", "business", "businesses",
        "world", "stocks");

    /// <summary>The links in the order they stand, at most so many.</summary>
    public static List<TextLink>? Find(string text, int most)
    {
        List<TextLink>? links = null;
        var from = 0;
        var dots = System.Text.Ascii.IsValid(text) ? s_asciiDots : s_allDots;
        while (from < text.Length)
        {
            var at = text.AsSpan(from).IndexOfAny(dots);
            if (at < 0)
            {
                break;
            }

            at += from;
            from = Read(text, from, at, out var link);
            if (link is { } found)
            {
                (links ??= []).Add(found);
                if (links.Count == most)
                {
                    break;
                }
            }
        }

        return links;
    }

    /// <summary>Reads the host around a dot; returns where to go on.</summary>
    private static int Read(string text, int least, int at, out TextLink? link)
    {
        link = null;
        var behind = at + (IsWordDot(text, at) ? 3 : 1);
        if (!TryDot(text, at, out var dot))
        {
            return behind;
        }

        var start = dot.Start;
        var lowest = Math.Max(least, start - LongestLabel);
        while (start > lowest && IsLabel(text[start - 1]))
        {
            start--;
        }

        if (start == dot.Start)
        {
            return behind;
        }

        var labels = new List<(int Start, int End, TextLinkKind Dot)> { (start, dot.Start, TextLinkKind.Bare) };
        var kind = dot.Kind;
        while (true)
        {
            var end = dot.End;
            while (end < text.Length && end - dot.End < LongestLabel && IsLabel(text[end]))
            {
                end++;
            }

            if (end == dot.End)
            {
                break;
            }

            labels.Add((dot.End, end, kind));
            behind = end;
            if (!TryDotAt(text, end, out dot))
            {
                break;
            }

            kind = dot.Kind;
        }

        link = labels.Count > 1 ? Judge(text, labels, ref behind) : null;
        return behind;
    }

    private static TextLink? Judge(string text, List<(int Start, int End, TextLinkKind Dot)> labels, ref int behind)
    {
        var start = labels[0].Start;
        var scheme = SchemeBefore(text, start);
        if (scheme.Kind is null && IsAddress(text, start))
        {
            return null;
        }

        var last = labels.Count - 1;
        if (scheme.Kind is null)
        {
            while (last > 0 && !IsEnding(Lower(text, labels[last]), labels[last].Dot))
            {
                last--;
            }

            if (last == 0)
            {
                return null;
            }
        }

        var end = labels[last].End;
        var kind = scheme.Kind ?? TextLinkKind.Bare;
        for (var i = 1; i <= last; i++)
        {
            kind = labels[i].Dot > TextLinkKind.Bare && labels[i].Dot > kind ? labels[i].Dot : kind;
        }

        var hasPath = end < text.Length && text[end] is '/' && end + 1 < text.Length && !char.IsWhiteSpace(text[end + 1]);
        if (scheme.Kind is null && !IsLikely(text, labels, last, kind, hasPath))
        {
            return null;
        }

        var host = HostText.Normalize(string.Join('.', Enumerable.Range(0, last + 1).Select(i => text[labels[i].Start..labels[i].End])));
        if (host is null || host.Length > LongestHost)
        {
            return null;
        }

        if (hasPath || (end < text.Length && text[end] is ':' or '?' or '#'))
        {
            while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('<' or '>' or '"' or ')' or ']'))
            {
                end++;
            }
        }

        behind = Math.Max(behind, end);
        return new TextLink(scheme.Start, end - scheme.Start, host, kind);
    }

    private static bool IsLikely(
        string text, List<(int Start, int End, TextLinkKind Dot)> labels, int last, TextLinkKind kind, bool hasPath)
    {
        var ending = Lower(text, labels[last]);
        var first = Lower(text, labels[0]);
        var end = labels[last].End;
        if (end < text.Length && text[end] is '(' or '_' or '@')
        {
            return false;
        }

        if (kind is TextLinkKind.Disguised)
        {
            return labels[0].End - labels[0].Start > 1 || last > 1;
        }

        if (kind is TextLinkKind.Spaced)
        {
            return first.Length > 2 && s_spaced.Contains(ending) && !s_notBefore.Contains(first)
                && !s_notBehind.Contains(WordBehind(text, end))
                && !char.IsAsciiDigit(first[^1]) && !char.IsAsciiLetterUpper(text[labels[last].Start]);
        }

        if (labels[0].Start > 0 && text[labels[0].Start - 1] is '/' or '\\' or '_' or '@' or '.' or '`' or '$')
        {
            return false;
        }

        if (first is "www")
        {
            return last > 1;
        }

        // ASP.NET, System.Net, example.Com at the end of a sentence: capitals mean a name, unless all of it is in capitals.
        var written = text.AsSpan(labels[last].Start, end - labels[last].Start);
        var isName = ending is "net"
            && (written.ContainsAnyInRange('A', 'Z') || first is "asp" or "vb" or "ado" or "ml" or "paint" or "system" or "dot");
        return first.Length > 1 && !isName && (s_endings.Contains(ending) || hasPath);
    }

    private static bool IsEnding(string label, TextLinkKind dot) =>
        dot is TextLinkKind.Spaced ? s_spaced.Contains(label) : s_endings.Contains(label) || s_doubtful.Contains(label);

    private static string Lower(string text, (int Start, int End, TextLinkKind Dot) label) =>
        text[label.Start..label.End].ToLowerInvariant();

    private static string WordBehind(string text, int at)
    {
        if (at >= text.Length || text[at] is not (' ' or '-'))
        {
            return "";
        }

        var end = at + 1;
        while (end < text.Length && end - at < LongestLabel && char.IsLetter(text[end]))
        {
            end++;
        }

        return text[(at + 1)..end].ToLowerInvariant();
    }

    /// <summary>The scheme in front of a host; the kind is null when there is none.</summary>
    private static (int Start, TextLinkKind? Kind) SchemeBefore(string text, int start)
    {
        var before = text.AsSpan(0, start);
        var isDisguised = before.EndsWith("[:]//", StringComparison.Ordinal);
        if (!isDisguised && !before.EndsWith("://", StringComparison.Ordinal))
        {
            return (start, null);
        }

        before = before[..^(isDisguised ? 5 : 3)];
        var length = 0;
        while (length < 8 && length < before.Length && char.IsAsciiLetter(before[^(length + 1)]) | before[^(length + 1)] is '*')
        {
            length++;
        }

        var scheme = before[^length..];
        if (scheme.Equals("http", StringComparison.OrdinalIgnoreCase) || scheme.Equals("https", StringComparison.OrdinalIgnoreCase))
        {
            return (start - (start - before.Length) - length, isDisguised ? TextLinkKind.Disguised : TextLinkKind.Written);
        }

        var isBroken = scheme.Length is 4 or 5 && scheme[0] is 'h' or 'H' && scheme[3] is 'p' or 'P';
        return isBroken ? (before.Length - length, TextLinkKind.Disguised) : (start, null);
    }

    private static bool IsAddress(string text, int start) =>
        start > 0 && text[start - 1] is '@'
        || text.AsSpan(0, start).TrimEnd(' ').EndsWith("(at)", StringComparison.OrdinalIgnoreCase)
        || text.AsSpan(0, start).TrimEnd(' ').EndsWith("[at]", StringComparison.OrdinalIgnoreCase);

    private static bool IsWordDot(string text, int at) => text[at] is 'd' or 'D';

    /// <summary>The dot whose mark is there, with what is around it.</summary>
    private static bool TryDot(string text, int at, out (int Start, int End, TextLinkKind Kind) dot)
    {
        var end = at + (IsWordDot(text, at) ? 3 : 1);
        var isBracketed = at > 0 && end < text.Length && (text[at - 1], text[end]) is ('[', ']') or ('(', ')') or ('{', '}') or ('<', '>');
        if (isBracketed)
        {
            var first = at - 1;
            var last = end + 1;
            first -= first > 0 && text[first - 1] is ' ' ? 1 : 0;
            last += last < text.Length && text[last] is ' ' ? 1 : 0;
            dot = (first, last, TextLinkKind.Disguised);
            return true;
        }

        var isSpacedBefore = at > 0 && text[at - 1] is ' ';
        var isSpacedBehind = end < text.Length && text[end] is ' ';
        if (IsWordDot(text, at))
        {
            dot = (at - 1, end + 1, TextLinkKind.Spaced);
            return isSpacedBefore && isSpacedBehind;
        }

        dot = isSpacedBefore ? (at - 1, isSpacedBehind ? end + 1 : end, TextLinkKind.Spaced) : (at, end, TextLinkKind.Bare);
        return isSpacedBefore || !isSpacedBehind;
    }

    /// <summary>The dot that begins there, or behind one bracket or space.</summary>
    private static bool TryDotAt(string text, int at, out (int Start, int End, TextLinkKind Kind) dot)
    {
        for (var skipped = 0; skipped <= 2 && at + skipped < text.Length; skipped++)
        {
            var i = at + skipped;
            var c = text[i];
            if (c is '.' or '\uFF0E' or '\u3002' or '\u2024' || text.AsSpan(i).StartsWith("dot", StringComparison.OrdinalIgnoreCase))
            {
                return TryDot(text, i, out dot) && dot.Start == at;
            }

            if (c is not (' ' or '[' or '(' or '{' or '<'))
            {
                break;
            }
        }

        dot = default;
        return false;
    }

    private static bool IsLabel(char c) => char.IsAscii(c) ? char.IsAsciiLetterOrDigit(c) || c is '-' : char.IsLetterOrDigit(c);
}
