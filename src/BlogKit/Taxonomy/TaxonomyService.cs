using BlogKit.Internal;
using BlogKit.Storage;

namespace BlogKit;

/// <summary>
/// Reads and changes categories (a tree) and series. Changing them needs an editor or administrator. Safe for concurrent use.
/// </summary>
public sealed class TaxonomyService
{
    private const int MaximumNameLength = 200;
    private const int MaximumDescriptionLength = 2_000;

    private readonly ITaxonomyStore _taxonomy;
    private readonly IIdGenerator _ids;
    private readonly BlogChanges _changes;

    internal TaxonomyService(ITaxonomyStore taxonomy, IIdGenerator ids, BlogChanges changes)
    {
        _taxonomy = taxonomy;
        _ids = ids;
        _changes = changes;
    }

    /// <summary>Returns every category of the blog, by name.</summary>
    public Task<ImmutableArray<Category>> ListAllCategoriesAsync(BlogId blogId, CancellationToken cancellationToken = default) =>
        _taxonomy.ListAllCategoriesAsync(blogId, cancellationToken);

    /// <summary>Returns every series of the blog, by name.</summary>
    public Task<ImmutableArray<Series>> ListAllSeriesAsync(BlogId blogId, CancellationToken cancellationToken = default) =>
        _taxonomy.ListAllSeriesAsync(blogId, cancellationToken);

    /// <summary>Creates a category; the slug is made from the name.</summary>
    public Task<Result<Category>> CreateCategoryAsync(NewCategory input, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(input.Name, nameof(input));
        return SaveCategoryAsync(
            new Category
            {
                Id = new CategoryId(_ids.Next()),
                BlogId = input.BlogId,
                ParentId = input.ParentId,
                Name = input.Name.Trim(),
                Slug = Slug.From(input.Name),
                Description = input.Description,
            },
            actor,
            isThere: null,
            cancellationToken);
    }

    /// <summary>Saves a changed category; <see cref="Category.Version"/> says what the change is based on.</summary>
    public Task<Result<Category>> UpdateCategoryAsync(Category category, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(category);
        return SaveCategoryAsync(
            category with { Name = category.Name?.Trim() ?? "" },
            actor,
            async () => (await _taxonomy.ListAllCategoriesAsync(category.BlogId, cancellationToken).ConfigureAwait(false))
                .Any(c => c.Id == category.Id),
            cancellationToken);
    }

    /// <summary>Deletes a category; those below it move up, posts lose it.</summary>
    public Task<Result> DeleteCategoryAsync(
        BlogId blogId, CategoryId id, Actor actor, long version, CancellationToken cancellationToken = default) =>
        DeleteAsync(
            blogId,
            actor,
            () => _taxonomy.DeleteCategoryAsync(blogId, id, version, cancellationToken),
            Errors.CategoryNotFound,
            "category");

    /// <summary>Creates a series; the slug is made from the name.</summary>
    public Task<Result<Series>> CreateSeriesAsync(NewSeries input, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(input.Name, nameof(input));
        return SaveSeriesAsync(
            new Series
            {
                Id = new SeriesId(_ids.Next()),
                BlogId = input.BlogId,
                Name = input.Name.Trim(),
                Slug = Slug.From(input.Name),
                Description = input.Description,
            },
            actor,
            isThere: null,
            cancellationToken);
    }

    /// <summary>Saves a changed series; <see cref="Series.Version"/> says what the change is based on.</summary>
    public Task<Result<Series>> UpdateSeriesAsync(Series series, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(series);
        return SaveSeriesAsync(
            series with { Name = series.Name?.Trim() ?? "" },
            actor,
            async () => (await _taxonomy.ListAllSeriesAsync(series.BlogId, cancellationToken).ConfigureAwait(false))
                .Any(s => s.Id == series.Id),
            cancellationToken);
    }

    /// <summary>Deletes a series; its posts no longer belong to one.</summary>
    public Task<Result> DeleteSeriesAsync(
        BlogId blogId, SeriesId id, Actor actor, long version, CancellationToken cancellationToken = default) =>
        DeleteAsync(
            blogId,
            actor,
            () => _taxonomy.DeleteSeriesAsync(blogId, id, version, cancellationToken),
            Errors.SeriesNotFound,
            "series");

