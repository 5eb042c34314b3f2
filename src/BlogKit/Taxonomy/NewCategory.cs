namespace BlogKit;

/// <summary>A category to be created; its slug is made from the name.</summary>
/// <param name="BlogId">The blog.</param>
/// <param name="Name">The name shown; at most 200 characters.</param>
public sealed record NewCategory(BlogId BlogId, string Name)
{
    /// <summary>The category it is below; null = it stands at the top.</summary>
    public CategoryId? ParentId { get; init; }

    /// <summary>The description, plain text; at most 2,000 characters.</summary>
    public string Description { get; init; } = "";
}
