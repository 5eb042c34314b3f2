using BlogKit.Internal;
using BlogKit.Storage;

namespace BlogKit;

/// <summary>Creates, changes and finds blogs. Changing them needs an administrator. Safe for concurrent use.</summary>
public sealed class BlogService
{
    private const int MaximumNameLength = 200;
    private const int MaximumDescriptionLength = 2_000;
    private const int MaximumKeyLength = 50;
    private const int MostReactions = 20;

    private readonly IBlogStore _blogs;
    private readonly IIdGenerator _ids;
    private readonly TimeProvider _clock;
    private readonly BlogChanges _changes;
    private readonly IRenderAgain _rendering;

    internal BlogService(IBlogStore blogs, IIdGenerator ids, TimeProvider clock, BlogChanges changes, IRenderAgain rendering)
    {
        _rendering = rendering;
        _blogs = blogs;
        _ids = ids;
        _clock = clock;
        _changes = changes;
    }

    /// <summary>Creates a blog with the default settings; change them with <see cref="UpdateAsync"/>.</summary>
    /// <param name="input">The blog to be created.</param>
    /// <param name="actor">An administrator.</param>
    /// <param name="cancellationToken">Honoured until the blog is handed to the store.</param>
    public Task<Result<Blog>> CreateAsync(NewBlog input, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        var now = _clock.GetUtcNow();
        return SaveAsync(
            new Blog { Id = new BlogId(_ids.Next()), Key = input.Key, Name = input.Name, CreatedAt = now, UpdatedAt = now },
            actor,
            0,
            cancellationToken);
    }

    /// <summary>
    /// Saves a changed blog; <see cref="Blog.Version"/> says what the change is based on. Where the language changed, posts, profiles and
    /// footer blocks are rendered again, because quotation marks are its own.
    /// </summary>
    /// <param name="blog">The changed blog.</param>
    /// <param name="actor">An administrator.</param>
    /// <param name="cancellationToken">Honoured until the blog is handed to the store; what is rendered again, is to the end.</param>
    public async Task<Result<Blog>> UpdateAsync(Blog blog, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(blog);
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.ForBlog(blog.Id).CanAdminister)
        {
            return Errors.NotAllowed("You may not change this blog.");
        }

        if (await _blogs.FindAsync(blog.Id, cancellationToken).ConfigureAwait(false) is not { } before)
        {
            return Errors.BlogNotFound;
        }

        var saved = await SaveAsync(
            blog with { CreatedAt = before.CreatedAt, UpdatedAt = _clock.GetUtcNow().NotBefore(before.UpdatedAt) },
            actor,
            before.Version,
            cancellationToken).ConfigureAwait(false);
        if (saved.Succeeded && !string.Equals(saved.Value.Language, before.Language, StringComparison.OrdinalIgnoreCase))
        {
            await _rendering.RenderBlogAsync(blog.Id, saved.Value.Language).ConfigureAwait(false);
        }

