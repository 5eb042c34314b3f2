using BlogKit.Redirects;
using BlogKit.Storage;

namespace BlogKit.Interchange.Internal;

/// <summary>
/// Brings categories and tags in. A category whose slug the blog has already is that one; so is a tag whose name or slug it has.
/// </summary>
internal sealed class TermImport(ImportSession session, RedirectImport redirects)
{
    /// <summary>The most categories of a source: they are held until all are known, because a parent may come late.</summary>
    public const int MaximumCategories = 50_000;

    private const int MaximumNameLength = 200;
    private const int MaximumTagLength = 100;
    private const int MaximumDescriptionLength = 2_000;
    private static readonly TimeSpan s_ever = TimeSpan.FromDays(365 * 100);

    private readonly List<ImportedCategory> _waiting = [];
    private readonly Dictionary<string, CategoryId> _categories = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Tag> _tags = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Category> _bySlug = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Tag> _tagsBySlug = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Tag> _tagsByName = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads what the blog has already.</summary>
    public async Task BeginAsync()
    {
        var services = session.Services;
        var categories = await services.Taxonomy.ListAllCategoriesAsync(session.Blog.Id, session.Cancellation).ConfigureAwait(false);
        foreach (var category in categories)
        {
            _bySlug[category.Slug.Value] = category;
        }

        foreach (var tag in await services.PostStore.ListTagsAsync(
            session.Blog.Id, session.Now + s_ever, int.MaxValue, session.Cancellation).ConfigureAwait(false))
        {
            Know(tag.Tag);
        }
    }

    /// <summary>Takes a category, to be brought in when all are known.</summary>
    public void Wait(ImportedCategory category)
    {
        if (_waiting.Count == MaximumCategories)
        {
            session.Tally.Tell(category, ImportOutcome.Refused, $"The source has more than {MaximumCategories} categories.");
            return;
        }

        _waiting.Add(category);
    }

    /// <summary>Brings the categories in, each after the one above it.</summary>
    public async Task ImportCategoriesAsync()
    {
        var known = _waiting.Select(static c => c.OriginalId).ToHashSet(StringComparer.Ordinal);
        List<ImportedCategory> rest = [.. _waiting];
        _waiting.Clear();
        while (rest.Count > 0)
        {
            var ready = rest
                .Where(c => c.ParentId is not { } parent || _categories.ContainsKey(parent) || !known.Contains(parent))
                .ToList();
            if (ready.Count == 0)
            {
                // Every one that is left stands below itself, or below one that does: the first is cut off.
                ready.Add(rest[0]);
            }

            foreach (var category in ready)
            {
                await ImportAsync(category).ConfigureAwait(false);
                known.Remove(category.OriginalId);
            }

            var done = ready.ToHashSet(ReferenceEqualityComparer.Instance);
            rest.RemoveAll(done.Contains);
        }
    }

    /// <summary>Brings a tag in: it is here once a post has it.</summary>
    public async Task ImportAsync(ImportedTag tag)
    {
        List<SourceNote> notes = [];
        var origin = await session.FindOriginAsync(OriginKind.Tag, tag.OriginalId).ConfigureAwait(false);
        var here = TagOf(tag.Slug, tag.Name, notes);
        _tags[tag.OriginalId] = here;
        redirects.Add(RedirectTarget.OfTag(here.Slug), tag.OldAddresses);
        if (origin is not null && string.Equals(origin.ContentHash, ItemHash.Of(tag), StringComparison.Ordinal))
        {
            session.Tally.Tell(tag, ImportOutcome.Unchanged);
            return;
        }

        var id = origin?.ItemId ?? session.Identify(ItemKinds.Tag, tag.OriginalId, null);
        await session.KeepAsync(session.OriginOf(OriginKind.Tag, tag, origin, id, 0) with { ItemName = here.Slug.Value })
            .ConfigureAwait(false);
        session.Tally.Tell(tag, origin is null ? ImportOutcome.Imported : ImportOutcome.Updated, notes: notes);
    }

    /// <summary>Returns the tags of a post here.</summary>
    public ImmutableArray<Tag> FindTags(ImmutableArray<ImportedTerm> terms, int most, List<SourceNote> notes)
    {
        var found = terms.Select(term =>
        {
            if (!_tags.TryGetValue(term.OriginalId, out var tag))
            {
                _tags[term.OriginalId] = tag = TagOf(term.OriginalId, term.Name, []);
            }

            return tag;
        }).DistinctBy(static tag => tag.Slug).ToList();
        return [.. Bounded(found, most, "tags", static tag => tag.Name, notes)];
    }

    /// <summary>Returns the categories of a post here; those the source has nothing else of are made of their names.</summary>
    public async Task<ImmutableArray<CategoryId>> FindCategoriesAsync(ImmutableArray<ImportedTerm> terms, int most, List<SourceNote> notes)
    {
        List<CategoryId> found = [];
        foreach (var term in terms)
        {
            if (!_categories.TryGetValue(term.OriginalId, out var id))
            {
                List<SourceNote> ignored = [];
                var made = new ImportedCategory { OriginalId = term.OriginalId, Name = term.Name, Slug = term.OriginalId };
                id = (await SaveAsync(made, null, ignored).ConfigureAwait(false)).Id;
                _categories[term.OriginalId] = id;
            }

            if (!found.Contains(id))
            {
                found.Add(id);
            }
        }

        return [.. Bounded(found, most, "categories", static id => id.ToString(), notes)];
    }

    private static List<T> Bounded<T>(List<T> found, int most, string member, Func<T, string> name, List<SourceNote> notes)
    {
        if (found.Count > most)
        {
            notes.Add(new SourceNote(
                SourceNoteKind.LeftOut,
                member,
                $"A post has at most {most}; left out: {string.Join(", ", found.Skip(most).Take(20).Select(name))}."));
            found.RemoveRange(most, found.Count - most);
        }

        return found;
    }

