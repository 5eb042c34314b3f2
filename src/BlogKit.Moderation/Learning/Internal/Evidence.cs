namespace BlogKit.Moderation.Internal;

/// <summary>
/// What the three parts of the model say about a text, above 0 = spam: counts of words, counts of letters, and what corrections pushed.
/// </summary>
internal readonly record struct Evidence(float Words, float Letters, float Pushes);
