namespace BlogKit.Interchange;

/// <summary>Something of an item that could not be taken as it was.</summary>
/// <param name="Kind">The kind of alteration; the guide lists them all.</param>
/// <param name="Member">What it concerns, such as <c>body</c> or <c>date</c>.</param>
/// <param name="Detail">What was found and what became of it, as a sentence for people.</param>
public sealed record SourceNote(SourceNoteKind Kind, string Member, string Detail);
