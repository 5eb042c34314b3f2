using System.Net;
using System.Text;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Makes the identities in the raw HTML of one text its own on a page that has several, with what refers to them.</summary>
internal static class OwnIds
{
    private static readonly string[] References =
        ["for", "headers", "list", "form", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-details"];

    /// <summary>The text with every identity behind a prefix; as it was given when it has none, as nearly all have.</summary>
    public static string In(string html, string prefix)
    {
        if (!html.Contains(" id", StringComparison.OrdinalIgnoreCase))
        {
            return html;
        }

        HashSet<string> ids = [.. HtmlTags.Read(html).Select(static tag => tag["id"]).OfType<string>().Where(static id => id.Length > 0)];
        if (ids.Count == 0)
        {
            return html;
        }

        var result = new StringBuilder(html.Length + 64);
        var copied = 0;
        foreach (var tag in HtmlTags.Read(html).Where(tag => tag.Attributes.Any(a => Changed(a.Key, a.Value, ids, prefix) is not null)))
        {
            result.Append(html, copied, tag.Start - copied).Append('<').Append(tag.Name);
            foreach (var (name, value) in tag.Attributes)
            {
                var text = Changed(name, value, ids, prefix) ?? value;
                result.Append(' ').Append(name).Append("=\"").Append(WebUtility.HtmlEncode(text)).Append('"');
            }

            result.Append(html.AsSpan(tag.Start, tag.End - tag.Start).EndsWith("/>") ? " />" : ">");
            copied = tag.End;
        }

        return result.Append(html, copied, html.Length - copied).ToString();
    }

    // The new value; null where it stays.
    private static string? Changed(string name, string value, HashSet<string> ids, string prefix)
    {
        if (name is "id")
        {
            return value.Length == 0 ? null : prefix + value;
        }

        if (Array.IndexOf(References, name) >= 0)
        {
            var words = value.Split(' ');
            return words.Any(ids.Contains) ? string.Join(' ', words.Select(word => ids.Contains(word) ? prefix + word : word)) : null;
        }

        // Drawings refer to their own parts so: fill="url(#shade)".
        const string Part = "url(#";
        return value.IndexOf(Part, StringComparison.Ordinal) is >= 0 and var at
            && value.IndexOf(')', at) is > 0 and var end
            && ids.Contains(value[(at + Part.Length)..end])
            ? value.Insert(at + Part.Length, prefix)
            : null;
    }
}
