using System.Globalization;

namespace BlogKit.Interchange.Internal;

/// <summary>The names and numbers by which the items of an export name each other.</summary>
internal sealed class WxrNames
{
    // WordPress cuts a slug there, when it is spelled with signs for every letter beyond ASCII.
    private const int MaximumSlugLength = 200;

    private readonly Dictionary<AuthorId, (int Number, Author Author)> _authors = [];
    private readonly Dictionary<CategoryId, Category> _categories = [];
    private readonly Dictionary<SeriesId, Series> _series = [];

    public WxrNames(ImmutableArray<Author> authors, ImmutableArray<Category> categories, ImmutableArray<Series> series)
    {
        Authors = [.. authors.OrderBy(static author => (author.CreatedAt, author.Id))];
        Series = [.. series.OrderBy(static one => one.Id)];
        for (var at = 0; at < Authors.Length; at++)
        {
            _authors.Add(Authors[at].Id, (at + 1, Authors[at]));
        }

        foreach (var category in categories)
        {
            _categories.Add(category.Id, category);
        }

        foreach (var one in Series)
        {
            _series.Add(one.Id, one);
        }

        Categories = ParentsFirst(categories);
    }

    /// <summary>The authors, oldest first; the number of each is its place, from 1.</summary>
    public ImmutableArray<Author> Authors { get; }

    /// <summary>The categories, oldest first but for those below another, which come behind it.</summary>
    public ImmutableArray<Category> Categories { get; }

    /// <summary>The series, oldest first.</summary>
    public ImmutableArray<Series> Series { get; }

    public Author? Find(AuthorId? id) => id is { } author && _authors.TryGetValue(author, out var found) ? found.Author : null;

    public Category? Find(CategoryId? id) => id is { } category ? _categories.GetValueOrDefault(category) : null;

    public Series? Find(SeriesId? id) => id is { } series ? _series.GetValueOrDefault(series) : null;

    /// <summary>The number of an author; 0 for one that is not there.</summary>
    public int NumberOf(AuthorId? id) => id is { } author && _authors.TryGetValue(author, out var found) ? found.Number : 0;

    /// <summary>The name an author signs in with: WordPress takes signs of ASCII there, and drops an author of none.</summary>
    public string LoginOf(Author author) => HasLogin(author)
        ? author.Slug.Value
        : string.Create(CultureInfo.InvariantCulture, $"author-{NumberOf(author.Id)}-{author.Id.Value:N}");

    public static bool HasLogin(Author author) => IsAscii(author.Slug);

    /// <summary>Returns a slug as WordPress keeps it.</summary>
    public static string Encode(Slug slug) => IsAscii(slug) ? slug.Value : Uri.EscapeDataString(slug.Value).ToLowerInvariant();

    /// <summary>Tells of a slug that WordPress will cut.</summary>
    public static void CheckLength(Slug slug, WxrAlterations alterations)
    {
        if (Encode(slug).Length > MaximumSlugLength)
        {
            alterations.Add(
                "slug",
                $"WordPress spells its slug with more than {MaximumSlugLength} signs and cuts it: the address will be another.");
        }
    }

    private static bool IsAscii(Slug slug) => System.Text.Ascii.IsValid(slug.Value);

    private ImmutableArray<Category> ParentsFirst(ImmutableArray<Category> categories)
    {
        var ordered = ImmutableArray.CreateBuilder<Category>(categories.Length);
        var written = new HashSet<CategoryId>();
        var above = new Stack<Category>();
        foreach (var category in categories.OrderBy(static category => category.Id))
        {
            for (var at = category; at is not null && !written.Contains(at.Id) && above.Count <= categories.Length; at = Find(at.ParentId))
            {
                above.Push(at);
            }

            while (above.TryPop(out var next))
            {
                if (written.Add(next.Id))
                {
                    ordered.Add(next);
                }
            }
        }

        return ordered.ToImmutable();
    }
}
