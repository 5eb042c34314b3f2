using System.Globalization;

namespace BlogKit.Interchange.Internal;

/// <summary>Reads dates as Disqus exports them: ISO 8601, in UTC.</summary>
internal static class DisqusDates
{
    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd' 'HH:mm:ss.FFFFFFFK"];

    /// <summary>Returns the moment; null when there is none that is possible, or none at all, which is noted.</summary>
    public static DateTimeOffset? Read(string? text, ICollection<SourceNote> notes)
    {
        if (text is null)
        {
            Note("It has no date.");
            return null;
        }

        if (!DateTime.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var moment))
        {
            Note($"'{Texts.Start(text)}' is no date and was left out.");
            return null;
        }

        if (moment.Kind == DateTimeKind.Unspecified)
        {
            Note($"The date {text} was exported without its zone and was taken as UTC.");
        }

        return new DateTimeOffset(DateTime.SpecifyKind(moment, DateTimeKind.Utc));

        void Note(string detail) => notes.Add(new SourceNote(SourceNoteKind.Date, "date", detail));
    }
}
