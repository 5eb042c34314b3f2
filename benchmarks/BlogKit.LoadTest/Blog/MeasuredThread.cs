namespace BlogKit.LoadTest;

/// <summary>A post that is seeded with comments.</summary>
/// <param name="Name">The name of its section.</param>
/// <param name="Slug">The last part of its address.</param>
/// <param name="Title">Its title.</param>
/// <param name="Count">The number of its comments.</param>
internal sealed record MeasuredThread(string Name, string Slug, string Title, int Count)
{
    // Of each 13 comments five are roots. One is answered four deep (five levels, as many as a page nests by default), two once, one
    // twice, one not.
    private static readonly int?[] s_parents = [null, null, 1, null, 3, 4, 5, 6, null, 8, 8, null, 11];

    public static MeasuredThread Short { get; } = new("short", "a-short-discussion", "A short discussion", 23);

    public static MeasuredThread Middle { get; } = new("middle", "a-discussion", "A discussion", 1_000);

    public static MeasuredThread Long { get; } = new("long", "a-long-discussion", "A long discussion", 10_000);

    /// <summary>The post that comments are sent to, so that the pages that are read stay as they are.</summary>
    public static MeasuredThread Taken { get; } = new("comments", "an-open-discussion", "An open discussion", 0);

    /// <summary>A post with a password.</summary>
    public static MeasuredThread Locked { get; } = new("locked", "a-locked-discussion", "A locked discussion", 0);

    public static IReadOnlyList<MeasuredThread> All { get; } = [Short, Middle, Long, Taken, Locked];

    /// <summary>The text of the post: eight paragraphs.</summary>
    public string Text => string.Join("\n\n", Enumerable.Range(0, 8).Select(i => ThreadText.Of((Count * 8) + i)));

    /// <summary>Its comments in the order of writing.</summary>
    public IEnumerable<MeasuredComment> Comments => Enumerable.Range(0, Count).Select(
        static i => new MeasuredComment(i, s_parents[i % s_parents.Length] + (i - (i % s_parents.Length)), ThreadText.Of(i)));
}
