using BlogKit.Html;

namespace BlogKit.Interchange.Internal;

/// <summary>Brings the texts of a source into the forms that texts have here, and says what that altered.</summary>
internal static class TextBodies
{
    /// <summary>
    /// The text of a post. HTML becomes Markdown when readers see the same, and only then; else it stays HTML, which is cleaned whenever it
    /// is rendered.
    /// </summary>
    public static (PostFormat Format, string Text) ToPost(
        ImportSession session, ImportedBody body, PostRendering rendering, List<SourceNote> notes)
    {
        var text = ShortText.Storable(body.Text, "body", notes);
        if (body.Format is ImportedFormat.Markdown)
        {
            return (PostFormat.Markdown, text);
        }

        if (body.Format is ImportedFormat.PlainText)
        {
            return (PostFormat.Markdown, PostHtml.FromPlainText(text));
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return (PostFormat.Markdown, "");
        }

        var cleaned = session.Services.Html.Clean(text, session.Cancellation);
        if (cleaned.Succeeded && !cleaned.Value.Removed.IsEmpty)
        {
            notes.Add(new SourceNote(
                SourceNoteKind.Cleaned, "body", $"Readers are not shown what a post may not hold: {Names(cleaned.Value.Removed)}."));
        }

        return session.Services.HtmlRenderer.FindMarkdown(text, rendering) is { } markdown
            ? (PostFormat.Markdown, markdown)
            : (PostFormat.Html, text);
    }

    /// <summary>A text in Markdown, whatever it loses; the notes say what.</summary>
    public static string ToMarkdown(ImportSession session, ImportedBody body, string member, List<SourceNote> notes)
    {
        var text = ShortText.Storable(body.Text, member, notes);
        if (body.Format is ImportedFormat.Markdown)
        {
            return text;
        }

        if (body.Format is ImportedFormat.PlainText)
        {
            return PostHtml.FromPlainText(text);
        }

        var converted = session.Services.Html.ToMarkdown(text, new PostRendering(), session.Cancellation);
        if (!converted.Succeeded)
        {
            notes.Add(new SourceNote(
                SourceNoteKind.Converted, member, "It is too large or too deep as HTML, and is shown as it was typed."));
            return PostHtml.FromPlainText(text);
        }

        var lost = converted.Value.Lost.Concat(converted.Value.Removed).Distinct(StringComparer.Ordinal).ToImmutableArray();
        if (!lost.IsEmpty)
        {
            notes.Add(new SourceNote(SourceNoteKind.Converted, member, $"It lost what such a text does not have: {Names(lost)}."));
        }

        return converted.Value.Markdown;
    }

    /// <summary>A text without markup.</summary>
    public static string ToPlainText(ImportSession session, ImportedBody body, string member, List<SourceNote> notes)
    {
        var text = ShortText.Storable(body.Text, member, notes);
        if (body.Format is not ImportedFormat.Html)
        {
            return text.Trim();
        }

        var plain = session.Services.Html.ToPlainText(text, session.Cancellation);
        if (plain.Succeeded)
        {
            return plain.Value.Trim();
        }

        notes.Add(new SourceNote(SourceNoteKind.LeftOut, member, plain.Error!.Message));
        return "";
    }

    private static string Names(ImmutableArray<string> names) =>
        string.Join(", ", names.Take(20)) + (names.Length > 20 ? ", …" : "");
}
