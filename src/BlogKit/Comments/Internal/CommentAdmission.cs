using BlogKit.Storage;

namespace BlogKit.Internal;

/// <summary>Whether a thread takes a comment from somebody at all, before anybody looks at the text.</summary>
internal static class CommentAdmission
{
    public static BlogError ParentNotShown { get; } = BlogError.Of(
        ErrorKind.Invalid, ErrorCodes.ParentNotShown, "{field} is not a shown comment of this post.", nameof(NewComment.ParentId));

    public static BlogError Closed(ThreadClosedReason reason) => BlogError.Of(
        ErrorKind.Forbidden,
        ErrorCodes.CommentsClosed,
        reason switch
        {
            ThreadClosedReason.ByAge => "Comments are closed: the post is older than comments are taken for.",
            ThreadClosedReason.ByCount => "Comments are closed: the thread has as many comments as it takes.",
            _ => "Comments are closed.",
        },
        arguments: [("reason", NameOf(reason))]);

    public static BlogError? Check(NewComment input, IntakeFacts facts, Actor actor, CommentOptions options, DateTimeOffset now)
    {
        if (facts.Post is not { } post || !post.IsReadableAt(now))
        {
            return Errors.PostNotFound;
        }

        if (post.Comments.FindClosedReason(post.PublishedAt, post.ShownComments, now) is { } reason && !IsExempt(reason, actor))
        {
            return Closed(reason);
        }

        if (!options.AllowGuests && actor.Kind is ActorKind.Anonymous or ActorKind.Guest)
        {
            return BlogError.Of(ErrorKind.Forbidden, ErrorCodes.SignInRequired, "Sign in to comment.");
        }

        if (actor.BlogId is { } own && own != post.BlogId)
        {
            return Errors.NotAllowed("You may not comment here as an author of another blog.");
        }

        if (input.ParentId is not null)
        {
            if (facts.Parent is not { Status: CommentStatus.Approved } parent || parent.PostId != input.PostId)
            {
                return ParentNotShown;
            }

            if (options.MaximumDepth is { } deepest && parent.Depth >= deepest)
            {
                return BlogError.Of(
                    ErrorKind.Invalid,
                    ErrorCodes.TooDeep,
                    "Replies go at most {max} levels deep.",
                    nameof(NewComment.ParentId),
                    ("max", deepest));
            }
        }

        if (facts.NameIsAuthors)
        {
            return actor.Kind is ActorKind.User ? ChosenName.IsAuthors : BlogError.Of(
                ErrorKind.Invalid,
                ErrorCodes.NameIsAuthors,
                "{field} belongs to an author of this blog. Sign in, or choose another.",
                nameof(NewComment.Name));
        }

        return facts.EmailIsAuthors
            ? BlogError.Of(
                ErrorKind.Invalid,
                ErrorCodes.EmailIsAuthors,
                "{field} belongs to an author of this blog. Sign in, or use another.",
                nameof(NewComment.Email))
            : null;
    }

    private static string NameOf(ThreadClosedReason reason) => reason switch
    {
        ThreadClosedReason.ByAge => "by-age",
        ThreadClosedReason.ByCount => "by-count",
        _ => "by-hand",
    };

    // Moderators may comment in a thread that is closed only by its number of comments: they could open it again anyway.
    private static bool IsExempt(ThreadClosedReason reason, Actor actor) => reason is ThreadClosedReason.ByCount && actor.CanModerate;
}
