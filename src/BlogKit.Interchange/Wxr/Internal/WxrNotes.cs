namespace BlogKit.Interchange.Internal;

/// <summary>Gives an item what was noted while it was read; most have nothing.</summary>
internal static class WxrNotes
{
    public static ImportItem With(ImportItem item, List<SourceNote> notes, WxrMetas metas, WxrElements xml)
    {
        notes.AddRange(metas.Notes);
        xml.TakeNotes(notes);
        return notes.Count == 0 ? item : item with { Notes = [.. notes] };
    }
}
