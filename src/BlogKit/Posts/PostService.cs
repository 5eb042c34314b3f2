using System.Runtime.ExceptionServices;
using BlogKit.Internal;
using BlogKit.Storage;
using Microsoft.Extensions.Logging;

namespace BlogKit;

/// <summary>
/// Writes, publishes and finds posts and pages. Every expected failure is an error with a code, and changes nothing. Safe for concurrent
/// use.
/// </summary>
/// <remarks>
/// Raw HTML in a post of Markdown passes only when every one of its authors is an editor or administrator; else it is shown as text.
/// A post in HTML is cleaned, whoever its authors are.
/// </remarks>
public sealed partial class PostService
{
    private const int MostSlugAttempts = 1_000;
    private const int MaximumUrlLength = 2_000;
    private const int MostAuthors = 20;
    private const int MostRenderings = 10;
    private const int MostRelated = 50;
    private const int MostReadable = 100;
    private const int LastSlugTriedInTurn = 10;
    private const int MaximumTagLength = 100;
    private const int MaximumShortText = 500;
    private const int MaximumPasswordLength = 200;

    private static readonly TimeSpan s_longestSave = TimeSpan.FromMinutes(1);

    private readonly IBlogStore _blogs;
    private readonly IPostStore _posts;
    private readonly IAuthorStore _authors;
    private readonly ITaxonomyStore _taxonomy;
    private readonly IFooterStore _footers;
    private readonly PostRenderers _renderers;
    private readonly PostOptions _options;
    private readonly IIdGenerator _ids;
    private readonly TimeProvider _clock;
    private readonly BlogChanges _changes;
    private readonly ILogger<PostService> _logger;

    internal PostService(
        IBlogStore blogs,
        IPostStore posts,
        IAuthorStore authors,
        ITaxonomyStore taxonomy,
        IFooterStore footers,
        PostRenderers renderers,
        PostOptions options,
        IIdGenerator ids,
        TimeProvider clock,
        BlogChanges changes,
        ILogger<PostService> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        _blogs = blogs;
        _posts = posts;
        _authors = authors;
        _taxonomy = taxonomy;
        _footers = footers;
        _renderers = renderers;
        _options = options;
        _ids = ids;
        _clock = clock;
        _changes = changes;
        _logger = logger;
    }

    /// <summary>
    /// Creates a draft. A slug that was asked for and is taken gives <see cref="ErrorCodes.Taken"/>; one made from the title, or only
    /// suggested, is numbered instead, however many create the same at once.
    /// </summary>
    public async Task<Result<Post>> CreateAsync(NewPost input, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(actor);
        actor = actor.ForBlog(input.BlogId);
        if (!actor.CanWrite)
        {
            return Errors.NotAllowed("You may not write posts.");
        }

        var authorIds = !input.AuthorIds.IsDefaultOrEmpty ? input.AuthorIds : actor.AuthorId is { } self ? [self] : [];
        if (!actor.CanEditOthers && (actor.AuthorId is not { } own || !authorIds.Contains(own)))
        {
            return Errors.NotAllowed("You may not create a post of which you are not an author.");
        }

        if (!actor.CanEditOthers && authorIds.Any(id => id != actor.AuthorId))
        {
            return NamesOthers();
        }

        if (input.IsPinned && !actor.CanEditOthers)
        {
            return Pins();
        }

        var errors = new InputErrors();
        if (input.Visibility is PostVisibility.Password)
        {
            errors.RequiredText(input.Password, MaximumPasswordLength, nameof(NewPost.Password));
        }

        errors.Text(input.Note, MaximumShortText, nameof(NewPost.Note));
        CheckReserved(input.Slug, errors);
        var now = _clock.GetUtcNow();
        var post = new Post
        {
            Id = input.Id ?? new PostId(_ids.Next()),
            BlogId = input.BlogId,
            Kind = input.Kind,
            ParentId = input.ParentId,
            Slug = input.Slug ?? NotReserved(input.SuggestedSlug ?? Slug.From(input.Title ?? "")),
            Title = input.Title?.Trim() ?? "",
            Markdown = input.Markdown,
            Format = input.Format,
            Excerpt = input.Excerpt,
            Rendered = NotRendered,
            RendererVersion = 0,
            AuthorIds = authorIds,
            Visibility = input.Visibility,
            PasswordHash = input.Visibility is PostVisibility.Password && !string.IsNullOrEmpty(input.Password)
                ? PostPassword.Hash(input.Password)
                : null,
            FeaturedImage = input.FeaturedImage,
            Tags = input.Tags.IsDefault ? [] : [.. input.Tags.Where(static t => !string.IsNullOrWhiteSpace(t)).Select(Tag.From)],
            CategoryIds = input.CategoryIds,
            SeriesId = input.SeriesId,
            SeriesPosition = input.SeriesPosition,
            FooterBlockIds = input.FooterBlockIds,
            Seo = input.Seo,
            IsPinned = input.IsPinned,
            Fields = input.Fields,
            FeedId = input.FeedId,
            Comments = input.Comments
                ?? (input.Kind is PostKind.Page ? new PostCommentSettings { Mode = CommentMode.Closed } : PostCommentSettings.Inherited),
            CreatedAt = now,
            UpdatedAt = now,
            ContentUpdatedAt = now,
        };

        var checkedPost = await CheckAsync(post, errors, cancellationToken).ConfigureAwait(false);
        if (!checkedPost.Succeeded)
        {
            return checkedPost.Errors;
        }

        var inserted = await InsertAsync(
            checkedPost.Value.Post, numberWhenTaken: input.Slug is null, actor, input.Note, cancellationToken).ConfigureAwait(false);
        return inserted.Succeeded
            ? await KeepUpAsync(inserted.Value, checkedPost.Value.Rendering).ConfigureAwait(false)
            : inserted;
    }

