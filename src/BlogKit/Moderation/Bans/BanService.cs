using BlogKit.Internal;
using BlogKit.Storage;

namespace BlogKit.Moderation;

/// <summary>
/// Bans writers and addresses from commenting. A ban keeps nobody from reading and takes nothing down: the policy that looks for bans
/// refuses or holds what comes next. Every method needs an actor who <see cref="Actor.CanModerate"/> and answers
/// <see cref="ErrorCodes.NotAllowed"/> otherwise. Safe for concurrent use.
/// </summary>
public sealed class BanService
{
    private const int MaximumKeyLength = 500;
    private const int MaximumSize = 1_000;

    private readonly IBanStore _bans;
    private readonly ICommentStore _comments;
    private readonly TimeProvider _clock;

    internal BanService(IBanStore bans, ICommentStore comments, TimeProvider clock)
    {
        _bans = bans;
        _comments = comments;
        _clock = clock;
    }

    /// <summary>Adds a ban. A ban of the same key that is in force ends with it.</summary>
    /// <remarks>
    /// Errors: <see cref="ErrorCodes.InvalidKey"/>, <see cref="ErrorCodes.InvalidEmail"/>, <see cref="ErrorCodes.CannotBeBanned"/> for
    /// authors, <see cref="ErrorCodes.TooLong"/>, <see cref="ErrorCodes.OutOfRange"/>.
    /// </remarks>
    /// <param name="input">Whom, why and until when.</param>
    /// <param name="actor">The actor who bans.</param>
    /// <param name="cancellationToken">Honoured until the ban is handed to the store.</param>
    public async Task<Result<Ban>> BanAsync(NewBan input, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(input.Key, nameof(input));
        var read = ReadKey(input.BlogId, input.Key, actor);
        if (!read.Succeeded)
        {
            return read.Errors;
        }

        var now = _clock.GetUtcNow();
        var errors = new InputErrors();
        errors.Text(input.Reason, CommentModeration.MaximumReasonLength, "Reason");
        if (input.Until <= now)
        {
            errors.Add(ErrorCodes.OutOfRange, "Until", "{field} must be in the future.");
        }

        if (errors.Any)
        {
            return errors.ToImmutable();
        }

        var ban = new Ban
        {
            BlogId = input.BlogId,
            Key = read.Value,
            Reason = input.Reason,
            ActorKey = actor.Key ?? ActorKey.Anonymous,
            At = now,
            Until = input.Until?.ToUniversalTime(),
        };
        await _bans.AddBanAsync(ban, cancellationToken).ConfigureAwait(false);
        return ban;
    }

    /// <summary>Lifts the ban of a key, in any of its spellings. <see cref="ErrorCodes.BanNotFound"/> when none is in force.</summary>
    public async Task<Result> LiftAsync(BlogId blogId, string key, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        var read = ReadKey(blogId, key, actor);
        if (!read.Succeeded)
        {
            return read.Errors;
        }

        return await _bans.LiftBanAsync(
            blogId, read.Value, actor.Key ?? ActorKey.Anonymous, _clock.GetUtcNow(), cancellationToken).ConfigureAwait(false)
            ? Result.Success
            : Errors.BanNotFound;
    }

    /// <summary>Returns the bans of a blog, newest first: those in force, or all there ever were.</summary>
    /// <param name="blogId">The blog.</param>
    /// <param name="actor">The actor who asks.</param>
    /// <param name="scope">Which of them.</param>
    /// <param name="size">At most this many, 1 to 1,000.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public async Task<Result<ImmutableArray<Ban>>> ListAsync(
        BlogId blogId, Actor actor, BanScope scope = BanScope.InForce, int size = 200, CancellationToken cancellationToken = default)
    {
        if (Moderators.Refuse(actor, blogId) is { } refusal)
        {
            return refusal;
        }

        return size is < 1 or > MaximumSize
            ? Errors.PageSize(MaximumSize)
            : await _bans.ListBansAsync(
                blogId, scope is BanScope.All ? null : _clock.GetUtcNow(), size, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Returns the keys by which the writer of a comment can be banned: first who they are, then where the comment came from, the narrowest
    /// network first. Empty for an author and for somebody of whom nothing is known.
    /// </summary>
    public async Task<Result<ImmutableArray<string>>> ListAllKeysAsync(
        BlogId blogId, CommentId id, Actor actor, CancellationToken cancellationToken = default)
    {
        if (Moderators.Refuse(actor, blogId) is { } refusal)
        {
            return refusal;
        }

        var comment = await _comments.FindAsync(blogId, id, cancellationToken).ConfigureAwait(false);
        if (comment is null)
        {
            return Errors.CommentNotFound;
        }

        return comment.By.Kind is CommenterKind.Author ? ImmutableArray<string>.Empty : BanKeys.For(comment);
    }

    private static Result<string> ReadKey(BlogId blogId, string key, Actor actor)
    {
        if (Moderators.Refuse(actor, blogId) is { } refusal)
        {
            return refusal;
        }

        var errors = new InputErrors();
        errors.RequiredText(key, MaximumKeyLength, "Key");
        return errors.Any ? errors.ToImmutable() : BanKeys.Read(key);
    }
}
