namespace BlogKit.Moderation.Internal;

/// <summary>
/// What of a comment the learning filter reads: the text, where its links lead, and the site of a writer who gave one, under their name.
/// </summary>
internal static class JudgedText
{
    private const string Href = "href=\"";
    private const int MostLinks = 20;

    public static string Of(Comment comment)
    {
        var text = comment.PlainText;
        var links = 0;
        for (var at = 0; links < MostLinks; links++)
        {
            var start = comment.Html.IndexOf(Href, at, StringComparison.Ordinal);
            if (start < 0)
            {
                break;
            }

            start += Href.Length;
            var end = comment.Html.IndexOf('"', start);
            if (end < 0)
            {
                break;
            }

            var link = comment.Html[start..end];
            if (!text.Contains(link, StringComparison.Ordinal))
            {
                text += "\n" + link;
            }

            at = end;
        }

        // The name of somebody who links a site is the text of that link.
        return comment.By is { Url: { } site, Kind: not CommenterKind.Author } ? $"{text}\n{comment.By.Name}\n{site}" : text;
    }
}
