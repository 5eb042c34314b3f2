namespace BlogKit;

/// <summary>What comes before and after a post.</summary>
/// <param name="Previous">Null at the beginning.</param>
/// <param name="Next">Null at the end.</param>
public sealed record PostNeighbours(PostLink? Previous, PostLink? Next)
{
    /// <summary>Neither.</summary>
    public static PostNeighbours None { get; } = new(null, null);
}
