using System.Collections.Immutable;
using System.Globalization;
using BlogKit.Internal;

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

    /// <summary>Creates the service; the container does it.</summary>
    public BlogService(IBlogStore blogs, IIdGenerator ids, TimeProvider clock)
    {
        _blogs = blogs;
        _ids = ids;
        _clock = clock;
    }

    /// <summary>Creates a blog with the default settings; change them with <see cref="UpdateAsync"/>.</summary>
    /// <param name="key">The short name by which the host refers to it.</param>
    /// <param name="name">The name shown.</param>
    /// <param name="actor">An administrator.</param>
    /// <param name="cancellationToken">Honoured until the blog is handed to the store.</param>
    public Task<Result<Blog>> CreateAsync(string key, string name, Actor actor, CancellationToken cancellationToken = default)
    {
        var now = _clock.GetUtcNow();
        return SaveAsync(
            new Blog { Id = new BlogId(_ids.Next()), Key = key, Name = name, CreatedAt = now, UpdatedAt = now }, actor, cancellationToken);
    }

    /// <summary>Saves a changed blog; <see cref="Blog.Version"/> says what the change is based on.</summary>
    public Task<Result<Blog>> UpdateAsync(Blog blog, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(blog);
        return SaveAsync(blog with { UpdatedAt = _clock.GetUtcNow() }, actor, cancellationToken);
    }

    /// <summary>The blog with that key; <see cref="ErrorCodes.BlogNotFound"/> when there is none.</summary>
    public async Task<Result<Blog>> FindByKeyAsync(string key, CancellationToken cancellationToken = default) =>
        await _blogs.FindByKeyAsync(key, cancellationToken).ConfigureAwait(false) is { } blog
            ? blog
            : Errors.NotFound(ErrorCodes.BlogNotFound, "blog");

    /// <summary>Every blog.</summary>
    public Task<ImmutableArray<Blog>> ListAsync(CancellationToken cancellationToken = default) => _blogs.ListAsync(cancellationToken);

    private static bool IsKey(string key) => Slug.TryParse(key, out _) && key.All(char.IsAscii);

    private static bool IsLanguage(string tag)
    {
        try
        {
            return tag.Length is > 1 and <= 35 && CultureInfo.GetCultureInfo(tag).Name.Length > 0;
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }

    private async Task<Result<Blog>> SaveAsync(Blog blog, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.CanAdminister)
        {
            return Errors.NotAllowed("change blogs");
        }

        var errors = new InputErrors();
        errors.Name(blog.Name, MaximumNameLength, nameof(Blog.Name));
        errors.Text(blog.Description, MaximumDescriptionLength, nameof(Blog.Description));
        errors.Count(blog.Reactions.Length, MostReactions, nameof(Blog.Reactions));
        if (string.IsNullOrEmpty(blog.Key) || blog.Key.Length > MaximumKeyLength || !IsKey(blog.Key))
        {
            errors.Add(ErrorCodes.InvalidKey, nameof(Blog.Key), $"Key must have 1 to {MaximumKeyLength} lower-case letters a-z, digits and single hyphens.");
        }

        if (!IsLanguage(blog.Language))
        {
            errors.Add(ErrorCodes.InvalidLanguage, nameof(Blog.Language), $"Language '{blog.Language}' is not a BCP 47 language tag such as 'en' or 'pt-BR'.");
        }

        if (blog.BaseUrl is { } url && !PersonText.IsWebAddress(url))
        {
            errors.Add(ErrorCodes.InvalidUrl, nameof(Blog.BaseUrl), "BaseUrl must be an absolute http or https address.");
        }

        if (blog.Reactions.Any(static r => r.Key.Length is 0 or > MaximumKeyLength || !IsKey(r.Key))
            || blog.Reactions.DistinctBy(static r => r.Key, StringComparer.Ordinal).Count() != blog.Reactions.Length)
        {
            errors.Add(ErrorCodes.InvalidKey, nameof(Blog.Reactions), "Reactions must have different keys of lower-case letters a-z, digits and single hyphens.");
        }

        if (blog.Comments.CloseAfterDays is < 0 || blog.Comments.CloseAfterCount is < 0)
        {
            errors.Add(ErrorCodes.OutOfRange, nameof(Blog.Comments), "Comments.CloseAfterDays and Comments.CloseAfterCount must not be negative; 0 means never.");
        }

        return errors.Any
            ? errors.ToImmutable()
            : await _blogs.SaveAsync(blog, cancellationToken).ConfigureAwait(false) switch
            {
                SaveOutcome.Saved => blog with { Version = blog.Version + 1 },
                SaveOutcome.Duplicate => Errors.Taken(nameof(Blog.Key), blog.Key),
                SaveOutcome.Missing => Errors.NotFound(ErrorCodes.BlogNotFound, "blog"),
                _ => Errors.Changed("blog"),
            };
    }
}