    /// <summary>
    /// Saves changed content and settings: <c>post with { … }</c> of one that was read, whose <see cref="Post.Version"/> says what the
    /// change is based on. Stage, the stage before, publication time, rendering and times of the argument are ignored: the methods below
    /// change the stage. A replaced slug goes on leading here; changed content becomes a revision.
    /// </summary>
    public Task<Result<Post>> UpdateAsync(Post post, Actor actor, string? note = null, CancellationToken cancellationToken = default) =>
        UpdateAsync(post, hideAs: null, actor, note, cancellationToken);

    /// <summary>
    /// Saves changed content and settings as <see cref="UpdateAsync(Post, Actor, string?, CancellationToken)"/> does, and takes the post
    /// from readers in the same transaction: nobody reads the new text in between. Fails as either would, and then changes nothing.
    /// </summary>
    /// <param name="post">The post as it is to be, with the version that was read.</param>
    /// <param name="hideAs">
    /// What it is to become: <see cref="PostStatus.Draft"/>, <see cref="PostStatus.PendingReview"/>, <see cref="PostStatus.Private"/> or
    /// <see cref="PostStatus.Archived"/>.
    /// </param>
    /// <param name="actor">The actor who changes it.</param>
    /// <param name="note">The note about the change in its revision; null for none.</param>
    /// <param name="cancellationToken">Honoured until the change is handed to the store.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="hideAs"/> is a stage that readers see.</exception>
    public Task<Result<Post>> UpdateAndHideAsync(
        Post post, PostStatus hideAs, Actor actor, string? note = null, CancellationToken cancellationToken = default) =>
        hideAs is PostStatus.Draft or PostStatus.PendingReview or PostStatus.Private or PostStatus.Archived
            ? UpdateAsync(post, hideAs, actor, note, cancellationToken)
            : throw new ArgumentOutOfRangeException(nameof(hideAs), hideAs, "Readers see posts in that stage.");

