namespace BlogKit;

/// <summary>A series to be created; its slug is made from the name.</summary>
/// <param name="BlogId">The blog.</param>
/// <param name="Name">The name shown; at most 200 characters.</param>
public sealed record NewSeries(BlogId BlogId, string Name)
{
    /// <summary>The description, plain text; at most 2,000 characters.</summary>
    public string Description { get; init; } = "";
}
