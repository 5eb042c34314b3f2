using BlogKit.Internal;
using BlogKit.Storage;

namespace BlogKit;

/// <summary>
/// Keeps the names of signed-in users whom the application gives none that may be shown: they choose a name with their first comment in a
/// blog (<see cref="NewComment.DisplayName"/>), change it here, and appear under a neutral word without one. Safe for concurrent use.
/// </summary>
public sealed class DisplayNameService
{
    private readonly IDisplayNameStore _names;
    private readonly IAuthorStore _authors;
    private readonly CommentOptions _options;
    private readonly TimeProvider _clock;

    internal DisplayNameService(IDisplayNameStore names, IAuthorStore authors, CommentOptions options, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        _names = names;
        _authors = authors;
        _options = options;
        _clock = clock;
    }

    /// <summary>Returns the name a user chose in a blog; null when they chose none. One command.</summary>
    /// <param name="blogId">The blog.</param>
    /// <param name="userKey">The application's key of the user.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public Task<DisplayName?> FindAsync(BlogId blogId, string userKey, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(userKey);
        return _names.FindDisplayNameAsync(blogId, userKey, cancellationToken);
    }

    /// <summary>
    /// Stores the name of the actor, in place of the one before; the comments they write from now on are shown with it. The rules are those
    /// of guests' names, and a name is neither an address nor a part of one. Errors: <see cref="ErrorCodes.Required"/>,
    /// <see cref="ErrorCodes.TooLong"/>, <see cref="ErrorCodes.InvalidText"/>, <see cref="ErrorCodes.InvalidName"/>,
    /// <see cref="ErrorCodes.NameIsAddress"/>, <see cref="ErrorCodes.NameIsAuthors"/>, <see cref="ErrorCodes.BlogNotFound"/>, and
    /// <see cref="ErrorCodes.NotAllowed"/> for those whom the application names and for who is no user.
    /// </summary>
    /// <param name="blogId">The blog.</param>
    /// <param name="name">The name; nothing in it is trusted.</param>
    /// <param name="actor">The user, as the host knows them.</param>
    /// <param name="cancellationToken">Honoured until the name is handed to the store.</param>
    public async Task<Result<DisplayName>> ChooseAsync(
        BlogId blogId, string name, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(actor);
        if (actor.NameSource is NameSource.Application)
        {
            return Errors.NotAllowed("You may not choose a name here: only users whom the application gives none do.");
        }

        var errors = new InputErrors();
        var chosen = ChosenName.Read(name, _options, errors);
        if (errors.Any)
        {
            return errors.ToImmutable();
        }

        var key = NameKey.From(chosen);
        var authors = await _authors.ListAllAsync(blogId, cancellationToken).ConfigureAwait(false);
        if (authors.Any(author => string.Equals(NameKey.From(author.DisplayName), key, StringComparison.Ordinal)))
        {
            return ChosenName.IsAuthors;
        }

        var kept = new DisplayName(blogId, actor.UserKey!, chosen, _clock.GetUtcNow());
        return await _names.SaveDisplayNameAsync(kept, cancellationToken).ConfigureAwait(false) is SaveOutcome.Saved
            ? kept
            : Errors.BlogNotFound;
    }

    /// <summary>
    /// Deletes the name a user chose: for the user, and for moderators when a name offends. The user appears under a neutral word then and
    /// is asked again; comments keep the name they were written under. The value is false when nothing was kept. Error:
    /// <see cref="ErrorCodes.NotAllowed"/>.
    /// </summary>
    /// <param name="blogId">The blog.</param>
    /// <param name="userKey">The application's key of the user.</param>
    /// <param name="actor">The actor who asks.</param>
    /// <param name="cancellationToken">Honoured until the order is handed to the store.</param>
    public async Task<Result<bool>> ForgetAsync(BlogId blogId, string userKey, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(userKey);
        ArgumentNullException.ThrowIfNull(actor);
        return string.Equals(actor.UserKey, userKey, StringComparison.Ordinal) || actor.ForBlog(blogId).CanModerate
            ? await _names.DeleteDisplayNameAsync(blogId, userKey, cancellationToken).ConfigureAwait(false)
            : Errors.NotAllowed("You may not forget the name of somebody else.");
    }
}