    private async Task ImportAsync(ImportedCategory category)
    {
        var origin = await session.FindOriginAsync(OriginKind.Category, category.OriginalId).ConfigureAwait(false);
        var stored = origin is null ? null : _bySlug.Values.FirstOrDefault(c => c.Id.Value == origin.ItemId);
        if (origin is not null && stored is null && session.Number is not null)
        {
            origin = null;
        }

        List<SourceNote> notes = [];
        if (origin is not null && stored is not null)
        {
            _categories[category.OriginalId] = stored.Id;
            redirects.Add(RedirectTarget.OfCategory(stored.Id), category.OldAddresses);
            var state = origin.Judge(ItemHash.Of(category), stored.Version);
            if (state is OriginState.Unchanged or OriginState.EditedHere)
            {
                session.Tally.Tell(category, ImportOutcome.Unchanged, id: stored.Id.Value);
                return;
            }

            if (state is OriginState.ChangedOnBothSides && session.Options.WhenEditedHere is not EditedHere.Loses)
            {
                Decisions.TellEditedHere(session, category, stored.Id.Value);
                return;
            }
        }

        var (id, version, isMerged) = await SaveAsync(category, stored, notes).ConfigureAwait(false);
        _categories[category.OriginalId] = id;
        redirects.Add(RedirectTarget.OfCategory(id), category.OldAddresses);
        var kept = session.OriginOf(OriginKind.Category, category, origin, id.Value, version);
        await session.KeepAsync(isMerged ? kept with { ItemVersion = Merged } : kept).ConfigureAwait(false);
        session.Tally.Tell(category, stored is null ? ImportOutcome.Imported : ImportOutcome.Updated, notes: notes, id: id.Value);
    }

    /// <summary>The version in the origin of what was here before: nothing stored has it, so it is never taken away again.</summary>
    public const long Merged = 0;

    private async Task<(CategoryId Id, long Version, bool IsMerged)> SaveAsync(
        ImportedCategory category, Category? stored, List<SourceNote> notes)
    {
        var name = ShortText.Line(category.Name, MaximumNameLength, "name", notes) ?? category.OriginalId;
        var slug = SlugOf(category.Slug, name, notes);
        if (stored is null && _bySlug.TryGetValue(slug.Value, out var same))
        {
            if (same.Id.Value != session.Identify(ItemKinds.Category, category.OriginalId, null))
            {
                notes.Add(new SourceNote(
                    SourceNoteKind.Merged, "slug", $"The blog has the category '{same.Name}' at '{slug}'; it is that one."));
                return (same.Id, same.Version, true);
            }

            // One that a run before made, which was broken off before it kept the origin.
            return (same.Id, same.Version, false);
        }

        CategoryId? parent = null;
        if (category.ParentId is { } above)
        {
            parent = _categories.TryGetValue(above, out var known) ? known : null;
            if (parent is null)
            {
                notes.Add(new SourceNote(
                    SourceNoteKind.Missing,
                    "parent",
                    $"The category '{Texts.Start(above)}' above it is not there, or is below it; it stands at the top."));
            }
        }

        var made = new Category
        {
            Id = stored?.Id ?? new CategoryId(session.Identify(ItemKinds.Category, category.OriginalId, null)),
            BlogId = session.Blog.Id,
            ParentId = parent,
            Name = name,
            Slug = stored?.Slug ?? slug,
            Description = ShortText.Cut(
                ShortText.Storable(category.Description, "description", notes), MaximumDescriptionLength, "description", notes),
            Version = stored?.Version ?? 0,
        };
        if (stored is not null && made == stored)
        {
            return (stored.Id, stored.Version, false);
        }

        if (session.Number is not null)
        {
            var outcome = await session.Services.Taxonomy.SaveCategoryAsync(made, session.Cancellation).ConfigureAwait(false);
            if (outcome is not SaveOutcome.Saved)
            {
                throw new ImportSourceException(
                    $"The category '{name}' could not be saved ({outcome}): somebody changed the categories at the same time. "
                    + "Start again.");
            }
        }

        made = made with { Version = made.Version + 1 };
        _bySlug[made.Slug.Value] = made;
        return (made.Id, made.Version, false);
    }

    private Tag TagOf(string wanted, string name, List<SourceNote> notes)
    {
        var shown = ShortText.Line(name, MaximumTagLength, "name", notes) ?? wanted;
        if (_tagsByName.TryGetValue(shown, out var same))
        {
            return same;
        }

        var slug = SlugOf(wanted, shown, notes);
        if (_tagsBySlug.TryGetValue(slug.Value, out var other))
        {
            notes.Add(new SourceNote(SourceNoteKind.Merged, "slug", $"The blog has the tag '{other.Name}' at '{slug}'; it is that one."));
            return other;
        }

        var tag = new Tag(shown, slug);
        Know(tag);
        return tag;
    }

    private void Know(Tag tag)
    {
        _tagsBySlug.TryAdd(tag.Slug.Value, tag);
        _tagsByName.TryAdd(tag.Name, tag);
    }

    private static Slug SlugOf(string wanted, string name, List<SourceNote> notes)
    {
        if (Slug.TryParse(wanted, out var slug))
        {
            return slug;
        }

        slug = Slug.From(string.IsNullOrWhiteSpace(wanted) ? name : wanted);
        notes.Add(new SourceNote(SourceNoteKind.Renamed, "slug", $"'{Texts.Start(wanted)}' is no slug here; it is '{slug}'."));
        return slug;
    }
}
