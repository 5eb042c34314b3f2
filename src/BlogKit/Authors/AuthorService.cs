using BlogKit.Internal;
using BlogKit.Storage;

namespace BlogKit;

/// <summary>
/// Registers, changes and finds authors. Authors change their own profile, administrators everybody's and the roles. Safe for concurrent
/// use.
/// </summary>
public sealed class AuthorService
{
    private const int MaximumNameLength = 200;
    private const int MaximumEmailLength = 254;
    private const int MaximumBioLength = 20_000;
    private const int MostLinks = 20;
    private const int MaximumUrlLength = 2_000;
    private const int MostSlugAttempts = 100;

    private readonly IAuthorStore _authors;
    private readonly IBlogStore _blogs;
    private readonly IRenderAgain _rendering;
    private readonly IMarkdownRenderer _renderer;
    private readonly IIdGenerator _ids;
    private readonly TimeProvider _clock;
    private readonly BlogChanges _changes;

    internal AuthorService(
        IAuthorStore authors,
        IBlogStore blogs,
        IRenderAgain rendering,
        IMarkdownRenderer renderer,
        IIdGenerator ids,
        TimeProvider clock,
        BlogChanges changes)
    {
        _authors = authors;
        _blogs = blogs;
        _rendering = rendering;
        _renderer = renderer;
        _ids = ids;
        _clock = clock;
        _changes = changes;
    }

    /// <summary>
    /// Registers an author. Administrators only. A slug or user key that is taken gives <see cref="ErrorCodes.Taken"/>;
    /// a slug made from the name is numbered instead.
    /// </summary>
    public async Task<Result<Author>> CreateAsync(NewAuthor input, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.ForBlog(input.BlogId).CanAdminister)
        {
            return Errors.NotAllowed("You may not register authors.");
        }

        var now = _clock.GetUtcNow();
        return await InsertAsync(
            new Author
            {
                Id = new AuthorId(_ids.Next()),
                BlogId = input.BlogId,
                Slug = input.Slug ?? Slug.From(input.DisplayName ?? ""),
                DisplayName = input.DisplayName?.Trim() ?? "",
                Email = input.Email,
                UserKey = input.UserKey,
                Credentials = input.Credentials,
                BioMarkdown = input.BioMarkdown,
                AvatarUrl = input.AvatarUrl,
                Links = input.Links,
                Roles = input.Roles,
                CreatedAt = now,
                UpdatedAt = now,
            },
            numberWhenTaken: input.Slug is null,
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Saves a changed profile; <see cref="Author.Version"/> says what the change is based on. Roles and user key change for administrators
    /// only. Where new roles change whether raw HTML passes, the author's posts are rendered again.
    /// </summary>
    /// <param name="author">The changed profile.</param>
    /// <param name="actor">Who changes it.</param>
    /// <param name="cancellationToken">Honoured until the profile is handed to the store; what is rendered again, is to the end.</param>
    public async Task<Result<Author>> UpdateAsync(Author author, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(author);
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.CanAdminister && actor.AuthorId != author.Id)
        {
            return Errors.NotAllowed("You may not change somebody else's profile.");
        }

        if (await FindAsync(author.BlogId, author.Id, cancellationToken).ConfigureAwait(false) is not { } before)
        {
            return Errors.AuthorNotFound;
        }

        actor = actor.ForBlog(before.BlogId);
        if (!actor.CanAdminister && actor.AuthorId != author.Id)
        {
            return Errors.NotAllowed("You may not change somebody else's profile.");
        }

        if (author.Version != before.Version)
        {
            return Errors.Changed("author");
        }

        if (!actor.CanAdminister
            && (author.Roles != before.Roles || !string.Equals(author.UserKey, before.UserKey, StringComparison.Ordinal)))
        {
            return Errors.NotAllowed("You may not change roles or user keys.");
        }

        var saved = await SaveAsync(
            author with
            {
                BlogId = before.BlogId,
                DisplayName = author.DisplayName?.Trim() ?? "",
                CreatedAt = before.CreatedAt,
                UpdatedAt = _clock.GetUtcNow().NotBefore(before.UpdatedAt),
            },
            cancellationToken).ConfigureAwait(false);
        if (saved.Succeeded && RawHtml.MayBeUsedBy(before.Roles) != RawHtml.MayBeUsedBy(saved.Value.Roles))
        {
            // Whoever asked may leave; what they took the trust from must not stay.
            await _rendering.RenderPostsAsync(before.BlogId, before.Id).ConfigureAwait(false);
        }

        return saved;
    }

    /// <summary>Returns the author; null when the blog has none with that identity.</summary>
    public async Task<Author?> FindAsync(BlogId blogId, AuthorId id, CancellationToken cancellationToken = default) =>
        (await _authors.FindManyAsync(blogId, [id], cancellationToken).ConfigureAwait(false)) is [var author] ? author : null;

    /// <summary>Returns the authors of the blog, in the order asked for. One command.</summary>
    public Task<ImmutableArray<Author>> FindManyAsync(
        BlogId blogId, IReadOnlyCollection<AuthorId> ids, CancellationToken cancellationToken = default) =>
        _authors.FindManyAsync(blogId, ids, cancellationToken);

