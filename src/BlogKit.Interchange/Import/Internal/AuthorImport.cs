using System.Globalization;
using BlogKit.Redirects;
using BlogKit.Storage;

namespace BlogKit.Interchange.Internal;

/// <summary>Brings authors in: who the map names is found, everybody else is made anew.</summary>
internal sealed class AuthorImport(ImportSession session, RedirectImport redirects)
{
    private const int MaximumNameLength = 200;
    private const int MaximumEmailLength = 254;
    private const int MostSlugs = 1_000;

    private readonly Dictionary<string, AuthorId> _authors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _users = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _logins = new(StringComparer.Ordinal);
    private readonly HashSet<string> _slugs = new(StringComparer.Ordinal);
    private AuthorId? _fallback;

    /// <summary>Finds who the map names, also those of whom the source has nothing else, as the accounts of commenters.</summary>
    public async Task BeginAsync()
    {
        foreach (var (login, mapped) in session.Options.Map?.Authors ?? ImportMap.Empty.Authors)
        {
            if (mapped.StartsWith(MapText.UserPrefix, StringComparison.Ordinal))
            {
                _users[login] = mapped[MapText.UserPrefix.Length..];
            }

            if (await FindMappedAsync(mapped).ConfigureAwait(false) is { } found)
            {
                _authors[login] = found.Id;
            }
            else if (mapped.StartsWith(MapText.AuthorPrefix, StringComparison.Ordinal))
            {
                throw new ImportSourceException($"The map says that '{Texts.Start(login)}' is '{mapped}', and there is no such author.");
            }
        }
    }

    /// <summary>Brings an author in.</summary>
    public async Task ImportAsync(ImportedAuthor author)
    {
        if (author.AccountId is { } account)
        {
            _logins.TryAdd(account, author.OriginalId);
        }

        if (IsMapped(author))
        {
            return;
        }

        var origin = await session.FindOriginAsync(OriginKind.Author, author.OriginalId).ConfigureAwait(false);
        var hash = ItemHash.Of(author);
        var stored = origin is null ? null : await FindAsync(new AuthorId(origin.ItemId)).ConfigureAwait(false);
        if (origin is not null && stored is not null)
        {
            await TakeUpAsync(author, origin, stored, hash).ConfigureAwait(false);
            return;
        }

        await InsertAsync(author, origin).ConfigureAwait(false);
    }

    /// <summary>
    /// Returns the authors of a post here; those the source has nothing else of are made of their names. Notes those that are not there.
    /// </summary>
    public async Task<ImmutableArray<AuthorId>> FindAllAsync(ImmutableArray<ImportedTerm> authors, List<SourceNote> notes)
    {
        var found = ImmutableArray.CreateBuilder<AuthorId>();
        foreach (var author in authors)
        {
            if (!_authors.ContainsKey(author.OriginalId))
            {
                await InsertUnlistedAsync(author).ConfigureAwait(false);
            }

            if (_authors.TryGetValue(author.OriginalId, out var id) && !found.Contains(id))
            {
                found.Add(id);
            }
        }

        if (found.Count == 0)
        {
            found.Add(await FallbackAsync().ConfigureAwait(false));
            notes.Add(new SourceNote(SourceNoteKind.Missing, "authors", "The source names no author; the site itself signs."));
        }

        return found.ToImmutable();
    }

    /// <summary>Returns who an account of the source is here: an author, the key of a user, or nobody.</summary>
    public (AuthorId? Author, string? UserKey) FindAccount(string? account)
    {
        if (account is null)
        {
            return default;
        }

        var login = _logins.GetValueOrDefault(account, account);
        return _authors.TryGetValue(login, out var author) ? (author, null)
            : _users.TryGetValue(login, out var user) ? (null, user)
            : default;
    }

    /// <summary>The map as it is when nobody wrote one: every author made anew.</summary>
    public ImmutableSortedDictionary<string, string> Draft() => _authors.Keys.Concat(_users.Keys)
        .Distinct(StringComparer.Ordinal)
        .ToImmutableSortedDictionary(
            static login => login,
            login => session.Options.Map?.Authors.GetValueOrDefault(login) ?? MapText.New,
            StringComparer.Ordinal);

    private bool IsMapped(ImportedAuthor author)
    {
        var mapped = session.Options.Map?.Authors.GetValueOrDefault(author.OriginalId) ?? MapText.New;
        if (mapped is MapText.New)
        {
            return false;
        }

        // A user who is no author yet signs in as the one that is made now.
        if (!_authors.TryGetValue(author.OriginalId, out var id))
        {
            return false;
        }

        redirects.Add(RedirectTarget.OfAuthor(id), author.OldAddresses);
        session.Tally.Tell(author, ImportOutcome.Unchanged, $"The map says '{mapped}'.", id: id.Value);
        return true;
    }

