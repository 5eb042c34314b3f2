namespace BlogKit.Storage;

/// <summary>Keeps categories and series. Every method is one transaction; safe for concurrent use.</summary>
/// <remarks>
/// Every call says its blog. A category or a series of another blog is one that does not exist, for saving too.
/// Texts that cannot be stored are refused with <see cref="ArgumentException"/> before anything is written (<see cref="StorableText"/>).
/// </remarks>
public interface ITaxonomyStore
{
    /// <summary>Returns every category of the blog, by name (ordinal), then identity.</summary>
    Task<ImmutableArray<Category>> ListAllCategoriesAsync(BlogId blogId, CancellationToken cancellationToken);

    /// <summary>
    /// Inserts (version 0) or replaces when the stored version is the given one. <see cref="SaveOutcome.Duplicate"/> when another category
    /// of the blog has the slug; <see cref="SaveOutcome.Missing"/> when the blog, the parent or the category to replace is not there, or
    /// the parent is the category itself or below it (checked in the transaction, so that no two changes together make a circle).
    /// </summary>
    Task<SaveOutcome> SaveCategoryAsync(Category category, CancellationToken cancellationToken);

    /// <summary>Deletes the category; those below it move up to its parent, and posts lose it.</summary>
    Task<SaveOutcome> DeleteCategoryAsync(BlogId blogId, CategoryId id, long version, CancellationToken cancellationToken);

    /// <summary>Returns every series of the blog, by name (ordinal), then identity.</summary>
    Task<ImmutableArray<Series>> ListAllSeriesAsync(BlogId blogId, CancellationToken cancellationToken);

    /// <summary>Inserts (version 0) or replaces when the stored version is the given one; outcomes as for categories.</summary>
    Task<SaveOutcome> SaveSeriesAsync(Series series, CancellationToken cancellationToken);

    /// <summary>Deletes the series; its posts no longer belong to one.</summary>
    Task<SaveOutcome> DeleteSeriesAsync(BlogId blogId, SeriesId id, long version, CancellationToken cancellationToken);
}
