namespace BlogKit.Moderation.Internal;

/// <summary>What somebody said of a text.</summary>
internal readonly record struct LessonLabel(bool IsSpam, bool IsHalf);