    private async Task TakeUpAsync(ImportedAuthor author, Origin origin, Author stored, string hash)
    {
        _authors[author.OriginalId] = stored.Id;
        redirects.Add(RedirectTarget.OfAuthor(stored.Id), author.OldAddresses);
        var state = origin.Judge(hash, stored.Version);
        if (state is OriginState.Unchanged or OriginState.EditedHere)
        {
            session.Tally.Tell(author, ImportOutcome.Unchanged, id: stored.Id.Value);
            return;
        }

        if (state is OriginState.ChangedOnBothSides && session.Options.WhenEditedHere is not EditedHere.Loses)
        {
            Decisions.TellEditedHere(session, author, stored.Id.Value);
            return;
        }

        List<SourceNote> notes = [];
        var changed = stored with
        {
            DisplayName = ShortText.Line(author.DisplayName, MaximumNameLength, "name", notes) ?? stored.DisplayName,
            Email = EmailOf(author, notes) ?? stored.Email,
            UpdatedAt = session.Now,
        };
        var outcome = session.Number is null || changed == stored
            ? SaveOutcome.Saved
            : await session.Services.Authors.SaveAsync(changed, session.Cancellation).ConfigureAwait(false);
        if (outcome is not SaveOutcome.Saved)
        {
            session.Tally.Tell(author, ImportOutcome.Kept, "Somebody changed the profile at the same time.", id: stored.Id.Value);
            return;
        }

        var version = stored.Version + (changed == stored ? 0 : 1);
        await session.KeepAsync(session.OriginOf(OriginKind.Author, author, origin, stored.Id.Value, version)).ConfigureAwait(false);
        session.Tally.Tell(author, ImportOutcome.Updated, notes: notes, id: stored.Id.Value);
    }

    private async Task InsertAsync(ImportedAuthor author, Origin? origin)
    {
        List<SourceNote> notes = [];
        var id = new AuthorId(session.Identify(ItemKinds.Author, author.OriginalId, null));
        var made = new Author
        {
            Id = id,
            BlogId = session.Blog.Id,
            Slug = default,
            DisplayName = ShortText.Line(author.DisplayName, MaximumNameLength, "name", notes) ?? author.OriginalId,
            Email = EmailOf(author, notes),
            UserKey = _users.GetValueOrDefault(author.OriginalId),
            Links = LinksOf(author, notes),
            CreatedAt = session.Now,
            UpdatedAt = session.Now,
        };
        var stored = await SaveNewAsync(made, SlugOf(author, made.DisplayName, notes), notes).ConfigureAwait(false);
        if (stored is null)
        {
            session.Tally.Tell(author, ImportOutcome.Refused, "There are too many authors of that name.");
            return;
        }

        var version = await WriteBiographyAsync(author, stored, notes).ConfigureAwait(false);
        _authors[author.OriginalId] = id;
        redirects.Add(RedirectTarget.OfAuthor(id), author.OldAddresses);
        await session.KeepAsync(session.OriginOf(OriginKind.Author, author, origin, id.Value, version, author.Url)).ConfigureAwait(false);
        session.Tally.Tell(author, ImportOutcome.Imported, notes: notes, id: id.Value);
    }

    private async Task<long> WriteBiographyAsync(ImportedAuthor author, Author stored, List<SourceNote> notes)
    {
        if (author.Biography is not { } biography || session.Number is null)
        {
            return stored.Version;
        }

        var markdown = TextBodies.ToMarkdown(session, biography, "biography", notes);
        var saved = await session.Services.AuthorProfiles.UpdateAsync(
            stored with { BioMarkdown = markdown }, session.Actor, session.Cancellation).ConfigureAwait(false);
        if (!saved.Succeeded)
        {
            notes.Add(new SourceNote(SourceNoteKind.LeftOut, "biography", saved.Error!.Message));
        }

        return saved.Succeeded ? saved.Value.Version : stored.Version;
    }

    // A name of a post that no item of the source explains.
    private async Task InsertUnlistedAsync(ImportedTerm author)
    {
        var origin = await session.FindOriginAsync(OriginKind.Author, author.OriginalId).ConfigureAwait(false);
        if (origin is not null && await FindAsync(new AuthorId(origin.ItemId)).ConfigureAwait(false) is { } known)
        {
            _authors[author.OriginalId] = known.Id;
            return;
        }

        List<SourceNote> ignored = [];
        var id = new AuthorId(session.Identify(ItemKinds.Author, author.OriginalId, null));
        var made = new Author
        {
            Id = id,
            BlogId = session.Blog.Id,
            Slug = default,
            DisplayName = ShortText.Line(author.Name, MaximumNameLength, "name", ignored) ?? "?",
            CreatedAt = session.Now,
            UpdatedAt = session.Now,
        };
        if (await SaveNewAsync(made, Slug.From(made.DisplayName), ignored).ConfigureAwait(false) is { } stored)
        {
            _authors[author.OriginalId] = id;
            var item = new ImportedAuthor { OriginalId = author.OriginalId, DisplayName = author.Name };
            await session.KeepAsync(session.OriginOf(OriginKind.Author, item, origin, id.Value, stored.Version)).ConfigureAwait(false);
        }
    }

