namespace BlogKit.Interchange.Internal;

/// <summary>
/// Makes plain HTML of a text as WordPress keeps it: paragraphs without elements, blocks between comments, shortcodes. Linear in the text.
/// </summary>
internal static class WordPressText
{
    /// <summary>Returns the HTML, not cleaned.</summary>
    /// <param name="text">The text as stored.</param>
    /// <param name="member">What notes call it.</param>
    /// <param name="notes">Gets what could not be taken as it was.</param>
    public static string ToHtml(string text, string member, ICollection<SourceNote> notes)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "";
        }

        var plain = NoteMore(Lines(text), member, notes);
        var hasBlocks = plain.Contains("<!-- wp:", StringComparison.Ordinal);
        if (hasBlocks)
        {
            plain = new WordPressBlocks(plain, member, notes).Remove();
        }

        if (plain.Contains('[', StringComparison.Ordinal))
        {
            plain = new Shortcodes(plain, member, notes).Replace();
        }

        if (plain.Contains("<!--nextpage-->", StringComparison.Ordinal))
        {
            plain = plain.Replace("<!--nextpage-->", "\n\n", StringComparison.Ordinal);
            notes.Add(new SourceNote(SourceNoteKind.LeftOut, member, "It was shown on several pages; it is one page now."));
        }

        return hasBlocks ? plain.Trim('\n') : new Paragraphs(plain).Write();
    }

    /// <summary>Returns the HTML of a comment, in which brackets and blocks mean nothing, not cleaned.</summary>
    public static string CommentToHtml(string text) => string.IsNullOrWhiteSpace(text) ? "" : new Paragraphs(Lines(text)).Write();

    private static string Lines(string text) =>
        text.Contains('\r', StringComparison.Ordinal)
            ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')
            : text;

    // The first one counts, with the words that the link to the rest had.
    private static string NoteMore(string text, string member, ICollection<SourceNote> notes)
    {
        const string Start = "<!--more";
        const string End = "-->";
        var start = text.IndexOf(Start, StringComparison.Ordinal);
        var end = start < 0 ? -1 : text.IndexOf(End, start + Start.Length, StringComparison.Ordinal);
        if (end < 0 || text[(start + Start.Length)..end].Trim() is not { Length: > 0 } words)
        {
            return text;
        }

        notes.Add(new SourceNote(
            SourceNoteKind.LeftOut, member, $"The link to the rest said '{Texts.Start(words)}'; BlogKit has its own words."));
        return string.Concat(text.AsSpan(0, start), Start, text.AsSpan(end));
    }
}
