using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace BlogKit.OpenWeb.Internal;

/// <summary>
/// Keeps the pictures that editing programs send beside a text: as paragraphs before it, each a picture alone with its address in angle
/// brackets, so that they are found again.
/// </summary>
internal static partial class EditorPictures
{
    private const string Escaped = "\\[]*_`<>&!#~'\":|";

    /// <summary>A text with its pictures, in its format; HTML is cleaned like all of it.</summary>
    public static string Join(ImmutableArray<EditorPicture> pictures, PostText text) => text.Format is PostFormat.Html
        ? string.Concat(pictures.Select(static p =>
            $"<p><img src=\"{WebUtility.HtmlEncode(p.Url.AbsoluteUri)}\" alt=\"{WebUtility.HtmlEncode(p.AlternativeText)}\"></p>\n"))
            + text.Value
        : Join(pictures, text.Value);

    private static string Join(ImmutableArray<EditorPicture> pictures, string text)
    {
        if (pictures.IsEmpty)
        {
            return text;
        }

        var all = string.Join("\n\n", pictures.Select(static p => $"![{Escape(p.AlternativeText)}](<{Address(p.Url)}>)"));
        return text.Length == 0 ? all : all + "\n\n" + text;
    }

    /// <summary>Takes the text of a post apart into its pictures and what stands below them; of no post, nothing.</summary>
    public static (ImmutableArray<EditorPicture> Pictures, string Text) Split(Post? post) =>
        post is null ? ([], "") : Split(new PostText(post.Markdown, post.Format));

    /// <summary>Takes a text apart into its pictures and what stands below them.</summary>
    public static (ImmutableArray<EditorPicture> Pictures, string Text) Split(PostText of)
    {
        var (text, isHtml) = (of.Value, of.Format is PostFormat.Html);
        var pictures = ImmutableArray.CreateBuilder<EditorPicture>();
        var position = 0;
        while ((isHtml ? HtmlPicture() : Picture()).Match(text, position) is { Success: true } match
            && Uri.TryCreate(WebUtility.HtmlDecode(match.Groups["url"].Value), UriKind.Absolute, out var url))
        {
            var alternative = match.Groups["alt"].Value;
            pictures.Add(new EditorPicture(url, isHtml ? WebUtility.HtmlDecode(alternative) : Unescape(alternative)));
            position += match.Length;
        }

        return (pictures.DrainToImmutable(), text[position..]);
    }

    /// <summary>Whether a text shows a picture itself.</summary>
    public static bool IsIn(string text, Uri url) => new[] { url.OriginalString, url.AbsoluteUri }.Any(address =>
        text.Contains("](" + address, StringComparison.Ordinal)
        || text.Contains("](<" + address, StringComparison.Ordinal)
        || text.Contains($"src=\"{address}\"", StringComparison.Ordinal)
        || text.Contains($"src=\"{WebUtility.HtmlEncode(address)}\"", StringComparison.Ordinal));

    private static string Address(Uri url) => url.AbsoluteUri.Replace("&", "&amp;", StringComparison.Ordinal);

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var character in string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
        {
            _ = Escaped.Contains(character, StringComparison.Ordinal) ? escaped.Append('\\').Append(character) : escaped.Append(character);
        }

        return escaped.ToString();
    }

    private static string Unescape(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            plain.Append(text[i] is '\\' && i + 1 < text.Length ? text[++i] : text[i]);
        }

        return plain.ToString();
    }

    [GeneratedRegex(
        """\G!\[(?<alt>(?:[^\[\]\\\r\n]|\\.)*)\]\(<(?<url>[^<>\s]+)>\)[ \t]*(?:\r?\n[ \t]*(?:\r?\n)+|\r?\n?\z)""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1_000)]
    private static partial Regex Picture();

    [GeneratedRegex(
        """\G<p><img src="(?<url>https?://[^"<>\s]+)" alt="(?<alt>[^"<>]*)"></p>\r?\n""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1_000)]
    private static partial Regex HtmlPicture();
}
