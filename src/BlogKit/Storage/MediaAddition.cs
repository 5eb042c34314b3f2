namespace BlogKit.Storage;

/// <summary>The result of storing a file.</summary>
/// <param name="File">The facts that are stored: those of whoever added the content first.</param>
/// <param name="IsNew">Whether this call stored the content; false when it was there already.</param>
public sealed record MediaAddition(StoredMedia File, bool IsNew);
