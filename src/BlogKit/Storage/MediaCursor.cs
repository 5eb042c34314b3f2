namespace BlogKit.Storage;

/// <summary>A place in a list of files.</summary>
/// <param name="AddedAt">When the file at the place was added.</param>
/// <param name="Name">That file's name. It need not be there any more.</param>
/// <param name="Backwards">Whether the part ends before the place instead of beginning after it.</param>
public sealed record MediaCursor(DateTimeOffset AddedAt, string Name, bool Backwards = false);