    private static BlogError? Forbids(Actor actor, BlogId blogId)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.ForBlog(blogId).CanEditOthers ? null : Errors.NotAllowed("You may not change categories and series.");
    }

    private static InputErrors Check(string name, string description, Slug slug)
    {
        var errors = new InputErrors();
        errors.Name(name, MaximumNameLength, "Name");
        errors.Text(description, MaximumDescriptionLength, "Description");
        if (slug.Value.Length == 0)
        {
            errors.Add(ErrorCodes.Required, "Slug", "{field} is required.");
        }

        return errors;
    }

    private Task<Result<Category>> SaveCategoryAsync(
        Category category, Actor actor, Func<Task<bool>>? isThere, CancellationToken cancellationToken)
    {
        category = category with { Description = category.Description ?? "" };
        var missing = category switch
        {
            { ParentId: not null } => BlogError.Of(
                ErrorKind.Invalid,
                ErrorCodes.Circular,
                "{field} is not a category of this blog, or is below the category itself.",
                "ParentId"),
            { Version: 0 } => Errors.BlogNotFound,
            _ => Errors.CategoryNotFound,
        };
        return SaveAsync(
            category with { Version = category.Version + 1 },
            new Entry(category.BlogId, category.Name, category.Slug, category.Description, "category", Errors.CategoryNotFound, missing),
            actor,
            isThere,
            () => _taxonomy.SaveCategoryAsync(category, cancellationToken));
    }

    private Task<Result<Series>> SaveSeriesAsync(
        Series series, Actor actor, Func<Task<bool>>? isThere, CancellationToken cancellationToken)
    {
        series = series with { Description = series.Description ?? "" };
        var missing = series.Version == 0 ? Errors.BlogNotFound : Errors.SeriesNotFound;
        return SaveAsync(
            series with { Version = series.Version + 1 },
            new Entry(series.BlogId, series.Name, series.Slug, series.Description, "series", Errors.SeriesNotFound, missing),
            actor,
            isThere,
            () => _taxonomy.SaveSeriesAsync(series, cancellationToken));
    }

    /// <summary>Saves an entry if the actor may, it is there and what it says is right.</summary>
    /// <param name="saved">What it is once it is saved.</param>
    /// <param name="entry">What it has in common with every other entry.</param>
    /// <param name="actor">Who saves.</param>
    /// <param name="isThere">Whether it exists; null when it is new.</param>
    /// <param name="save">Saves it.</param>
    private async Task<Result<T>> SaveAsync<T>(
        T saved, Entry entry, Actor actor, Func<Task<bool>>? isThere, Func<Task<SaveOutcome>> save)
        where T : notnull
    {
        if (Forbids(actor, entry.BlogId) is { } refusal)
        {
            return refusal;
        }

        if (isThere is not null && !await isThere().ConfigureAwait(false))
        {
            return entry.NotFound;
        }

        var errors = Check(entry.Name, entry.Description, entry.Slug);
        return errors.Any
            ? errors.ToImmutable()
            : await save().AnnounceAsync(_changes, new BlogChange(entry.BlogId, BlogChangeKind.Taxonomy)).ConfigureAwait(false) switch
            {
                SaveOutcome.Saved => saved,
                SaveOutcome.Duplicate => Errors.Taken("Slug", entry.Slug.Value),
                SaveOutcome.Missing => entry.Missing,
                _ => Errors.Changed(entry.Thing),
            };
    }

    private async Task<Result> DeleteAsync(BlogId blogId, Actor actor, Func<Task<SaveOutcome>> delete, BlogError notFound, string thing)
    {
        if (Forbids(actor, blogId) is { } refusal)
        {
            return refusal;
        }

        return await delete().AnnounceAsync(_changes, new BlogChange(blogId, BlogChangeKind.Taxonomy)).ConfigureAwait(false) switch
        {
            SaveOutcome.Saved => Result.Success,
            SaveOutcome.Missing => notFound,
            _ => Errors.Changed(thing),
        };
    }

    /// <summary>What a category and a series have in common, and what is said when one is not there.</summary>
    private readonly record struct Entry(
        BlogId BlogId, string Name, Slug Slug, string Description, string Thing, BlogError NotFound, BlogError Missing);
}
