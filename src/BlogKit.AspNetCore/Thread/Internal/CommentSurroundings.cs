namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// All that the markup of a comment depends on beside the comment itself. Two that are equal give the same markup of the same comment, so
/// that it is made once and kept (<see cref="KeptComments"/>). Immutable.
/// </summary>
internal sealed class CommentSurroundings : IEquatable<CommentSurroundings>
{
    private readonly int _hash;

    private CommentSurroundings(ThreadModel thread)
    {
        Links = thread.Links;
        Text = thread.Text;
        BlogId = thread.BlogId;
        Avatars = thread.Avatars;
        Reactions = thread.Reactions;
        CanReply = thread.CanReply;
        IsStatic = thread.IsStatic;
        Here = thread.Here;
        _hash = HashCode.Combine(BlogId, Here, CanReply, IsStatic, Links.IsFramed, Links.Home, Text.Language.Name);
    }

    public BlogLinks Links { get; }

    public BlogText Text { get; }

    public BlogId BlogId { get; }

    public AvatarSource Avatars { get; }

    public ImmutableArray<ReactionKind> Reactions { get; }

    public bool CanReply { get; }

    public bool IsStatic { get; }

    /// <summary>About the bytes of its texts.</summary>
    public long Size => 2L * (Here.Length + Links.TextLength);

    /// <summary>The page the thread stands on; its form is there.</summary>
    public string Here { get; }

    public static CommentSurroundings In(ThreadModel thread) => new(thread);

    /// <summary>The page with the form set to answer a comment.</summary>
    public string ReplyUrl(CommentId id) => BlogLinks.WithQuery(Here, "replyTo", ShortId.Write(id)) + "#respond";

    public bool Equals(CommentSurroundings? other) =>
        other is not null
        && _hash == other._hash
        && BlogId == other.BlogId
        && Avatars == other.Avatars
        && CanReply == other.CanReply
        && IsStatic == other.IsStatic
        && string.Equals(Here, other.Here, StringComparison.Ordinal)
        && Links.ShowsCommentsAs(other.Links)
        && Text.GivesSameAs(other.Text)
        && Reactions.SequenceEqual(other.Reactions);

    public override bool Equals(object? obj) => Equals(obj as CommentSurroundings);

    public override int GetHashCode() => _hash;
}
