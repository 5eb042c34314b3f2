using BlogKit.Storage;

namespace BlogKit.Internal;

/// <summary>A comment that was judged, and what the store did with it.</summary>
internal sealed record Addition(Comment Comment, AdditionResult Stored);