        return saved;
    }

    /// <summary>Returns the blog with that key; <see cref="ErrorCodes.BlogNotFound"/> when there is none.</summary>
    public async Task<Result<Blog>> GetByKeyAsync(string key, CancellationToken cancellationToken = default) =>
        await _blogs.FindByKeyAsync(key, cancellationToken).ConfigureAwait(false) is { } blog
            ? blog
            : Errors.BlogNotFound;

    /// <summary>Returns every blog.</summary>
    public Task<ImmutableArray<Blog>> ListAllAsync(CancellationToken cancellationToken = default) => _blogs.ListAllAsync(cancellationToken);

    private static bool IsKey(string key) => Slug.TryParse(key, out _) && key.All(char.IsAscii);

    // Well-formed by RFC 5646, section 2.1. What the system knows of cultures differs from host to host, and with invariant globalization
    // it knows none.
    private static bool IsLanguage(string? tag)
    {
        if (tag is not { Length: > 1 and <= 35 })
        {
            return false;
        }

        var parts = tag.Split('-');
        return parts[0].Length is >= 2 and <= 8 && parts[0].All(char.IsAsciiLetter)
            && parts.Skip(1).All(static p => p.Length is >= 1 and <= 8 && p.All(char.IsAsciiLetterOrDigit))
            && parts[^1].Length > 1;
    }

    private async Task<Result<Blog>> SaveAsync(Blog blog, Actor actor, long version, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.CanAdminister)
        {
            return Errors.NotAllowed("You may not change blogs.");
        }

        if (blog.Version != version)
        {
            return Errors.Changed("blog");
        }

        blog = blog with
        {
            Name = blog.Name?.Trim() ?? "",
            Description = blog.Description ?? "",
            Comments = blog.Comments ?? new CommentSettings(),
            Reactions = blog.Reactions.IsDefault ? [] : blog.Reactions,
        };
        var errors = new InputErrors();
        errors.Name(blog.Name, MaximumNameLength, nameof(Blog.Name));
        errors.Text(blog.Description, MaximumDescriptionLength, nameof(Blog.Description));
        errors.Count(blog.Reactions.Length, MostReactions, nameof(Blog.Reactions));
        if (string.IsNullOrEmpty(blog.Key) || blog.Key.Length > MaximumKeyLength || !IsKey(blog.Key))
        {
            errors.Add(
                ErrorCodes.InvalidKey,
                nameof(Blog.Key),
                "{field} must have {min} to {max} lower-case letters a-z, digits and single hyphens.",
                ("min", 1),
                ("max", MaximumKeyLength));
        }

        if (!IsLanguage(blog.Language))
        {
            errors.Add(
                ErrorCodes.InvalidLanguage,
                nameof(Blog.Language),
                "{field} '{value}' is not a BCP 47 language tag such as 'en' or 'pt-BR'.",
                ("value", blog.Language));
        }

        if (TimeZones.Find(blog.TimeZone) is null)
        {
            errors.Add(
                ErrorCodes.InvalidTimeZone,
                nameof(Blog.TimeZone),
                "{field} '{value}' is not a time zone of the IANA database that this machine knows, such as 'UTC' or 'Europe/Berlin'.",
                ("value", blog.TimeZone));
        }

        if (blog.BaseUrl is { } url && !PersonText.IsWebAddress(url))
        {
            errors.Add(ErrorCodes.InvalidUrl, nameof(Blog.BaseUrl), "{field} must be an absolute http or https address.");
        }

        if (blog.Reactions.Any(static r => r.Key is not { Length: > 0 and <= MaximumKeyLength } || !IsKey(r.Key))
            || blog.Reactions.DistinctBy(static r => r.Key, StringComparer.Ordinal).Count() != blog.Reactions.Length)
        {
            errors.Add(
                ErrorCodes.InvalidKey,
                nameof(Blog.Reactions),
                "{field} must have different keys of lower-case letters a-z, digits and single hyphens.");
        }

        foreach (var reaction in blog.Reactions)
        {
            errors.RequiredText(reaction.Emoji, MaximumKeyLength, nameof(Blog.Reactions));
            errors.Name(reaction.Label, MaximumNameLength, nameof(Blog.Reactions));
        }

        errors.Defined(blog.Comments.Mode, "Comments.Mode");
        errors.Closing(blog.Comments.CloseAfterDays, blog.Comments.CloseAfterCount);

        return errors.Any
            ? errors.ToImmutable()
            : await _blogs.SaveAsync(blog, cancellationToken).AnnounceAsync(
                _changes, new BlogChange(blog.Id, BlogChangeKind.Blog)).ConfigureAwait(false) switch
            {
                SaveOutcome.Saved => blog with { Version = blog.Version + 1 },
                SaveOutcome.Duplicate => Errors.Taken(nameof(Blog.Key), blog.Key),
                SaveOutcome.Missing => Errors.BlogNotFound,
                _ => Errors.Changed("blog"),
            };
    }
}
