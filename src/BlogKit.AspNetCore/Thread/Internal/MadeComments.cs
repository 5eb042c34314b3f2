namespace BlogKit.AspNetCore.Internal;

/// <summary>The markup of comments that was made before their page, for the surroundings it was made in. Immutable.</summary>
internal sealed class MadeComments(CommentSurroundings surroundings, IReadOnlyDictionary<CommentId, MadeComment> comments)
{
    public CommentSurroundings Surroundings => surroundings;

    public IReadOnlyDictionary<CommentId, MadeComment> Comments => comments;

    /// <summary>A comment with its markup; null where a view changed what is shown of it.</summary>
    public MadeComment? Find(ThreadNode node) =>
        comments.TryGetValue(node.Id, out var made) && ReferenceEquals(made.Comment, node.Comment) && made.AnswersTo == node.AnswersTo
            ? made
            : null;

    /// <summary>Those of a thread; null where the thread is shown in other surroundings, because a view changed its model.</summary>
    public static MadeComments? For(ThreadModel thread, CommentSurroundings surroundings) =>
        thread.Made is { } made && made.Surroundings.Equals(surroundings) ? made : null;
}