    private async Task<Result<Post>> UpdateAsync(
        Post post, PostStatus? hideAs, Actor actor, string? note, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(post);
        var found = await FindEditableAsync(post.BlogId, post.Id, post.Version, actor, cancellationToken).ConfigureAwait(false);
        if (!found.Succeeded)
        {
            return found;
        }

        var before = found.Value;
        actor = actor.ForBlog(before.BlogId);
        var now = _clock.GetUtcNow();
        var staged = hideAs is { } to ? Staged(before, to, null, actor, now) : before;
        if (!staged.Succeeded)
        {
            return staged;
        }

        var errors = new InputErrors();
        errors.Text(note, MaximumShortText, "Note");
        if (post.Visibility is PostVisibility.Password && before.PasswordHash is null)
        {
            errors.Add(ErrorCodes.Required, nameof(NewPost.Password), "Set a password with SetPasswordAsync to protect the post.");
        }

        // What was imported or written before the word was reserved keeps its address.
        CheckReserved(post.Slug == before.Slug ? null : post.Slug, errors);
        if (!actor.CanEditOthers && (actor.AuthorId is not { } self || post.AuthorIds.IsDefault || !post.AuthorIds.Contains(self)))
        {
            return Errors.NotAllowed("You may not give away a post of yours.");
        }

        // Whom an editor named stays named; nobody else signs for them.
        if (!actor.CanEditOthers && post.AuthorIds.Except(before.AuthorIds).Any())
        {
            return NamesOthers();
        }

        if (post.IsPinned != before.IsPinned && !actor.CanEditOthers)
        {
            return Pins();
        }

        var checkedPost = await CheckAsync(
            post with
            {
                BlogId = before.BlogId,
                Kind = before.Kind,
                Title = post.Title?.Trim() ?? "",
                Status = staged.Value.Status,
                StatusBefore = staged.Value.StatusBefore,
                PublishedAt = staged.Value.PublishedAt,
                PasswordHash = post.Visibility is PostVisibility.Password ? before.PasswordHash : null,
                CreatedAt = before.CreatedAt,
                UpdatedAt = now.NotBefore(before.UpdatedAt),
            },
            errors,
            cancellationToken).ConfigureAwait(false);
        if (!checkedPost.Succeeded)
        {
            return checkedPost.Errors;
        }

        var after = checkedPost.Value.Post;
        var contentChanged = !string.Equals(before.Title, after.Title, StringComparison.Ordinal)
            || !string.Equals(before.Markdown, after.Markdown, StringComparison.Ordinal)
            || before.Format != after.Format
            || !string.Equals(before.Excerpt, after.Excerpt, StringComparison.Ordinal);
        after = after with { ContentUpdatedAt = IsReadAlike(before, after) ? before.ContentUpdatedAt : after.UpdatedAt };
        var saved = await SaveAsync(
            after, contentChanged ? Revision(after, actor, note) : null, before.Tags, cancellationToken).ConfigureAwait(false);
        if (!saved.Succeeded)
        {
            return saved;
        }

        if (hideAs is not null)
        {
            PostLog.PostStatusChanged(_logger, after.Id, after.Status);
        }

        return await KeepUpAsync(saved.Value, checkedPost.Value.Rendering).ConfigureAwait(false);
    }

    // Programs send the lines of a text back with other ends.
    private static bool IsReadAlike(Post before, Post after) =>
        string.Equals(before.Title, after.Title, StringComparison.Ordinal)
        && before.Format == after.Format
        && string.Equals(before.Markdown.ReplaceLineEndings("\n"), after.Markdown.ReplaceLineEndings("\n"), StringComparison.Ordinal)
        && string.Equals(
            (before.Excerpt ?? "").ReplaceLineEndings("\n"), (after.Excerpt ?? "").ReplaceLineEndings("\n"), StringComparison.Ordinal);

    private static BlogError NamesOthers() => BlogError.Of(
        ErrorKind.Forbidden, ErrorCodes.NotAllowed, "{field} names somebody else: only editors sign for others.", nameof(Post.AuthorIds));

    private static BlogError Pins() => BlogError.Of(
        ErrorKind.Forbidden, ErrorCodes.NotAllowed, "{field} is for editors: only they pin posts.", nameof(Post.IsPinned));

