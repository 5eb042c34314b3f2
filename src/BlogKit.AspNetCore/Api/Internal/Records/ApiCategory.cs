namespace BlogKit.AspNetCore.Internal;

/// <summary>A category of the tree.</summary>
internal sealed record ApiCategory(CategoryId Id, CategoryId? ParentId, string Slug, string Name, string Description, string Url);
