using System.Collections.Immutable;
using BlogKit.Internal;
using BlogKit.Storage;

namespace BlogKit;

/// <summary>Categories (a tree) and series. Changing them needs an editor or administrator. Safe for concurrent use.</summary>
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

    /// <summary>Every category of the blog, by name.</summary>
    public Task<ImmutableArray<Category>> ListAllCategoriesAsync(BlogId blogId, CancellationToken cancellationToken = default) =>
        _taxonomy.ListAllCategoriesAsync(blogId, cancellationToken);

    /// <summary>Every series of the blog, by name.</summary>
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
            cancellationToken);
    }

    /// <summary>Saves a changed category; <see cref="Category.Version"/> says what the change is based on.</summary>
    public async Task<Result<Category>> UpdateCategoryAsync(Category category, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(category);
        if (Forbids(actor, category.BlogId) is { } refusal)
        {
            return refusal;
        }

        return await HasCategoryAsync(category.BlogId, category.Id, cancellationToken).ConfigureAwait(false)
            ? await SaveCategoryAsync(category with { Name = category.Name?.Trim() ?? "" }, actor, cancellationToken).ConfigureAwait(false)
            : Errors.CategoryNotFound;
    }

    /// <summary>Removes a category; those below it move up, posts lose it.</summary>
    public async Task<Result> DeleteCategoryAsync(
        BlogId blogId, CategoryId id, Actor actor, long version, CancellationToken cancellationToken = default)
    {
        if (Forbids(actor, blogId) is { } refusal)
        {
            return refusal;
        }

        var outcome = await _taxonomy.DeleteCategoryAsync(blogId, id, version, cancellationToken)
            .AnnounceAsync(_changes, new BlogChange(blogId, BlogChangeKind.Taxonomy)).ConfigureAwait(false);
        return Deleted(outcome, Errors.CategoryNotFound, "category");
    }

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
            cancellationToken);
    }

    /// <summary>Saves a changed series; <see cref="Series.Version"/> says what the change is based on.</summary>
    public async Task<Result<Series>> UpdateSeriesAsync(Series series, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(series);
        if (Forbids(actor, series.BlogId) is { } refusal)
        {
            return refusal;
        }

        return await HasSeriesAsync(series.BlogId, series.Id, cancellationToken).ConfigureAwait(false)
            ? await SaveSeriesAsync(series with { Name = series.Name?.Trim() ?? "" }, actor, cancellationToken).ConfigureAwait(false)
            : Errors.SeriesNotFound;
    }

    /// <summary>Removes a series; its posts stand alone.</summary>
    public async Task<Result> DeleteSeriesAsync(
        BlogId blogId, SeriesId id, Actor actor, long version, CancellationToken cancellationToken = default)
    {
        if (Forbids(actor, blogId) is { } refusal)
        {
            return refusal;
        }

        var outcome = await _taxonomy.DeleteSeriesAsync(blogId, id, version, cancellationToken)
            .AnnounceAsync(_changes, new BlogChange(blogId, BlogChangeKind.Taxonomy)).ConfigureAwait(false);
        return Deleted(outcome, Errors.SeriesNotFound, "series");
    }

    private static BlogError? Forbids(Actor actor, BlogId blogId)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.In(blogId).CanEditOthers ? null : Errors.NotAllowed("You may not change categories and series.");
    }

    private async Task<bool> HasCategoryAsync(BlogId blogId, CategoryId id, CancellationToken cancellationToken) =>
        (await _taxonomy.ListAllCategoriesAsync(blogId, cancellationToken).ConfigureAwait(false)).Any(c => c.Id == id);

    private async Task<bool> HasSeriesAsync(BlogId blogId, SeriesId id, CancellationToken cancellationToken) =>
        (await _taxonomy.ListAllSeriesAsync(blogId, cancellationToken).ConfigureAwait(false)).Any(s => s.Id == id);

    private static Result Deleted(SaveOutcome outcome, BlogError missing, string thing) => outcome switch
    {
        SaveOutcome.Saved => Result.Success,
        SaveOutcome.Missing => missing,
        _ => Errors.Changed(thing),
    };

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

    private async Task<Result<Category>> SaveCategoryAsync(Category category, Actor actor, CancellationToken cancellationToken)
    {
        category = category with { Description = category.Description ?? "" };
        if (Forbids(actor, category.BlogId) is { } refusal)
        {
            return refusal;
        }

        var errors = Check(category.Name, category.Description, category.Slug);
        return errors.Any
            ? errors.ToImmutable()
            : await _taxonomy.SaveCategoryAsync(category, cancellationToken).AnnounceAsync(_changes, new BlogChange(category.BlogId, BlogChangeKind.Taxonomy)).ConfigureAwait(false) switch
            {
                SaveOutcome.Saved => category with { Version = category.Version + 1 },
                SaveOutcome.Duplicate => Errors.Taken("Slug", category.Slug.Value),
                SaveOutcome.Missing when category.ParentId is not null => BlogError.Of(
                    ErrorKind.Invalid,
                    ErrorCodes.Circular,
                    "{field} is not a category of this blog, or is below the category itself.",
                    "ParentId"),
                SaveOutcome.Missing => category.Version == 0 ? Errors.BlogNotFound : Errors.CategoryNotFound,
                _ => Errors.Changed("category"),
            };
    }

    private async Task<Result<Series>> SaveSeriesAsync(Series series, Actor actor, CancellationToken cancellationToken)
    {
        series = series with { Description = series.Description ?? "" };
        if (Forbids(actor, series.BlogId) is { } refusal)
        {
            return refusal;
        }

        var errors = Check(series.Name, series.Description, series.Slug);
        return errors.Any
            ? errors.ToImmutable()
            : await _taxonomy.SaveSeriesAsync(series, cancellationToken).AnnounceAsync(_changes, new BlogChange(series.BlogId, BlogChangeKind.Taxonomy)).ConfigureAwait(false) switch
            {
                SaveOutcome.Saved => series with { Version = series.Version + 1 },
                SaveOutcome.Duplicate => Errors.Taken("Slug", series.Slug.Value),
                SaveOutcome.Missing => series.Version == 0 ? Errors.BlogNotFound : Errors.SeriesNotFound,
                _ => Errors.Changed("series"),
            };
    }
}
