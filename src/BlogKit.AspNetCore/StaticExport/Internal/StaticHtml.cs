using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// Makes a page fit for a static host: leads its addresses elsewhere, and leaves out forms, scripts, the endpoints of programs and
/// addresses that lead nowhere. What was a link to nowhere stays as text, and what was a picture as its description.
/// </summary>
internal static class StaticHtml
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly string[] Addresses = ["href", "src", "poster"];
    private static readonly string[] Endpoints = ["webmention", "micropub", "EditURI"];

    /// <summary>The page with its addresses as <paramref name="change"/> has them, which answers null for what leads nowhere.</summary>
    public static string Rewrite(string html, Func<string, string?> change)
    {
        var result = new StringBuilder(html.Length);
        var position = 0;
        var leaveOut = (string?)null;
        foreach (var tag in HtmlTags.Read(html))
        {
            if (leaveOut is not null)
            {
                if (tag.IsEnd && string.Equals(tag.Name, leaveOut, StringComparison.Ordinal))
                {
                    leaveOut = null;
                    position = tag.End;
                }

                continue;
            }

            result.Append(html, position, tag.Start - position);
            position = tag.End;
            if (tag.Name is "form" or "script")
            {
                leaveOut = tag.IsEnd ? null : tag.Name;
            }
            else if (!IsEndpoint(tag))
            {
                Write(html, tag, change, result);
            }
        }

        return result.Append(html, position, html.Length - position).ToString();
    }

    private static bool IsEndpoint(HtmlTag tag) => !tag.IsEnd && tag.Name is "link" && Array.Exists(Endpoints, rel => tag.Has("rel", rel));

    // The address under which the page wants to be known is whole, and stays so.
    private static bool IsCanonical(HtmlTag tag) => tag.Name is "link" && tag.Has("rel", "canonical");

    private static void Write(string html, HtmlTag tag, Func<string, string?> change, StringBuilder result)
    {
        if (tag.IsEnd || IsCanonical(tag) || !Array.Exists(Addresses, name => tag[name] is not null))
        {
            result.Append(html, tag.Start, tag.End - tag.Start);
            return;
        }

        (string Name, string? Value)[] attributes =
            [.. tag.Attributes.Select(a => (a.Key, Array.IndexOf(Addresses, a.Key) >= 0 ? change(a.Value) : a.Value))];
        if (tag.IsVoid && tag.Name is not "area" && Array.Exists(attributes, static a => a.Value is null))
        {
            result.Append(tag["alt"] is { } description ? Encoder.Encode(description) : "");
            return;
        }

        result.Append('<').Append(tag.Name);
        foreach (var (name, text) in attributes.Where(static a => a.Value is not null))
        {
            result.Append(' ').Append(name).Append("=\"").Append(Encoder.Encode(text!)).Append('"');
        }

        result.Append(tag.IsVoid ? " />" : ">");
    }
}