    /// <summary>Protects a post with a password, or (null) makes a protected one public again; an unlisted post stays unlisted.</summary>
    public async Task<Result<Post>> SetPasswordAsync(
        BlogId blogId, PostId id, string? password, Actor actor, long version, CancellationToken cancellationToken = default)
    {
        var found = await FindEditableAsync(blogId, id, version, actor, cancellationToken).ConfigureAwait(false);
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
                cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Returns whether a password opens a protected post. Takes tens of milliseconds on purpose: limit the rate of asking.
    /// </summary>
    public static bool VerifyPassword(Post post, string password)
    {
        ArgumentNullException.ThrowIfNull(post);
        ArgumentNullException.ThrowIfNull(password);
        return post.PasswordHash is { } hash
            && password.Length <= MaximumPasswordLength
            && TextRules.IsStorable(password)
            && PostPassword.Matches(password, hash);
    }

    /// <summary>Restores the content of a revision, as a new revision.</summary>
    public async Task<Result<Post>> RestoreRevisionAsync(
        BlogId blogId, PostId id, RevisionId revisionId, Actor actor, long version, CancellationToken cancellationToken = default)
    {
        var found = await FindEditableAsync(blogId, id, version, actor, cancellationToken).ConfigureAwait(false);
        if (!found.Succeeded)
        {
            return found;
        }

        var revision = await _posts.FindRevisionAsync(blogId, revisionId, cancellationToken).ConfigureAwait(false);
        return revision is null || revision.PostId != id
            ? Errors.RevisionNotFound
            : await UpdateAsync(
                found.Value with
                {
                    Title = revision.Title,
                    Markdown = revision.Markdown,
                    Format = revision.Format,
                    Excerpt = revision.Excerpt,
                },
                actor,
                FormattableString.Invariant($"Restored the content of {revision.SavedAt:yyyy-MM-dd HH:mm} UTC."),
                cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Renders a text as it would be stored in a blog in English, and stores nothing.</summary>
    /// <param name="markdown">The text.</param>
    /// <param name="cancellationToken">Ends the rendering.</param>
    public RenderedPost Preview(string markdown, CancellationToken cancellationToken = default) =>
        _renderers.Render(PostFormat.Markdown, markdown, Rendering(trusted: false, language: null, cancellationToken)).Value;

    /// <summary>
    /// Renders a text as it would be stored for these authors, in the blog's language and with raw HTML where they may use it, and stores
    /// nothing. Two commands.
    /// </summary>
    /// <param name="blogId">The blog; authors of others count as unknown.</param>
    /// <param name="markdown">The text.</param>
    /// <param name="authorIds">The authors the post is to have.</param>
    /// <param name="cancellationToken">
    /// Ends the reading and the rendering: pass the token of the request, so that nothing goes on when nobody waits.
    /// </param>
    public async Task<RenderedPost> PreviewAsync(
        BlogId blogId, string markdown, ImmutableArray<AuthorId> authorIds, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        return _renderers.Render(
            PostFormat.Markdown,
            markdown,
            await ReadRenderingAsync(blogId, authorIds, cancellationToken).ConfigureAwait(false)).Value;
    }

    /// <summary>
    /// Renders a text of a format as it would be stored for these authors, and stores nothing. Fails for a format that the application does
    /// not read, and for HTML over a bound. Two commands.
    /// </summary>
    /// <param name="blogId">The blog; authors of others count as unknown.</param>
    /// <param name="format">The format of the text.</param>
    /// <param name="text">The text.</param>
    /// <param name="authorIds">The authors the post is to have.</param>
    /// <param name="cancellationToken">Ends the reading and the rendering.</param>
    public async Task<Result<RenderedPost>> PreviewAsync(
        BlogId blogId,
        PostFormat format,
        string text,
        ImmutableArray<AuthorId> authorIds,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        return _renderers.Render(
            format, text, await ReadRenderingAsync(blogId, authorIds, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Returns whether the application reads posts of a format; of HTML, whether a package for it was added.</summary>
    public bool HasRenderer(PostFormat format) => _renderers.FindVersion(format) is not null;

    /// <summary>
    /// Returns Markdown that these authors' readers would see as the same document; null where HTML says what Markdown cannot, and where
    /// the application does not read HTML. Two commands.
    /// </summary>
    /// <param name="blogId">The blog.</param>
    /// <param name="html">The HTML.</param>
    /// <param name="authorIds">The authors of the post.</param>
    /// <param name="cancellationToken">Ends the conversion.</param>
    public async Task<string?> FindMarkdownAsync(
        BlogId blogId, string html, ImmutableArray<AuthorId> authorIds, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(html);
        var rendering = await ReadRenderingAsync(blogId, authorIds, cancellationToken).ConfigureAwait(false);
        return _renderers.Html?.FindMarkdown(html, rendering);
    }

    /// <summary>
    /// Returns the way a text of these authors is rendered: in the blog's language, and with raw HTML where every one of them may use it.
    /// Two commands.
    /// </summary>
    /// <param name="blogId">The blog; authors of others count as unknown.</param>
    /// <param name="authorIds">The authors the post has or is to have.</param>
    /// <param name="cancellationToken">Ends the reading, and the rendering that is made with the answer.</param>
    public async Task<PostRendering> ReadRenderingAsync(
        BlogId blogId, ImmutableArray<AuthorId> authorIds, CancellationToken cancellationToken = default)
    {
        var authors = await _authors.FindManyAsync(blogId, authorIds, cancellationToken).ConfigureAwait(false);
        return Rendering(
            MayUseRawHtml(authors, authorIds),
            await LanguageAsync(blogId, cancellationToken).ConfigureAwait(false),
            cancellationToken);
    }

    internal async Task<Post> RenderAsync(Post post, CancellationToken cancellationToken) =>
        _renderers.RenderAgain(
            post.Format,
            post.Markdown,
            await ReadRenderingAsync(post.BlogId, post.AuthorIds, cancellationToken).ConfigureAwait(false)) is { } rendered
            ? Rendered(post, rendered)
            : post;

    /// <summary>The version of what renders a format now; null for nothing.</summary>
    internal int? FindRendererVersion(PostFormat format) => _renderers.FindVersion(format);

    private async Task<string?> LanguageAsync(BlogId blogId, CancellationToken cancellationToken) =>
        (await _blogs.FindAsync(blogId, cancellationToken).ConfigureAwait(false))?.Language;

    /// <summary>
    /// Renders a blog's posts again, or those of one author. Whoever saves one meanwhile wins, and what they saved is rendered again too:
    /// they may have asked for the roles before. A post that the store cannot save now keeps no other from it.
    /// </summary>
    internal async Task RenderAgainAsync(BlogId blogId, AuthorId? author)
    {
        Exception? failed = null;
        DateTimeOffset? since = null;
        for (var pass = 0; pass < MostRenderings; pass++)
        {
            var begun = _clock.GetUtcNow();
            var rendered = 0;
            await foreach (var post in ReadAllAsync(blogId, author, since).ConfigureAwait(false))
            {
                try
                {
                    rendered += await RenderAgainAsync(post).ConfigureAwait(false) is null ? 0 : 1;
                }
#pragma warning disable CA1031 // a post that cannot be saved now keeps no other from it, whatever its store throws; it is thrown at the end
                catch (Exception fault)
#pragma warning restore CA1031
                {
                    PostLog.NotRenderedAgain(_logger, post.Id, fault);
                    failed ??= fault;
                }
            }

            // Who changed the stage of a post meanwhile put it in front of those that are still to be read, with the rendering it had.
            if (since is not null && rendered == 0)
            {
                break;
            }

            // A stage has the time at which its change began, maybe by the clock of another host.
            since = begun - s_longestSave;
        }

        if (failed is not null)
        {
            ExceptionDispatchInfo.Throw(failed);
        }
    }

    // Latest changed first; only those changed since a moment.
    private async IAsyncEnumerable<Post> ReadAllAsync(BlogId blogId, AuthorId? author, DateTimeOffset? since)
    {
        PostCursor? cursor = null;
        do
        {
            var slice = await _posts.ListForDeskAsync(
                new PostDeskQuery { BlogId = blogId, Author = author, Size = MostReadable, Cursor = cursor },
                CancellationToken.None).ConfigureAwait(false);
            PostId[] ids = [.. slice.Items.TakeWhile(p => since is null || p.UpdatedAt >= since).Select(static p => p.Id)];
            if (ids.Length == 0)
            {
                yield break;
            }

            foreach (var post in await _posts.FindManyAsync(blogId, ids, CancellationToken.None).ConfigureAwait(false))
            {
                yield return post;
            }

            cursor = slice.HasNext && ids.Length == slice.Items.Length
                ? new PostCursor(slice.Items[^1].UpdatedAt, slice.Items[^1].Id)
                : null;
        }
        while (cursor is not null);
    }

    /// <summary>
    /// A saved post as it is to be rendered now. Whoever changes what its authors may use, or the blog's language, renders what is stored
    /// at that moment, and cannot know a post whose save had begun: so the save looks again when it is done. Two commands. It is saved
    /// whatever becomes of that.
    /// </summary>
    private async Task<Post> KeepUpAsync(Post saved, PostRendering rendering)
    {
        try
        {
            var now = await ReadRenderingAsync(saved.BlogId, saved.AuthorIds, CancellationToken.None).ConfigureAwait(false);
            return now.AllowRawHtml == rendering.AllowRawHtml && string.Equals(now.Language, rendering.Language, StringComparison.Ordinal)
                ? saved
                : await RenderAgainAsync(saved).ConfigureAwait(false) ?? saved;
        }
#pragma warning disable CA1031 // the post is saved: whatever a store throws now must not tell its author that it is not
        catch (Exception fault)
#pragma warning restore CA1031
        {
            PostLog.NotLookedAtAgain(_logger, saved.Id, fault);
            return saved;
        }
    }

    /// <summary>
    /// Renders a stored post again. Returns it as it was stored here; null when it stayed as it was, or somebody else's save came between.
    /// </summary>
    private async Task<Post?> RenderAgainAsync(Post post)
    {
        var isOwn = true;
        for (var attempt = 0; attempt < MostRenderings; attempt++)
        {
            var again = await RenderAsync(post, CancellationToken.None).ConfigureAwait(false);
            if (IsRenderedAlike(post, again))
            {
                return null;
            }

            var outcome = await _posts.SaveAsync(new PostSave(again, null), CancellationToken.None)
                .AnnounceAsync(_changes, Touched(again.BlogId, again.Id)).ConfigureAwait(false);
            if (outcome is not SaveOutcome.Conflict)
            {
                return isOwn && outcome is SaveOutcome.Saved ? again with { Version = again.Version + 1 } : null;
            }

            isOwn = false;
            var saved = await _posts.FindAsync(post.BlogId, post.Id, CancellationToken.None).ConfigureAwait(false);
            if (saved is null)
            {
                return null;
            }

            post = saved;
        }

        return null;
    }

    private static bool IsRenderedAlike(Post post, Post again) =>
        string.Equals(post.Rendered.Html, again.Rendered.Html, StringComparison.Ordinal)
        && string.Equals(post.Rendered.ExcerptText, again.Rendered.ExcerptText, StringComparison.Ordinal);

    private static RenderedPost NotRendered { get; } = new()
    {
        Html = "",
        PlainText = "",
        ExcerptHtml = "",
        ExcerptText = "",
        Headings = [],
        WordCount = 0,
    };

    // Whoever may not publish without review may not change what is published either.
    private static bool MayEdit(Actor actor, Post post) =>
        MaySee(actor, post)
        && (actor.ForBlog(post.BlogId).CanPublish || (post.StatusBefore ?? post.Status) is PostStatus.Draft or PostStatus.PendingReview);

    private PostRevision Revision(Post post, Actor actor, string? note) => new()
    {
        Id = new RevisionId(_ids.Next()),
        PostId = post.Id,
        PostVersion = post.Version + 1,
        Title = post.Title,
        Markdown = post.Markdown,
        Format = post.Format,
        Excerpt = post.Excerpt,
        SavedBy = actor.Key ?? ActorKey.Anonymous,
        SavedAt = post.UpdatedAt,
        Note = note,
    };

    private PostRendering Rendering(bool trusted, string? language, CancellationToken cancellationToken) =>
        new()
        {
            AllowRawHtml = trusted,
            ExcerptLength = _options.ExcerptLength,
            Language = language,
            CancellationToken = cancellationToken,
        };

    private static bool MayUseRawHtml(ImmutableArray<Author> authors, ImmutableArray<AuthorId> authorIds) =>
        authors.Length > 0 && authors.Length == authorIds.Length && authors.All(static a => RawHtml.MayBeUsedBy(a.Roles));

    private Post Rendered(Post post, RenderedPost rendered) => post with
    {
        Rendered = post.Excerpt is { } excerpt ? rendered with { ExcerptHtml = Paragraph(excerpt), ExcerptText = excerpt } : rendered,
        RendererVersion = _renderers.FindVersion(post.Format) ?? post.RendererVersion,
    };

    private static string Paragraph(string plainText)
    {
        var html = new HtmlTextWriter();
        html.Markup("<p>");
        html.Text(plainText);
        html.Markup("</p>");
        return html.ToString();
    }

    private bool IsReserved(Slug slug) => _options.ReservedSlugs.Contains(slug.Value);

    private Slug NotReserved(Slug slug) => IsReserved(slug) ? slug.WithNumber(2) : slug;

    private void CheckReserved(Slug? slug, InputErrors errors)
    {
        if (slug is { } wanted && IsReserved(wanted))
        {
            errors.Add(
                ErrorCodes.SlugReserved,
                nameof(Post.Slug),
                "{field} '{value}' is reserved: the blog has a page of its own there.",
                ("value", wanted.Value));
        }
    }

    private async Task<Result<Post>> InsertAsync(
        Post post, bool numberWhenTaken, Actor actor, string? note, CancellationToken cancellationToken) =>
        await InsertAsync(
            post,
            numberWhenTaken,
            numbered => SaveAsync(numbered, Revision(numbered, actor, note), tagsBefore: [], cancellationToken),
            cancellationToken).ConfigureAwait(false);

    private async Task<Result<Post>> InsertAsync(
        Post post, bool numberWhenTaken, Func<Post, Task<Result<Post>>> saveAsync, CancellationToken cancellationToken)
    {
        var slug = post.Slug;
        var number = 1;
        for (var attempt = 1; ; attempt++)
        {
            var result = await saveAsync(post).ConfigureAwait(false);
            if (result.Succeeded || result.Error.Code is not ErrorCodes.Taken || !numberWhenTaken || attempt == MostSlugAttempts)
            {
                return result;
            }

            if (attempt == 1 && await _posts.FindAsync(post.BlogId, post.Id, cancellationToken).ConfigureAwait(false) is not null)
            {
                return BlogError.Of(
                    ErrorKind.Conflict, ErrorCodes.KeyReused, "There is a post with this identity already.", nameof(NewPost.Id));
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

    /// <summary>A post that may be saved, and how it was rendered.</summary>
    private sealed record CheckedPost(Post Post, PostRendering Rendering);

    private static BlogChange Touched(BlogId blogId, PostId id) => new(blogId, BlogChangeKind.Post) { PostId = id };

    private Task<Result<Post>> SaveAsync(Post post, CancellationToken cancellationToken) =>
        SaveAsync(post, revision: null, post.Tags, cancellationToken);

    private Task<Result<Post>> SaveAsync(
        Post post, PostRevision? revision, ImmutableArray<Tag> tagsBefore, CancellationToken cancellationToken) =>
        SaveAsync(post, revision, tagsBefore, _changes, cancellationToken);

    // Tags are looked up before the transaction. Whoever brings one meanwhile is noticed in it, and all is looked up again.
    private async Task<Result<Post>> SaveAsync(
        Post post, PostRevision? revision, ImmutableArray<Tag> tagsBefore, BlogChanges? announced, CancellationToken cancellationToken)
    {
        // A newer version wrote it: no store takes what this one would make of it.
        if (!Enum.IsDefined(post.Format))
        {
            return PostRenderers.NotTaken;
        }

        for (var attempt = 1; ; attempt++)
        {
            var (tags, newTags) = await ResolveTagsAsync(post, tagsBefore, cancellationToken).ConfigureAwait(false);
            var tagged = post with { Tags = tags };
            var save = new PostSave(tagged, revision) { RevisionsKept = _options.RevisionsKept, NewTags = newTags };
            var saving = _posts.SaveAsync(save, cancellationToken);
            var outcome = announced is null
                ? await saving.ConfigureAwait(false)
                : await saving.AnnounceAsync(announced, Touched(post.BlogId, post.Id)).ConfigureAwait(false);
            if (outcome is SaveOutcome.TagTaken && attempt < MostTagAttempts)
            {
                continue;
            }

            return outcome switch
            {
                SaveOutcome.Saved => tagged with { Version = post.Version + 1 },
                SaveOutcome.Duplicate => Errors.Taken(nameof(Post.Slug), post.Slug.Value),
                SaveOutcome.Missing when post.Version == 0 => Errors.BlogNotFound,
                SaveOutcome.Missing => Errors.PostNotFound,
                _ => Errors.Changed("post"),
            };
        }
    }

    internal async Task<Result<Post>> FindEditableAsync(
        BlogId blogId, PostId id, long? version, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var post = await _posts.FindAsync(blogId, id, cancellationToken).ConfigureAwait(false);
        if (post is null || (!MaySee(actor, post) && !post.IsReadableAt(_clock.GetUtcNow())))
        {
            return Errors.PostNotFound;
        }

        if (!MayEdit(actor, post))
        {
            return Errors.NotAllowed("You may not edit this post.");
        }

        return version is null || version == post.Version ? post : Errors.Changed("post");
    }
}
