using System.Collections.Immutable;
using BlogKit.Internal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BlogKit;

/// <summary>
/// Writes, publishes and finds posts and pages. Every expected failure is an error with a code, and changes nothing. Safe for concurrent use.
/// </summary>
/// <remarks>
/// Raw HTML in a post passes only when every one of its authors is an editor or administrator; else it is shown as text.
/// </remarks>
public sealed class PostService
{
    private const int MostSlugAttempts = 1_000;
    private const int MaximumUrlLength = 2_000;
    private const int MostAuthors = 20;
    private const int MostRelated = 50;
    private const int MostReadable = 100;
    private const int LastSlugTriedInTurn = 10;
    private const int MaximumTagLength = 100;
    private const int MaximumShortText = 500;
    private const int MaximumPasswordLength = 200;

    private readonly IPostStore _posts;
    private readonly IAuthorStore _authors;
    private readonly ITaxonomyStore _taxonomy;
    private readonly IFooterStore _footers;
    private readonly IMarkdownRenderer _renderer;
    private readonly PostOptions _options;
    private readonly IIdGenerator _ids;
    private readonly TimeProvider _clock;
    private readonly ILogger<PostService> _logger;

    /// <summary>Creates the service; the container does it.</summary>
    public PostService(
        IPostStore posts,
        IAuthorStore authors,
        ITaxonomyStore taxonomy,
        IFooterStore footers,
        IMarkdownRenderer renderer,
        IOptions<BlogKitOptions> options,
        IIdGenerator ids,
        TimeProvider clock,
        ILogger<PostService> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        _posts = posts;
        _authors = authors;
        _taxonomy = taxonomy;
        _footers = footers;
        _renderer = renderer;
        _options = options.Value.Posts;
        _ids = ids;
        _clock = clock;
        _logger = logger;
    }

