namespace BlogKit.Interchange;

/// <summary>Something of an item that the export does not have as it is here.</summary>
/// <param name="Kind">The kind of item.</param>
/// <param name="Id">The identity of the item; the slug of a tag, the address of a picture.</param>
/// <param name="IsLeftOut">Whether the whole item was left out; otherwise it was written, altered.</param>
/// <param name="Member">The name of what it concerns, such as <c>status</c>; <c>item</c> for the whole of it.</param>
/// <param name="Detail">What became of it and why, as a sentence for people.</param>
public sealed record WxrWriterNote(WxrItemKind Kind, string Id, bool IsLeftOut, string Member, string Detail);