    /// <summary>Returns the author with that slug; <see cref="ErrorCodes.AuthorNotFound"/> when there is none.</summary>
    public async Task<Result<Author>> GetBySlugAsync(BlogId blogId, Slug slug, CancellationToken cancellationToken = default) =>
        await _authors.FindBySlugAsync(blogId, slug, cancellationToken).ConfigureAwait(false) is { } author
            ? author
            : Errors.AuthorNotFound;

    /// <summary>Returns the author who signs in as this user of the application; null when there is none.</summary>
    public Task<Author?> FindByUserKeyAsync(BlogId blogId, string userKey, CancellationToken cancellationToken = default) =>
        _authors.FindByUserKeyAsync(blogId, userKey, cancellationToken);

    /// <summary>Returns every author of the blog, by name.</summary>
    public Task<ImmutableArray<Author>> ListAllAsync(BlogId blogId, CancellationToken cancellationToken = default) =>
        _authors.ListAllAsync(blogId, cancellationToken);

    private static InputErrors Check(Author author)
    {
        var errors = new InputErrors();
        errors.Name(author.DisplayName, MaximumNameLength, nameof(Author.DisplayName));
        errors.Text(author.Email, MaximumEmailLength, nameof(Author.Email));
        errors.Text(author.UserKey, MaximumNameLength, nameof(Author.UserKey));
        errors.Text(author.Credentials, MaximumNameLength, nameof(Author.Credentials));
        errors.Text(author.BioMarkdown, MaximumBioLength, nameof(Author.BioMarkdown));
        errors.Count(author.Links.Length, MostLinks, nameof(Author.Links));
        if (author.Email is { Length: <= MaximumEmailLength } email && !PersonText.TryReadEmail(email, out _))
        {
            errors.Add(ErrorCodes.InvalidEmail, nameof(Author.Email), "{field} is not an e-mail address such as name@example.org.");
        }

        if (author.Slug.Value.Length == 0)
        {
            errors.Add(ErrorCodes.Required, nameof(Author.Slug), "{field} is required.");
        }

        if (author.Credentials is { } credentials && !PersonText.IsPlainLine(credentials))
        {
            errors.Add(ErrorCodes.InvalidName, nameof(Author.Credentials), "{field} must be one line.");
        }

        errors.Picture(author.AvatarUrl, MaximumUrlLength, nameof(Author.AvatarUrl));
        foreach (var link in author.Links)
        {
            errors.Name(link.Label, MaximumNameLength, nameof(Author.Links));
            errors.Text(link.Url?.OriginalString, MaximumUrlLength, nameof(Author.Links));
            if (link.Url is null || !PersonText.IsWebAddress(link.Url))
            {
                errors.Add(
                    ErrorCodes.InvalidUrl,
                    nameof(Author.Links),
                    "The link '{label}' is not an absolute http or https address.",
                    ("label", link.Label));
            }
        }

        return errors;
    }

    private async Task<Result<Author>> InsertAsync(Author author, bool numberWhenTaken, CancellationToken cancellationToken)
    {
        var slug = author.Slug;
        for (var number = 2; ; number++)
        {
            var result = await SaveAsync(author, cancellationToken).ConfigureAwait(false);
            if (result.Succeeded || !numberWhenTaken || number > MostSlugAttempts
                || result.Error is not { Code: ErrorCodes.Taken, Field: nameof(Author.Slug) })
            {
                return result;
            }

            author = author with { Slug = slug.WithNumber(number) };
        }
    }

    private async Task<BlogError> TakenAsync(Author author, CancellationToken cancellationToken) =>
        author.UserKey is { } key
        && await _authors.FindByUserKeyAsync(author.BlogId, key, cancellationToken).ConfigureAwait(false) is { } other
        && other.Id != author.Id
            ? Errors.Taken(nameof(Author.UserKey), key)
            : Errors.Taken(nameof(Author.Slug), author.Slug.Value);

    private async Task<Result<Author>> SaveAsync(Author author, CancellationToken cancellationToken)
    {
        author = author with
        {
            Links = author.Links.IsDefault ? [] : author.Links,
            BioMarkdown = author.BioMarkdown ?? "",
            Credentials = string.IsNullOrWhiteSpace(author.Credentials) ? null : author.Credentials.Trim(),
            UserKey = string.IsNullOrWhiteSpace(author.UserKey) ? null : author.UserKey,
            Email = string.IsNullOrWhiteSpace(author.Email) ? null
                : PersonText.TryReadEmail(author.Email, out var email) ? email
                : author.Email,
        };
        var errors = Check(author);
        if (errors.Any)
        {
            return errors.ToImmutable();
        }

        var blog = author.BioMarkdown.Length == 0 ? null : await _blogs.FindAsync(author.BlogId, cancellationToken).ConfigureAwait(false);
        author = AuthorProfile.Render(author, _renderer, blog?.Language);
        return await _authors.SaveAsync(author, cancellationToken).AnnounceAsync(
            _changes, new BlogChange(author.BlogId, BlogChangeKind.Author)).ConfigureAwait(false) switch
        {
            SaveOutcome.Saved => author with { Version = author.Version + 1 },
            SaveOutcome.Duplicate => await TakenAsync(author, cancellationToken).ConfigureAwait(false),
            SaveOutcome.Missing => author.Version == 0 ? Errors.BlogNotFound : Errors.AuthorNotFound,
            _ => Errors.Changed("author"),
        };
    }
}
