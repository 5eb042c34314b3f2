namespace BlogKit.AspNetCore;

/// <summary>A tag or category, with the categories below it.</summary>
/// <param name="Name">The name shown, plain text.</param>
/// <param name="Url">Its posts.</param>
public sealed record TermLink(string Name, string Url)
{
    /// <summary>The number of its posts; null where that is not counted.</summary>
    public int? Posts { get; init; }

    /// <summary>The description, plain text; empty for none.</summary>
    public string Description { get; init; } = "";

    /// <summary>The categories below it.</summary>
    public ImmutableArray<TermLink> Children { get; init; } = [];
}