    private Task<Author?> FindMappedAsync(string mapped) =>
        mapped.StartsWith(MapText.AuthorPrefix, StringComparison.Ordinal) ? FindBySlugAsync(mapped[MapText.AuthorPrefix.Length..])
        : mapped.StartsWith(MapText.UserPrefix, StringComparison.Ordinal) ? session.Services.Authors.FindByUserKeyAsync(
            session.Blog.Id, mapped[MapText.UserPrefix.Length..], session.Cancellation)
        : Task.FromResult<Author?>(null);

    private async Task<Author?> SaveNewAsync(Author made, Slug wanted, List<SourceNote> notes)
    {
        for (var attempt = 1; attempt <= MostSlugs; attempt++)
        {
            var slug = attempt == 1 ? wanted : wanted.WithNumber(attempt);
            if (_slugs.Contains(slug.Value)
                || await session.Services.Authors.FindBySlugAsync(session.Blog.Id, slug, session.Cancellation).ConfigureAwait(false)
                    is { } other && other.Id != made.Id)
            {
                continue;
            }

            // One that a run before made, which was broken off before it kept the origin.
            if (await FindAsync(made.Id).ConfigureAwait(false) is { } there)
            {
                return there;
            }

            var outcome = session.Number is null
                ? SaveOutcome.Saved
                : await session.Services.Authors.SaveAsync(made with { Slug = slug }, session.Cancellation).ConfigureAwait(false);
            if (outcome is SaveOutcome.Saved)
            {
                _slugs.Add(slug.Value);
                if (attempt > 1)
                {
                    notes.Add(new SourceNote(SourceNoteKind.Renamed, "slug", $"'{wanted}' is taken; here it is '{slug}'."));
                }

                return made with { Slug = slug, Version = 1 };
            }
        }

        return null;
    }

    private async Task<AuthorId> FallbackAsync()
    {
        if (_fallback is null)
        {
            await InsertUnlistedAsync(ImportedTerms.OfSite(session.Site)).ConfigureAwait(false);
            _fallback = _authors.GetValueOrDefault(ImportedTerms.SiteAuthor);
        }

        return _fallback.Value;
    }

    private Task<Author?> FindBySlugAsync(string slug) => session.Services.Authors.FindBySlugAsync(
        session.Blog.Id, Slug.Parse(slug, CultureInfo.InvariantCulture), session.Cancellation);

    private async Task<Author?> FindAsync(AuthorId id) =>
        await session.Services.Authors.FindManyAsync(session.Blog.Id, [id], session.Cancellation).ConfigureAwait(false) is [var author]
            ? author
            : null;

    private static Slug SlugOf(ImportedAuthor author, string name, List<SourceNote> notes)
    {
        if (author.Slug is not { Length: > 0 } wanted)
        {
            return Slug.From(name);
        }

        if (Slug.TryParse(wanted, out var slug))
        {
            return slug;
        }

        slug = Slug.From(wanted);
        notes.Add(new SourceNote(SourceNoteKind.Renamed, "slug", $"'{Texts.Start(wanted)}' is no slug here; it is '{slug}'."));
        return slug;
    }

    private static string? EmailOf(ImportedAuthor author, List<SourceNote> notes)
    {
        if (string.IsNullOrWhiteSpace(author.Email))
        {
            return null;
        }

        var email = author.Email.Trim();
        if (email.Length <= MaximumEmailLength && email.Contains('@', StringComparison.Ordinal) && !email.Any(char.IsControl))
        {
            return email;
        }

        notes.Add(new SourceNote(SourceNoteKind.LeftOut, "email", "It is no e-mail address."));
        return null;
    }

    private static ImmutableArray<AuthorLink> LinksOf(ImportedAuthor author, List<SourceNote> notes)
    {
        if (string.IsNullOrWhiteSpace(author.Url))
        {
            return [];
        }

        if (WebAddresses.TryRead(author.Url, 2_000, out var url))
        {
            return [new AuthorLink(url.Host, url)];
        }

        notes.Add(new SourceNote(SourceNoteKind.LeftOut, "url", "It is no web address."));
        return [];
    }
}
