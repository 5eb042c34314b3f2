namespace BlogKit;

/// <summary>The posts before and after a post.</summary>
/// <param name="Previous">Null at the beginning.</param>
/// <param name="Next">Null at the end.</param>
public sealed record PostNeighbours(PostLink? Previous, PostLink? Next)
{
    /// <summary>No neighbours.</summary>
    public static PostNeighbours None { get; } = new(null, null);
}
