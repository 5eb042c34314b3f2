namespace BlogKit.AspNetCore;

/// <summary>A category that an author may choose in the editor, and how deep it stands in the blog's tree. Immutable.</summary>
public sealed record CategoryChoice
{
    /// <summary>The category.</summary>
    public required Category Category { get; init; }

    /// <summary>The number of categories above it; 0 for one at the top.</summary>
    public int Depth { get; init; }
}
