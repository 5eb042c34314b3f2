namespace BlogKit.Interchange.Internal;

/// <summary>What was read before in an export and later items need: few and small, whatever the size of the export.</summary>
internal sealed class WxrSeen
{
    // More than any site has; without an end, an export of terms alone would fill the memory.
    private const int MaximumCount = 100_000;

    // WordPress's own columns hold 250 characters at most.
    private const int MaximumLength = 250;

    private const int MaximumPathLength = 1000;

    private readonly Dictionary<string, string> _categoryPaths = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _authorNames = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Kind, string Id), SourceFile> _told = [];

    /// <summary>The difference to UTC that the last item with both dates had; null before the first.</summary>
    public TimeSpan? Offset { get; set; }

    /// <summary>The path that the addresses of the site begin with, without a slash at its end; empty for a site of its own host.</summary>
    public string BasePath { get; set; } = "";

    /// <summary>Remembers the path of a category by its slug, and returns it: those above it stand in front.</summary>
    public string PathOfCategory(string slug, string? parent)
    {
        var path = parent is not null && _categoryPaths.TryGetValue(parent, out var above) ? $"{above}/{slug}" : slug;
        if (_categoryPaths.Count < MaximumCount && path.Length <= MaximumPathLength)
        {
            _categoryPaths.TryAdd(slug, path);
        }

        return path;
    }

    /// <summary>Remembers the name of an author by login.</summary>
    public void NameAuthor(string login, string name)
    {
        if (_authorNames.Count < MaximumCount && login.Length <= MaximumLength && name.Length <= MaximumLength)
        {
            _authorNames[login] = name;
        }
    }

    /// <summary>The name of the author; null for one that is not known.</summary>
    public string? NameOf(string login) => _authorNames.GetValueOrDefault(login);

    /// <summary>
    /// Whether an author or term was told by a file before: every part of a split export begins with all of them again.
    /// </summary>
    public bool WasToldBefore(ImportItem term, SourceFile file)
    {
        var key = (term is UnusableItem unusable ? unusable.Kind : term.GetType().Name, term.OriginalId);
        if (_told.TryGetValue(key, out var teller))
        {
            return !ReferenceEquals(teller, file);
        }

        if (_told.Count < MaximumCount && key.OriginalId.Length <= MaximumLength)
        {
            _told.Add(key, file);
        }

        return false;
    }
}