    /// <summary>
    /// Creates a draft. A slug that was asked for and is taken gives <see cref="ErrorCodes.Taken"/>; one made from the title is numbered instead,
    /// however many create the same at once.
    /// </summary>
    public async Task<Result<Post>> CreateAsync(NewPost input, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(actor);
        actor = actor.In(input.BlogId);
        if (!actor.CanWrite)
        {
            return Errors.NotAllowed("write posts");
        }

        var authorIds = !input.AuthorIds.IsDefaultOrEmpty ? input.AuthorIds : actor.AuthorId is { } self ? [self] : [];
        if (!actor.CanEditOthers && (actor.AuthorId is not { } own || !authorIds.Contains(own)))
        {
            return Errors.NotAllowed("create a post of which you are not an author");
        }

        var errors = new InputErrors();
        if (input.Visibility is PostVisibility.Password)
        {
            errors.RequiredText(input.Password, MaximumPasswordLength, nameof(NewPost.Password));
        }

        var now = _clock.GetUtcNow();
        var post = new Post
        {
            Id = new PostId(_ids.Next()),
            BlogId = input.BlogId,
            Kind = input.Kind,
            ParentId = input.ParentId,
            Slug = input.Slug ?? Slug.From(input.Title ?? ""),
            Title = input.Title?.Trim() ?? "",
            Markdown = input.Markdown,
            Excerpt = input.Excerpt,
            Rendered = NotRendered,
            RendererVersion = 0,
            AuthorIds = authorIds,
            Visibility = input.Visibility,
            PasswordHash = input.Visibility is PostVisibility.Password && !string.IsNullOrEmpty(input.Password) ? PostPassword.Hash(input.Password) : null,
            FeaturedImage = input.FeaturedImage,
            Tags = input.Tags.IsDefault ? [] : [.. input.Tags.Where(static t => !string.IsNullOrWhiteSpace(t)).Select(Tag.From)],
            CategoryIds = input.CategoryIds,
            SeriesId = input.SeriesId,
            SeriesPosition = input.SeriesPosition,
            FooterBlockIds = input.FooterBlockIds,
            Seo = input.Seo,
            Comments = input.Comments
                ?? (input.Kind is PostKind.Page ? new PostCommentSettings { Mode = CommentMode.Closed } : PostCommentSettings.Inherited),
            CreatedAt = now,
            UpdatedAt = now,
        };

        var checkedPost = await CheckAsync(post, errors, cancellationToken).ConfigureAwait(false);
        if (!checkedPost.Succeeded)
        {
            return checkedPost;
        }

        return await InsertAsync(checkedPost.Value, numberWhenTaken: input.Slug is null, actor, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Saves changed content and settings: <c>post with { … }</c> of one that was read, whose <see cref="Post.Version"/> says what the change is based on.
    /// Stage, publication time, rendering and times of the argument are ignored: the methods below change the stage.
    /// A replaced slug goes on leading here; changed content becomes a revision.
    /// </summary>
    public async Task<Result<Post>> UpdateAsync(Post post, Actor actor, string? note = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(post);
        var found = await FindEditableAsync(post.Id, post.Version, actor, cancellationToken).ConfigureAwait(false);
        if (!found.Succeeded)
        {
            return found;
        }

        var before = found.Value;
        actor = actor.In(before.BlogId);
        var errors = new InputErrors();
        errors.Text(note, MaximumShortText, "Note");
        if (post.Visibility is PostVisibility.Password && before.PasswordHash is null)
        {
            errors.Add(ErrorCodes.Required, nameof(NewPost.Password), "Set a password with SetPasswordAsync to protect the post.");
        }

        if (!actor.CanEditOthers && (actor.AuthorId is not { } self || post.AuthorIds.IsDefault || !post.AuthorIds.Contains(self)))
        {
            return Errors.NotAllowed("give away a post of yours");
        }

        var checkedPost = await CheckAsync(
            post with
            {
                BlogId = before.BlogId,
                Kind = before.Kind,
                Title = post.Title?.Trim() ?? "",
                Status = before.Status,
                PublishedAt = before.PublishedAt,
                PasswordHash = post.Visibility is PostVisibility.Password ? before.PasswordHash : null,
                CreatedAt = before.CreatedAt,
                UpdatedAt = _clock.GetUtcNow(),
            },
            errors,
            cancellationToken).ConfigureAwait(false);
        if (!checkedPost.Succeeded)
        {
            return checkedPost;
        }

        var after = checkedPost.Value;
        var contentChanged = !string.Equals(before.Title, after.Title, StringComparison.Ordinal)
            || !string.Equals(before.Markdown, after.Markdown, StringComparison.Ordinal)
            || !string.Equals(before.Excerpt, after.Excerpt, StringComparison.Ordinal);
        return await SaveAsync(after, contentChanged ? Revision(after, actor, note) : null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Protects a post with a password, or (null) makes a protected one public again; an unlisted post stays unlisted.</summary>
    public async Task<Result<Post>> SetPasswordAsync(PostId id, string? password, long version, Actor actor, CancellationToken cancellationToken = default)
    {
        var found = await FindEditableAsync(id, version, actor, cancellationToken).ConfigureAwait(false);
        if (!found.Succeeded)
        {
            return found;
        }

        var errors = new InputErrors();
        if (password is not null)
        {
            errors.RequiredText(password, MaximumPasswordLength, nameof(NewPost.Password));
        }

        return errors.Any
            ? errors.ToImmutable()
            : await SaveAsync(
                found.Value with
                {
                    Visibility = (password, found.Value.Visibility) switch
                    {
                        (not null, _) => PostVisibility.Password,
                        (null, PostVisibility.Password) => PostVisibility.Public,
                        (null, var unprotected) => unprotected,
                    },
                    PasswordHash = password is null ? null : PostPassword.Hash(password),
                },
                null,
                cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whether a password opens a protected post. Takes tens of milliseconds on purpose: limit the rate of asking.</summary>
    public static bool PasswordMatches(Post post, string password)
    {
        ArgumentNullException.ThrowIfNull(post);
        ArgumentNullException.ThrowIfNull(password);
        return post.PasswordHash is { } hash && password.Length <= MaximumPasswordLength && TextRules.IsStorable(password) && PostPassword.Matches(password, hash);
    }

    /// <summary>Hands a draft in for review.</summary>
    public Task<Result<Post>> SubmitForReviewAsync(PostId id, long version, Actor actor, CancellationToken cancellationToken = default) =>
        ChangeStatusAsync(id, PostStatus.PendingReview, null, version, actor, cancellationToken);

    /// <summary>Makes the post publish itself at a moment in the future; no job has to run for it.</summary>
    public Task<Result<Post>> ScheduleAsync(PostId id, DateTimeOffset publishAt, long version, Actor actor, CancellationToken cancellationToken = default) =>
        ChangeStatusAsync(id, PostStatus.Scheduled, publishAt, version, actor, cancellationToken);

    /// <summary>Publishes the post now; one that was published before keeps its first date.</summary>
    public Task<Result<Post>> PublishAsync(PostId id, long version, Actor actor, CancellationToken cancellationToken = default) =>
        ChangeStatusAsync(id, PostStatus.Published, null, version, actor, cancellationToken);

    /// <summary>
    /// Publishes the post under a date in the past, for what was written elsewhere before. Editors only.
    /// </summary>
    public Task<Result<Post>> PublishAsync(PostId id, DateTimeOffset publishedAt, long version, Actor actor, CancellationToken cancellationToken = default) =>
        ChangeStatusAsync(id, PostStatus.Published, publishedAt, version, actor, cancellationToken);

    /// <summary>Leaves the post to those who may edit it.</summary>
    public Task<Result<Post>> MakePrivateAsync(PostId id, long version, Actor actor, CancellationToken cancellationToken = default) =>
        ChangeStatusAsync(id, PostStatus.Private, null, version, actor, cancellationToken);

    /// <summary>Takes the post out of everything readers see; text, thread and slug are kept.</summary>
    public Task<Result<Post>> ArchiveAsync(PostId id, long version, Actor actor, CancellationToken cancellationToken = default) =>
        ChangeStatusAsync(id, PostStatus.Archived, null, version, actor, cancellationToken);

    /// <summary>Makes the post a draft again.</summary>
    public Task<Result<Post>> ReturnToDraftAsync(PostId id, long version, Actor actor, CancellationToken cancellationToken = default) =>
        ChangeStatusAsync(id, PostStatus.Draft, null, version, actor, cancellationToken);

    /// <summary>Removes a draft or archived post for ever, with its revisions, thread and slugs. Editors only.</summary>
    public async Task<Result<PostId>> DeleteAsync(PostId id, long version, Actor actor, CancellationToken cancellationToken = default)
    {
        var found = await FindEditableAsync(id, version, actor, cancellationToken).ConfigureAwait(false);
        if (!found.Succeeded)
        {
            return found.Error;
        }

        if (!actor.In(found.Value.BlogId).CanEditOthers)
        {
            return Errors.NotAllowed("delete posts for ever");
        }

        if (found.Value.Status is not (PostStatus.Draft or PostStatus.Archived))
        {
            return new BlogError(ErrorKind.Conflict, ErrorCodes.InvalidTransition, "Only a draft or an archived post can be deleted. Archive it first.");
        }

        return await _posts.DeleteAsync(id, version, cancellationToken).ConfigureAwait(false) switch
        {
            SaveOutcome.Saved => id,
            SaveOutcome.Missing => Errors.NotFound(ErrorCodes.PostNotFound, "post"),
            _ => Errors.Changed("post"),
        };
    }

    /// <summary>A post by identity, in any stage, for those who may edit it; readers find what is readable.</summary>
    public async Task<Result<Post>> FindAsync(PostId id, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var post = await _posts.FindAsync(id, cancellationToken).ConfigureAwait(false);
        return post is not null && (post.IsReadableAt(_clock.GetUtcNow()) || MaySee(actor, post))
            ? post
            : Errors.NotFound(ErrorCodes.PostNotFound, "post");
    }

    /// <summary>
    /// The post that has, or had, the slug, if the actor may open it. <see cref="PostBySlug.IsCurrent"/> false means: redirect to <see cref="Post.Slug"/>.
    /// <see cref="ErrorCodes.PostArchived"/> for one that was published and then archived, <see cref="ErrorCodes.PostNotFound"/> otherwise. The password of a protected
    /// post is the host's to ask for. One command.
    /// </summary>
    public async Task<Result<PostBySlug>> FindBySlugAsync(BlogId blogId, Slug slug, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var found = await _posts.FindBySlugAsync(blogId, slug, cancellationToken).ConfigureAwait(false);
        var now = _clock.GetUtcNow();
        if (found is null || (!found.Post.IsReadableAt(now) && !MaySee(actor, found.Post)))
        {
            return found is { Post.Status: PostStatus.Archived } && found.Post.PublishedAt <= now
                ? new BlogError(ErrorKind.NotFound, ErrorCodes.PostArchived, "This post was archived.")
                : Errors.NotFound(ErrorCodes.PostNotFound, "post");
        }

        return found;
    }

    /// <summary>The posts readers find in lists, newest first. Fails for a bad cursor or size, or a filter that names nothing.</summary>
    public async Task<Result<Page<PostSummary>>> ListAsync(PostListQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var size = query.Size ?? _options.PageSize;
        if (size < 1 || size > _options.MaximumPageSize)
        {
            return Errors.PageSize(_options.MaximumPageSize);
        }

        PostCursor? cursor = null;
        if (query.Cursor is { } text && !CursorText.TryRead(text, out cursor))
        {
            return Errors.InvalidCursor;
        }

        var stored = await ToStoreQueryAsync(query, size, cursor, cancellationToken).ConfigureAwait(false);
        if (!stored.Succeeded)
        {
            return stored.Error;
        }

        var slice = await _posts.ListPublishedAsync(stored.Value, cancellationToken).ConfigureAwait(false);
        return ToPage(slice, static post => post.PublishedAt!.Value);
    }

    /// <summary>Posts of every stage, latest changed first, for those who write. Contributors and authors see their own.</summary>
    public async Task<Result<Page<PostSummary>>> ListForDeskAsync(
        BlogId blogId, Actor actor, PostStatus? status = null, PostKind? kind = null, int? size = null, string? cursor = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        actor = actor.In(blogId);
        if (!actor.CanWrite)
        {
            return Errors.NotAllowed("see unpublished posts");
        }

        var count = size ?? _options.PageSize;
        if (count < 1 || count > _options.MaximumPageSize)
        {
            return Errors.PageSize(_options.MaximumPageSize);
        }

        PostCursor? from = null;
        if (cursor is not null && !CursorText.TryRead(cursor, out from))
        {
            return Errors.InvalidCursor;
        }

        var slice = await _posts.ListForDeskAsync(
            new PostDeskQuery
            {
                BlogId = blogId,
                Status = status,
                Kind = kind,
                Author = actor.CanEditOthers ? null : actor.AuthorId ?? new AuthorId(Guid.AllBitsSet),
                Size = count,
                Cursor = from,
            },
            cancellationToken).ConfigureAwait(false);
        return ToPage(slice, static post => post.UpdatedAt);
    }

    /// <summary>Posts with their text, in the order asked for, as far as readers may open them without a password; for feeds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More than 100 were asked for.</exception>
    public async Task<ImmutableArray<Post>> FindReadableAsync(IReadOnlyCollection<PostId> ids, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ids);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ids.Count, MostReadable, nameof(ids));
        var now = _clock.GetUtcNow();
        var posts = await _posts.FindManyAsync(ids, cancellationToken).ConfigureAwait(false);
        return [.. posts.Where(post => post.IsReadableAt(now) && post.Visibility is not PostVisibility.Password)];
    }

    /// <summary>The tags of the blog's listed posts, most used first.</summary>
    public Task<ImmutableArray<TagCount>> ListTagsAsync(BlogId blogId, int limit = 50, CancellationToken cancellationToken = default) =>
        _posts.ListTagsAsync(blogId, _clock.GetUtcNow(), Math.Clamp(limit, 1, 1_000), cancellationToken);

    /// <summary>What comes before and after a post in its series, as far as readers may see it.</summary>
    public Task<PostNeighbours> FindNeighboursAsync(PostId id, CancellationToken cancellationToken = default) =>
        _posts.FindNeighboursAsync(id, _clock.GetUtcNow(), cancellationToken);

    /// <summary>The contents a post had, newest first.</summary>
    public async Task<Result<ImmutableArray<PostRevision>>> ListRevisionsAsync(PostId id, Actor actor, int limit = 100, CancellationToken cancellationToken = default)
    {
        var found = await FindEditableAsync(id, null, actor, cancellationToken).ConfigureAwait(false);
        return found.Succeeded
            ? await _posts.ListRevisionsAsync(id, Math.Clamp(limit, 1, 1_000), cancellationToken).ConfigureAwait(false)
            : found.Error;
    }

    /// <summary>Gives a post the content of a revision again, as a new revision.</summary>
    public async Task<Result<Post>> RestoreRevisionAsync(PostId id, RevisionId revisionId, long version, Actor actor, CancellationToken cancellationToken = default)
    {
        var found = await FindEditableAsync(id, version, actor, cancellationToken).ConfigureAwait(false);
        if (!found.Succeeded)
        {
            return found;
        }

        var revision = await _posts.FindRevisionAsync(revisionId, cancellationToken).ConfigureAwait(false);
        return revision is null || revision.PostId != id
            ? Errors.NotFound(ErrorCodes.RevisionNotFound, "revision of this post")
            : await UpdateAsync(
                found.Value with { Title = revision.Title, Markdown = revision.Markdown, Excerpt = revision.Excerpt },
                actor,
                FormattableString.Invariant($"Restored the content of {revision.SavedAt:yyyy-MM-dd HH:mm} UTC."),
                cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Renders a text as it would be stored, and stores nothing.</summary>
    public RenderedPost Preview(string markdown) =>
        _renderer.RenderPost(markdown, new PostRendering { ExcerptLength = _options.ExcerptLength });

    internal async Task<Post> RenderAsync(Post post, CancellationToken cancellationToken)
    {
        var authors = await _authors.FindAsync(post.AuthorIds, cancellationToken).ConfigureAwait(false);
        return Render(post, authors);
    }

    /// <summary>Renders an author's posts again after their roles changed what may stand in them. Whoever saves one meanwhile does it too, and wins.</summary>
    internal async Task RenderAgainAsync(Author author, CancellationToken cancellationToken)
    {
        PostCursor? cursor = null;
        do
        {
            var slice = await _posts.ListForDeskAsync(
                new PostDeskQuery { BlogId = author.BlogId, Author = author.Id, Size = MostReadable, Cursor = cursor }, cancellationToken).ConfigureAwait(false);
            foreach (var post in await _posts.FindManyAsync([.. slice.Items.Select(static p => p.Id)], cancellationToken).ConfigureAwait(false))
            {
                var again = await RenderAsync(post, cancellationToken).ConfigureAwait(false);
                if (!string.Equals(again.Rendered.Html, post.Rendered.Html, StringComparison.Ordinal))
                {
                    await _posts.SaveAsync(new PostSave(again, null), cancellationToken).ConfigureAwait(false);
                }
            }

            cursor = slice.HasNext ? new PostCursor(slice.Items[^1].UpdatedAt, slice.Items[^1].Id) : null;
        }
        while (cursor is not null);
    }

    private static RenderedPost NotRendered { get; } = new()
    {
        Html = "",
        PlainText = "",
        ExcerptHtml = "",
        ExcerptText = "",
        Headings = [],
        WordCount = 0,
    };

    internal static bool MayUseRawHtml(BlogRoles roles) => (roles & (BlogRoles.Editor | BlogRoles.Administrator)) != BlogRoles.None;

    private static bool MaySee(Actor actor, Post post)
    {
        var here = actor.In(post.BlogId);
        return here.CanEditOthers || (here.CanWrite && here.AuthorId is { } self && post.AuthorIds.Contains(self));
    }

    // Whoever may not publish without review may not change what is published either.
    private static bool MayEdit(Actor actor, Post post) =>
        MaySee(actor, post)
        && (actor.In(post.BlogId).CanPublish || post.Status is PostStatus.Draft or PostStatus.PendingReview);

    private static Post Normalised(Post post) => post with
    {
        AuthorIds = post.AuthorIds.IsDefault ? [] : post.AuthorIds,
        Tags = post.Tags.IsDefault ? [] : [.. post.Tags.DistinctBy(static tag => tag.Slug)],
        CategoryIds = post.CategoryIds.IsDefault ? [] : [.. post.CategoryIds.Distinct()],
        FooterBlockIds = post.FooterBlockIds.IsDefault ? [] : [.. post.FooterBlockIds.Distinct()],
        SeriesPosition = post.SeriesId is null ? 0 : post.SeriesPosition,
        Excerpt = string.IsNullOrWhiteSpace(post.Excerpt) ? null : post.Excerpt.Trim(),
        Seo = post.Seo ?? new SeoFields(),
        Comments = post.Comments ?? PostCommentSettings.Inherited,
    };

    // A cursor whose neighbours are all gone gives an empty page, which has nothing to go on from.
    private static Page<PostSummary> ToPage(Slice<PostSummary> slice, Func<PostSummary, DateTimeOffset> order) => slice.Items.IsEmpty ? new([], null, null) : new(
        slice.Items,
        slice.HasPrevious ? CursorText.Write(new PostCursor(order(slice.Items[0]), slice.Items[0].Id, Backwards: true)) : null,
        slice.HasNext ? CursorText.Write(new PostCursor(order(slice.Items[^1]), slice.Items[^1].Id)) : null);

    private PostRevision Revision(Post post, Actor actor, string? note) => new()
    {
        Id = new RevisionId(_ids.Next()),
        PostId = post.Id,
        PostVersion = post.Version + 1,
        Title = post.Title,
        Markdown = post.Markdown,
        Excerpt = post.Excerpt,
        SavedBy = actor.Key ?? "anonymous",
        SavedAt = post.UpdatedAt,
        Note = note,
    };

    private Post Render(Post post, ImmutableArray<Author> authors)
    {
        var trusted = authors.Length > 0 && authors.All(static a => MayUseRawHtml(a.Roles));
        var rendered = _renderer.RenderPost(post.Markdown, new PostRendering { AllowRawHtml = trusted, ExcerptLength = _options.ExcerptLength });
        return post with
        {
            Rendered = post.Excerpt is { } excerpt ? rendered with { ExcerptHtml = Paragraph(excerpt), ExcerptText = excerpt } : rendered,
            RendererVersion = _renderer.Version,
        };
    }

    private static string Paragraph(string plainText)
    {
        var html = new HtmlTextWriter();
        html.Markup("<p>");
        html.Text(plainText);
        html.Markup("</p>");
        return html.ToString();
    }

    private async Task<Result<Post>> CheckAsync(Post post, InputErrors errors, CancellationToken cancellationToken)
    {
        post = Normalised(post);
        CheckFields(post, errors);
        if (errors.Any)
        {
            return errors.ToImmutable();
        }

        var authors = await _authors.FindAsync(post.AuthorIds, cancellationToken).ConfigureAwait(false);
        if (authors.Length != post.AuthorIds.Length || authors.Any(author => author.BlogId != post.BlogId))
        {
            errors.Add(ErrorCodes.AuthorNotFound, nameof(Post.AuthorIds), "AuthorIds names somebody who is not an author of this blog.");
        }

        if (post.CategoryIds.Length > 0)
        {
            var categories = await _taxonomy.ListCategoriesAsync(post.BlogId, cancellationToken).ConfigureAwait(false);
            if (!post.CategoryIds.All(id => categories.Any(category => category.Id == id)))
            {
                errors.Add(ErrorCodes.CategoryNotFound, nameof(Post.CategoryIds), "CategoryIds names a category that is not in this blog.");
            }
        }

        if (post.SeriesId is { } seriesId)
        {
            var series = await _taxonomy.ListSeriesAsync(post.BlogId, cancellationToken).ConfigureAwait(false);
            if (!series.Any(s => s.Id == seriesId))
            {
                errors.Add(ErrorCodes.SeriesNotFound, nameof(Post.SeriesId), "SeriesId is not a series of this blog.");
            }
        }

        if (post.FooterBlockIds.Length > 0)
        {
            var blocks = await _footers.ListAsync(post.BlogId, cancellationToken).ConfigureAwait(false);
            if (!post.FooterBlockIds.All(id => blocks.Any(block => block.Id == id)))
            {
                errors.Add(ErrorCodes.FooterBlockNotFound, nameof(Post.FooterBlockIds), "FooterBlockIds names a footer block that is not in this blog.");
            }
        }

        if (post.ParentId is { } parent)
        {
            await CheckParentAsync(post, parent, errors, cancellationToken).ConfigureAwait(false);
        }

        return errors.Any ? errors.ToImmutable() : Render(post, authors);
    }

    private void CheckFields(Post post, InputErrors errors)
    {
        errors.Name(post.Title, _options.MaximumTitleLength, nameof(Post.Title));
        errors.Text(post.Markdown, _options.MaximumLength, nameof(Post.Markdown));
        errors.Text(post.Excerpt, _options.MaximumLength, nameof(Post.Excerpt));
        errors.Text(post.Seo.Title, MaximumShortText, "Seo.Title");
        errors.Text(post.Seo.Description, MaximumShortText, "Seo.Description");
        errors.Text(post.Seo.CanonicalUrl?.OriginalString, MaximumUrlLength, "Seo.CanonicalUrl");
        if (post.Seo.CanonicalUrl is { } canonical && !PersonText.IsWebAddress(canonical))
        {
            errors.Add(ErrorCodes.InvalidUrl, "Seo.CanonicalUrl", "Seo.CanonicalUrl must be an absolute http or https address.");
        }

        errors.Defined(post.Kind, nameof(Post.Kind));
        errors.Defined(post.Visibility, nameof(Post.Visibility));
        if (post.Comments.Mode is { } mode)
        {
            errors.Defined(mode, "Comments.Mode");
        }

        errors.Closing(post.Comments.CloseAfterDays, post.Comments.CloseAfterCount);
        CheckPicture(post.FeaturedImage, errors);
        errors.Count(post.Tags.Length, _options.MaximumTags, nameof(Post.Tags));
        errors.Count(post.AuthorIds.Length, MostAuthors, nameof(Post.AuthorIds));
        errors.Count(post.CategoryIds.Length, MostRelated, nameof(Post.CategoryIds));
        errors.Count(post.FooterBlockIds.Length, MostRelated, nameof(Post.FooterBlockIds));
        foreach (var tag in post.Tags)
        {
            errors.Name(tag.Name, MaximumTagLength, nameof(Post.Tags));
            if (tag.Slug.Value.Length == 0)
            {
                errors.Add(ErrorCodes.Required, nameof(Post.Tags), "Tags has one without a slug.");
            }
        }

        if (post.Markdown is null)
        {
            errors.Add(ErrorCodes.Required, nameof(Post.Markdown), "Markdown is required; it may be empty.");
        }

        if (post.Slug.Value.Length == 0)
        {
            errors.Add(ErrorCodes.Required, nameof(Post.Slug), "Slug is required.");
        }

        if (post.AuthorIds.IsEmpty)
        {
            errors.Add(ErrorCodes.Required, nameof(Post.AuthorIds), "AuthorIds is required: a post has at least one author.");
        }

        if (post.AuthorIds.Distinct().Count() != post.AuthorIds.Length)
        {
            errors.Add(ErrorCodes.OutOfRange, nameof(Post.AuthorIds), "AuthorIds names somebody twice.");
        }

    }

    private static void CheckPicture(FeaturedImage? picture, InputErrors errors)
    {
        if (picture is null)
        {
            return;
        }

        if (!Uri.TryCreate(picture.Url, UriKind.RelativeOrAbsolute, out var url))
        {
            errors.Add(ErrorCodes.InvalidUrl, "FeaturedImage.Url", "FeaturedImage.Url is not an address.");
        }

        errors.Picture(url, MaximumUrlLength, "FeaturedImage.Url");
        errors.Text(picture.AlternativeText, MaximumShortText, "FeaturedImage.AlternativeText");
        errors.Text(picture.Caption, MaximumShortText, "FeaturedImage.Caption");
        errors.Text(picture.Credit, MaximumShortText, "FeaturedImage.Credit");
        if (picture.AlternativeText is null)
        {
            errors.Add(ErrorCodes.Required, "FeaturedImage.AlternativeText", "FeaturedImage.AlternativeText is required; it may be empty for a picture that only decorates.");
        }

        if (picture.Width is < 1 || picture.Height is < 1)
        {
            errors.Add(ErrorCodes.OutOfRange, "FeaturedImage", "FeaturedImage.Width and FeaturedImage.Height must be at least 1.");
        }
    }

    private async Task CheckParentAsync(Post post, PostId parentId, InputErrors errors, CancellationToken cancellationToken)
    {
        if (post.Kind is not PostKind.Page)
        {
            errors.Add(ErrorCodes.OutOfRange, nameof(Post.ParentId), "ParentId is for pages only.");
            return;
        }

        var seen = new HashSet<PostId> { post.Id };
        for (PostId? above = parentId; above is { } id;)
        {
            var page = await _posts.FindAsync(id, cancellationToken).ConfigureAwait(false);
            if (page is not { Kind: PostKind.Page } || page.BlogId != post.BlogId)
            {
                errors.Add(ErrorCodes.PostNotFound, nameof(Post.ParentId), "ParentId is not a page of this blog.");
                return;
            }

            if (!seen.Add(id))
            {
                errors.Add(ErrorCodes.Circular, nameof(Post.ParentId), "ParentId would make the page its own ancestor.");
                return;
            }

            above = page.ParentId;
        }
    }

    private async Task<Result<Post>> InsertAsync(Post post, bool numberWhenTaken, Actor actor, CancellationToken cancellationToken)
    {
        var slug = post.Slug;
        var number = 1;
        for (var attempt = 1; ; attempt++)
        {
            var result = await SaveAsync(post, Revision(post, actor, null), cancellationToken).ConfigureAwait(false);
            if (result.Succeeded || result.Error.Code is not ErrorCodes.Taken || !numberWhenTaken || attempt == MostSlugAttempts)
            {
                return result;
            }

            number = await FindFreeNumberAsync(post.BlogId, slug, number + 1, cancellationToken).ConfigureAwait(false);
            post = post with { Slug = slug.WithNumber(number) };
        }
    }

    // One after another at first, then by doubling and halving: the thousandth post of a name costs twenty look-ups, not a thousand.
    private async Task<int> FindFreeNumberAsync(BlogId blogId, Slug slug, int first, CancellationToken cancellationToken)
    {
        var taken = first - 1;
        var free = first;
        while (await IsTakenAsync(free).ConfigureAwait(false))
        {
            taken = free;
            free = free < LastSlugTriedInTurn ? free + 1 : free * 2;
        }

        while (free - taken > 1)
        {
            var middle = taken + ((free - taken) / 2);
            if (await IsTakenAsync(middle).ConfigureAwait(false))
            {
                taken = middle;
            }
            else
            {
                free = middle;
            }
        }

        return free;

        async Task<bool> IsTakenAsync(int number) =>
            await _posts.FindBySlugAsync(blogId, slug.WithNumber(number), cancellationToken).ConfigureAwait(false) is not null;
    }

    private async Task<Result<Post>> SaveAsync(Post post, PostRevision? revision, CancellationToken cancellationToken)
    {
        var save = new PostSave(post, revision) { RevisionsKept = _options.RevisionsKept };
        return await _posts.SaveAsync(save, cancellationToken).ConfigureAwait(false) switch
        {
            SaveOutcome.Saved => post with { Version = post.Version + 1 },
            SaveOutcome.Duplicate => Errors.Taken(nameof(Post.Slug), post.Slug.Value),
            SaveOutcome.Missing when post.Version == 0 => Errors.NotFound(ErrorCodes.BlogNotFound, "blog"),
            SaveOutcome.Missing => Errors.NotFound(ErrorCodes.PostNotFound, "post"),
            _ => Errors.Changed("post"),
        };
    }

    private async Task<Result<Post>> FindEditableAsync(PostId id, long? version, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var post = await _posts.FindAsync(id, cancellationToken).ConfigureAwait(false);
        if (post is null || (!MaySee(actor, post) && !post.IsReadableAt(_clock.GetUtcNow())))
        {
            return Errors.NotFound(ErrorCodes.PostNotFound, "post");
        }

        if (!MayEdit(actor, post))
        {
            return Errors.NotAllowed("edit this post");
        }

        return version is null || version == post.Version ? post : Errors.Changed("post");
    }

    private async Task<Result<Post>> ChangeStatusAsync(
        PostId id, PostStatus to, DateTimeOffset? at, long version, Actor actor, CancellationToken cancellationToken)
    {
        var found = await FindEditableAsync(id, version, actor, cancellationToken).ConfigureAwait(false);
        if (!found.Succeeded)
        {
            return found;
        }

        var now = _clock.GetUtcNow();
        var post = found.Value;
        actor = actor.In(post.BlogId);
        var from = post.StatusAt(now);
        if (to is PostStatus.Published or PostStatus.Scheduled or PostStatus.Private && !actor.CanPublish)
        {
            return Errors.NotAllowed("publish without review");
        }

        if (!PostLifecycle.Allows(from, to))
        {
            return new BlogError(ErrorKind.Conflict, ErrorCodes.InvalidTransition, $"A post that is {Words(from)} cannot become {Words(to)}.");
        }

        if (to is PostStatus.Scheduled && !(at > now))
        {
            return new BlogError(ErrorKind.Invalid, ErrorCodes.OutOfRange, "PublishAt must be in the future.", "PublishAt");
        }

        if (to is PostStatus.Published && at is not null && (at > now || !actor.CanEditOthers))
        {
            return at > now
                ? new BlogError(ErrorKind.Invalid, ErrorCodes.OutOfRange, "PublishedAt must not be in the future; schedule the post instead.", "PublishedAt")
                : Errors.NotAllowed("choose the date of publication");
        }

        post = post with
        {
            Status = to,
            PublishedAt = to switch
            {
                PostStatus.Scheduled => at!.Value.ToUniversalTime(),
                PostStatus.Published => at?.ToUniversalTime() ?? (post.PublishedAt is { } first && first <= now ? first : now),
                PostStatus.Draft or PostStatus.PendingReview when post.PublishedAt > now => null,
                _ => post.PublishedAt,
            },
            UpdatedAt = now,
        };
        var saved = await SaveAsync(post, null, cancellationToken).ConfigureAwait(false);
        if (saved.Succeeded)
        {
            Log.PostStatusChanged(_logger, id, to);
        }

        return saved;
    }

    private static string Words(PostStatus status) => status switch
    {
        PostStatus.PendingReview => "pending review",
        _ => status.ToString().ToLowerInvariant(),
    };

    private async Task<Result<PublishedPostQuery>> ToStoreQueryAsync(PostListQuery query, int size, PostCursor? cursor, CancellationToken cancellationToken)
    {
        var stored = new PublishedPostQuery
        {
            BlogId = query.BlogId,
            Now = _clock.GetUtcNow(),
            Kind = query.Kind,
            Tag = query.Tag,
            From = query.From,
            Until = query.Until,
            Size = size,
            Cursor = cursor,
        };

        if (query.Category is { } categorySlug)
        {
            var categories = await _taxonomy.ListCategoriesAsync(query.BlogId, cancellationToken).ConfigureAwait(false);
            if (categories.FirstOrDefault(c => c.Slug == categorySlug) is not { } category)
            {
                return Errors.NotFound(ErrorCodes.CategoryNotFound, "category");
            }

            stored = stored with { Categories = CategoryTree.WithDescendants(categories, category.Id) };
        }

        if (query.Series is { } seriesSlug)
        {
            var all = await _taxonomy.ListSeriesAsync(query.BlogId, cancellationToken).ConfigureAwait(false);
            if (all.FirstOrDefault(s => s.Slug == seriesSlug) is not { } series)
            {
                return Errors.NotFound(ErrorCodes.SeriesNotFound, "series");
            }

            stored = stored with { Series = series.Id };
        }

        if (query.Author is { } authorSlug)
        {
            if (await _authors.FindBySlugAsync(query.BlogId, authorSlug, cancellationToken).ConfigureAwait(false) is not { } author)
            {
                return Errors.NotFound(ErrorCodes.AuthorNotFound, "author");
            }

            stored = stored with { Author = author.Id };
        }

        return stored;
    }
}
