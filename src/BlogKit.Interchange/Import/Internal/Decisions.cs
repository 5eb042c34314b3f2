namespace BlogKit.Interchange.Internal;

/// <summary>The answers that every kind of item has alike.</summary>
internal static class Decisions
{
    /// <summary>Tells of an item that is another one both here and at the source, and stays as it is here.</summary>
    public static void TellEditedHere(ImportSession session, ImportItem item, Guid id) => session.Tally.Tell(
        item,
        session.Options.WhenEditedHere is EditedHere.IsRefused ? ImportOutcome.Refused : ImportOutcome.Kept,
        "It was changed at the source, and edited here since it was imported.",
        id: id);

    /// <summary>Tells of an item that was deleted here and is not brought back.</summary>
    public static void TellDeletedHere(ImportSession session, ImportItem item) =>
        session.Tally.Tell(item, ImportOutcome.Kept, "It was deleted here since it was imported, and is not brought back.");
}
