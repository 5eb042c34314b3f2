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

        var plain = text.ReplaceLineEndings("\n");
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
}
