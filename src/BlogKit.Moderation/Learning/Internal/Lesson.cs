namespace BlogKit.Moderation.Internal;

/// <summary>A label with where it came from.</summary>
internal readonly record struct Lesson(
    Guid Key, LessonLabel Label, uint Writer = 0, uint Teacher = 0, long Minute = 0, LessonLabel? Previous = null);
