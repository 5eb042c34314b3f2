namespace BlogKit.Storage;

/// <summary>The answer for an item that was written.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Detail">
/// What is missing (<c>post 0199…</c>), what it collides with, or why it is refused, in words for a report; null when it is stored.
/// </param>
public sealed record TransferResult(TransferOutcome Outcome, string? Detail = null)
{
    /// <summary>The answer for an item that is stored.</summary>
    public static TransferResult Stored { get; } = new(TransferOutcome.Stored);

    /// <summary>The answer for an item that was there already.</summary>
    public static TransferResult Unchanged { get; } = new(TransferOutcome.Unchanged);

    /// <summary>Returns the answer for an item that depends on something that is not there.</summary>
    /// <param name="kind">What it is, as <c>post</c>.</param>
    /// <param name="identity">Its identity.</param>
    public static TransferResult ForMissing(string kind, object? identity) =>
        new(TransferOutcome.Missing, FormattableString.Invariant($"{kind} {identity}"));

    /// <summary>Returns the answer for an item in whose place something else stands.</summary>
    /// <param name="detail">What that is.</param>
    public static TransferResult ForConflict(string detail) => new(TransferOutcome.Conflict, detail);
}
