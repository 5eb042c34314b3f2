namespace BlogKit.Internal;

/// <summary>
/// The safe way out when a text is beyond every limit: its paragraphs and lines as they were typed, encoded, without any markup.
/// </summary>
internal static class PlainParagraphs
{
    public static string ToHtml(string text)
    {
        var html = new HtmlTextWriter();
        var isOpen = false;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.IsWhiteSpace())
            {
                html.Markup(isOpen ? "</p>\n" : "");
                isOpen = false;
                continue;
            }

            html.Markup(isOpen ? "<br />\n" : "<p>");
            html.Text(line.Trim());
            isOpen = true;
        }

        html.Markup(isOpen ? "</p>\n" : "");
        return html.ToString();
    }
}
