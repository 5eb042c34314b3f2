namespace BlogKit.Internal;

/// <summary>Whether a thread takes a comment from somebody at all, before anybody looks at the text.</summary>
internal static class CommentAdmission
{
    public static BlogError ParentNotShown { get; } = new(
        ErrorKind.Invalid, ErrorCodes.ParentNotShown, "ParentId is not a shown comment of this post.", nameof(NewComment.ParentId));

    public static BlogError Closed(ThreadClosedReason reason) => new(
        ErrorKind.Forbidden,
        ErrorCodes.CommentsClosed,
        reason switch
        {
            ThreadClosedReason.ByAge => "Comments are closed: the post is older than comments are taken for.",
            ThreadClosedReason.ByCount => "Comments are closed: the thread has as many comments as it takes.",
            _ => "Comments are closed.",
        });

    public static BlogError? Check(NewComment input, IntakeFacts facts, Actor actor, CommentOptions options, DateTimeOffset now)
    {
        if (facts.Post is not { } post || !post.IsReadableAt(now))
        {
            return Errors.NotFound(ErrorCodes.PostNotFound, "post");
        }

        if (post.Comments.ClosedReason(post.PublishedAt, post.ShownComments, now) is { } reason && !IsExempt(reason, actor))
        {
            return Closed(reason);
        }

        if (!options.AllowGuests && actor.Kind is ActorKind.Anonymous or ActorKind.Guest)
        {
            return new BlogError(ErrorKind.Forbidden, ErrorCodes.SignInRequired, "Sign in to comment.");
        }

        if (actor.BlogId is { } own && own != post.BlogId)
        {
            return Errors.NotAllowed("comment here as an author of another blog");
        }

        if (input.ParentId is not null)
        {
            if (facts.Parent is not { Status: CommentStatus.Approved } parent || parent.PostId != input.PostId)
            {
                return ParentNotShown;
            }

            if (parent.Depth >= options.MaximumDepth)
            {
                return new BlogError(
                    ErrorKind.Invalid, ErrorCodes.TooDeep, $"Replies go at most {options.MaximumDepth} levels deep.", nameof(NewComment.ParentId));
            }
        }

        if (facts.NameIsAuthors)
        {
            return actor.Kind is ActorKind.User ? ChosenName.IsAuthors : new BlogError(
                ErrorKind.Invalid, ErrorCodes.NameIsAuthors, "Name belongs to an author of this blog. Sign in, or choose another.", nameof(NewComment.Name));
        }

        return facts.EmailIsAuthors
            ? new BlogError(
                ErrorKind.Invalid, ErrorCodes.EmailIsAuthors, "Email belongs to an author of this blog. Sign in, or use another.", nameof(NewComment.Email))
            : null;
    }

    // Whoever can open a thread again may also have the last word when only its size closed it.
    private static bool IsExempt(ThreadClosedReason reason, Actor actor) => reason is ThreadClosedReason.ByCount && actor.CanModerate;
}
