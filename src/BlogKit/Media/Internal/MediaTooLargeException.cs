namespace BlogKit.Internal;

/// <summary>A content is longer than it may be.</summary>
internal sealed class MediaTooLargeException() : Exception("It is larger than what is taken.");
