using BlogKit.Internal;

namespace BlogKit;

public sealed partial class PostService
{
    /// <summary>
    /// Stores a post that comes from elsewhere as it was there, with the identity, stage and times it is given: a new one
    /// (<see cref="Post.Version"/> 0), or in place of the stored version it names. Editors and administrators only. It is checked as one
    /// that is written here, and rendered here, whatever <see cref="Post.Rendered"/> says; <see cref="Post.PasswordHash"/> is that of the
    /// password, or for a stored post without one as it was.
    /// </summary>
    /// <remarks>
    /// <para>
    /// A slug that is taken or reserved is numbered when the post is new, and refused when it replaces one. Tags are stored with the slugs
    /// they are given, so whoever imports looks up which tags the blog has. The text becomes a revision where it changes.
    /// </para>
    /// <para>
    /// Nothing is announced, so nobody outside is told of what is old. Announce <see cref="BlogChangeKind.Blog"/> once for many posts, so
    /// that pages that are kept are made anew.
    /// </para>
    /// <para>Five commands and the save; one more for each page above it.</para>
    /// </remarks>
    /// <param name="post">The post as it is to be stored.</param>
    /// <param name="password">
    /// The password in clear of a new post with <see cref="PostVisibility.Password"/>, or a new one; null for none. Only its hash is kept.
    /// </param>
    /// <param name="actor">Who imports.</param>
    /// <param name="note">The note of its revision; null for none.</param>
    /// <param name="cancellationToken">Honoured until the post is handed to the store.</param>
    /// <returns>
    /// The post as it is stored. <see cref="ErrorCodes.KeyReused"/> when a new one has the identity of a post that is there,
    /// <see cref="ErrorCodes.Changed"/> when the stored version is another one.
    /// </returns>
    public async Task<Result<Post>> ImportAsync(
        Post post, string? password, Actor actor, string? note = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(post);
        ArgumentNullException.ThrowIfNull(actor);
        var before = post.Version == 0
            ? null
            : await _posts.FindAsync(post.BlogId, post.Id, cancellationToken).ConfigureAwait(false);
        if (post.Version != 0 && before is null)
        {
            return Errors.PostNotFound;
        }

        if (before is not null && before.Version != post.Version)
        {
            return Errors.Changed("post");
        }

        var errors = new InputErrors();
        errors.Text(note, MaximumShortText, "Note");
        var given = Given(post, before, password, actor, errors);
        if (!given.Succeeded)
        {
            return given;
        }

        if (errors.Any)
        {
            return errors.ToImmutable();
        }

        var checkedPost = await CheckReferencesAsync(given.Value, errors, cancellationToken).ConfigureAwait(false);
        if (!checkedPost.Succeeded)
        {
            return checkedPost.Errors;
        }

        var after = checkedPost.Value.Post;
        if (password is not null && after.Visibility is PostVisibility.Password)
        {
            after = after with { PasswordHash = PostPassword.Hash(password) };
        }

        Task<Result<Post>> SaveSilentlyAsync(Post saved, CancellationToken token) => SaveAsync(
            saved,
            before is not null && IsReadAlike(before, saved) ? null : Revision(saved, actor, note),
            saved.Tags,
            announced: null,
            token);
        var stored = before is null
            ? await InsertAsync(
                after, numberWhenTaken: true, saved => SaveSilentlyAsync(saved, cancellationToken), cancellationToken).ConfigureAwait(false)
            : await SaveSilentlyAsync(after, cancellationToken).ConfigureAwait(false);
        return stored.Succeeded ? await KeepUpAsync(stored.Value, checkedPost.Value.Rendering).ConfigureAwait(false) : stored;
    }

    /// <summary>
    /// Returns a post as <see cref="ImportAsync"/> would store it, and stores nothing. What it refers to (authors, categories, series,
    /// blocks, the page above) need not be there yet and is not looked up, nor is whether its slug is taken. One command.
    /// </summary>
    /// <param name="post">The post as it is to be stored.</param>
    /// <param name="password">As in <see cref="ImportAsync"/>.</param>
    /// <param name="actor">Who would import.</param>
    /// <param name="cancellationToken">Ends the rendering.</param>
    public async Task<Result<Post>> CheckImportAsync(
        Post post, string? password, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(post);
        ArgumentNullException.ThrowIfNull(actor);
        var errors = new InputErrors();
        var given = Given(post, post.Version == 0 ? null : post, password, actor, errors);
        if (!given.Succeeded || errors.Any)
        {
            return given.Succeeded ? errors.ToImmutable() : given;
        }

        var rendering = Rendering(
            trusted: false, await LanguageAsync(post.BlogId, cancellationToken).ConfigureAwait(false), cancellationToken);
        var rendered = _renderers.Render(given.Value.Format, given.Value.Markdown, rendering);
        return rendered.Succeeded ? Rendered(given.Value, rendered.Value) : rendered.Errors;
    }

    private Result<Post> Given(Post post, Post? before, string? password, Actor actor, InputErrors errors)
    {
        if (!actor.ForBlog(post.BlogId).CanEditOthers)
        {
            return Errors.NotAllowed("You may not import posts.");
        }

        if (password is not null || (post.Visibility is PostVisibility.Password && before?.PasswordHash is null))
        {
            errors.RequiredText(password, MaximumPasswordLength, nameof(NewPost.Password));
        }

        if (post.Id == default)
        {
            errors.Add(ErrorCodes.Required, nameof(Post.Id), "{field} is required.");
        }

        errors.Defined(post.Status, nameof(Post.Status));
        if (post.Status is PostStatus.Published or PostStatus.Scheduled && post.PublishedAt is null)
        {
            errors.Add(ErrorCodes.Required, nameof(Post.PublishedAt), "{field} is required for a post that is published or scheduled.");
        }

        post = Normalised(post);
        post = post with
        {
            Slug = before is null ? NotReserved(post.Slug) : post.Slug,
            Title = post.Title?.Trim() ?? "",
            StatusBefore = post.Status is PostStatus.Archived ? post.StatusBefore : null,
            PasswordHash = post.Visibility is PostVisibility.Password ? before?.PasswordHash : null,
            Rendered = NotRendered,
        };
        CheckFields(post, errors);
        return post;
    }
}
