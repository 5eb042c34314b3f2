namespace BlogKit.LoadTest;

/// <summary>A comment that is seeded or sent.</summary>
/// <param name="Number">Its place in the order of writing, from 0.</param>
/// <param name="Parent">The number of the comment that it answers; null for a root.</param>
/// <param name="Text">The text.</param>
internal sealed record MeasuredComment(int Number, int? Parent, string Text)
{
    public string Name => $"Reader {Number % 97}";

    public string Email => $"reader{Number}@example.org";
}
