using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Makes a page fit for a static host: leads its addresses elsewhere, and leaves out forms, scripts and the endpoints of programs.</summary>
internal static class StaticHtml
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly string[] Addresses = ["href", "src", "poster"];
    private static readonly string[] Endpoints = ["webmention", "micropub", "EditURI"];

    public static string Rewrite(string html, Func<string, string> change)
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

    private static void Write(string html, HtmlTag tag, Func<string, string> change, StringBuilder result)
    {
        if (tag.IsEnd || !Array.Exists(Addresses, name => tag[name] is not null))
        {
            result.Append(html, tag.Start, tag.End - tag.Start);
            return;
        }

        result.Append('<').Append(tag.Name);
        foreach (var (name, value) in tag.Attributes)
        {
            var text = Array.IndexOf(Addresses, name) >= 0 ? change(value) : value;
            result.Append(' ').Append(name).Append("=\"").Append(Encoder.Encode(text)).Append('"');
        }

        result.Append(tag.IsVoid ? " />" : ">");
    }
}
