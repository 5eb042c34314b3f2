using System.Globalization;
using System.Text;

namespace BlogKit.AspNetCore.Tests;

/// <summary>What people, programs and attackers put where a value belongs.</summary>
internal static class FuzzValues
{
    /// <summary>Names that some form, query or protocol of the blog reads.</summary>
    public static readonly string[] Names =
    [
        "sort", "cursor", "comment", "held", "replyTo", "reply", "parent", "parentId", "page", "q", "query", "scope", "sent", "after",
        "before", "from", "until", "limit", "tag", "category", "author", "series", "by", "kind", "reason", "note", "value", "vote", "key",
        "reaction", "name", "email", "url", "website", "body", "text", "title", "slug", "markdown", "excerpt", "tags", "categories",
        "status", "visibility", "password", "publishAt", "zone", "date", "time", "version", "shown", "token", "returnTo", "do", "action",
        "id", "ids", "pick", "all", "undo", "preset", "source", "target", "h", "content", "content[html]", "category[]", "photo",
        "photo[alt]", "mp-slug", "post-status", "published", "properties[]", "__RequestVerificationToken", "revision", "left", "right",
        "file", "alt", "s", "d", "fresh", "color", "lang",
    ];

    private static readonly string[] Hostile =
    [
        "", " ", "\0", "a\0b", "\uFFFE", "x\uFFFEy", "\uFFFF", "\uFDD0", "\U0001FFFE", "\u202Eevil", "\u200B", "\uFEFF", "e\u0301",
        "\u1112\u1161\u11AB", "İıẞſ", "𝒳😀", "‮abc‬", "\r\nSet-Cookie: x=1", "a\nb=c", "%00", "%", "%zz", "%ff%fe", "%EF%BF%BE", "..",
        "../../etc/passwd", "..%2f..%2f", "\\\\host\\share", "//evil.example", "https://[::1", "http://", "javascript:alert(1)",
        "data:text/html,x", "mailto:a@b", "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "{{7*7}}", "${x}", "' OR 1=1 --",
        "\";DROP TABLE comments;--", "0", "-1", "1", "2", "00", "1e999", "NaN", "Infinity", "2147483647", "2147483648", "-2147483649",
        "9223372036854775808", "99999999999999999999999999", "0x10", "1,5", "١٢٣", "true", "false", "null", "undefined", "[]", "{}", "[[[[",
        "}}", "\"", "'", "`", "*", "**", "_", "# x", "[a](b (", "![", "```", "~~~", "|a|b|\n|-|-|", "> > > >", "&#65534;", "&amp;",
        "&#x110000;", "2026-11-28", "2026-02-30", "2026-13-01T00:00:00Z", "2030-01-01T00:00:00Z", "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59-14:00", "20260101T10:10:10", "now", "+09:00", "-99:99", "Europe/Berlin", "newest", "oldest", "best", "spam",
        "approve", "hold", "reject", "trash", "delete", "published", "draft", "private", "public", "unlisted", "scheduled", "user:x",
        "address:203.0.113.7", "address:2001:db8::/64", "host\\name", "a@b.example", "@", "a@", "\u0001\u0002", "\u007F", "\u0085",
        "\u2028", "ﬀ", "Ⅳ", "①", "CON", "aux.txt", ".", "-", "--", "robots.txt", "feed.xml", "favicon.ico",
    ];

    public static T One<T>(this Random random, IReadOnlyList<T> values) => values[random.Next(values.Count)];

    /// <summary>A value that means nothing good.</summary>
    public static string Text(Random random) => random.Next(12) switch
    {
        < 7 => random.One(Hostile),
        7 => random.One(Hostile) + random.One(Hostile),
        8 => new string((char)random.Next(0x20, 0x2FFF), random.Next(1, 300)),
        9 => Units(random, random.Next(1, 40)),
        10 => string.Concat(Enumerable.Repeat(random.One(Hostile), random.Next(2, 200))),
        _ => random.Next().ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>A value without characters that the client itself refuses to send in a header.</summary>
    public static string Header(Random random)
    {
        var text = new StringBuilder();
        foreach (var unit in Text(random))
        {
            text.Append(unit is >= ' ' and < '\u007F' ? unit : '~');
        }

        return text.Length > 2_000 ? text.ToString(0, 2_000) : text.ToString();
    }

    /// <summary>A part of a path, escaped in one of the ways that clients escape.</summary>
    public static string Segment(Random random)
    {
        var text = Text(random);
        text = text.Length > 300 ? text[..300] : text;
        return random.Next(4) == 0 && text.All(char.IsAsciiLetterOrDigit) ? text : Escape(text);
    }

    /// <summary>
    /// Percent-encodes every byte that is not a letter or a digit; half surrogates as the three bytes a careless program makes of them.
    /// </summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var bytes = char.IsSurrogatePair(text, i)
                ? Encoding.UTF8.GetBytes(text, i++, 2)
                : char.IsSurrogate(text[i])
                    ? [(byte)(0xE0 | (text[i] >> 12)), (byte)(0x80 | ((text[i] >> 6) & 0x3F)), (byte)(0x80 | (text[i] & 0x3F))]
                : Encoding.UTF8.GetBytes(text, i, 1);
            foreach (var value in bytes)
            {
                _ = char.IsAsciiLetterOrDigit((char)value)
                    ? escaped.Append((char)value)
                    : escaped.Append(CultureInfo.InvariantCulture, $"%{value:X2}");
            }
        }

        return escaped.ToString();
    }

    private static string Units(Random random, int length) => string.Create(length, random, static (span, random) =>
    {
        foreach (ref var unit in span)
        {
            unit = (char)random.Next(0x10000);
        }
    });
}
